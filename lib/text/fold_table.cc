#include "text/fold_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <optional>
#include <stdexcept>

namespace rawabit {
namespace {

constexpr UChar32 kDropped = -1;
constexpr char32_t kTatweel = 0x0640;

/// ICU's NFKC. An ICU without its data is a broken installation, which no caller can mend.
const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) || normalizer == nullptr) throw std::runtime_error(u_errorName(status));
  return *normalizer;
}

/// Letters that Arabic writers use for one another, or that keyboards of other languages put in
/// place of the Arabic ones; and those for sounds that Arabic has no letter for, which most writers
/// give with the nearest one.
UChar32 common_letter(UChar32 code) {
  switch (code) {
    case 0x0622:  // alef with madda, hamza above, hamza below, wasla
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x067E:  // peh
      return 0x0628;
    case 0x0686:  // tcheh
      return 0x062C;
    case 0x0698:  // jeh
      return 0x0632;
    case 0x06A2:  // feh with the dot below, as the Maghreb writes it; veh
    case 0x06A4:
      return 0x0641;
    case 0x06A7:  // qaf with one dot, as the Maghreb writes it; with three, for its g
    case 0x06A8:
      return 0x0642;
    case 0x06A9:  // keheh, swash kaf, the Moroccan g, gaf
    case 0x06AA:
    case 0x06AD:
    case 0x06AF:
      return 0x0643;
    case 0x0629:  // teh marbuta; heh doachashmee, goal, ae, each with what goes with it
    case 0x06BE:
    case 0x06C0:
    case 0x06C1:
    case 0x06C2:
    case 0x06C3:
    case 0x06D5:
      return 0x0647;
    case 0x0624:  // waw with hamza, oe
    case 0x06C6:
      return 0x0648;
    case 0x0649:  // alef maqsura, yeh with hamza, the Persian yeh, with a small v, e, barree
    case 0x0626:
    case 0x06CC:
    case 0x06CE:
    case 0x06D0:
    case 0x06D2:
    case 0x06D3:
      return 0x064A;
    default:
      return code;
  }
}

/// What one code point of NFKC text folds to, or kDropped.
UChar32 mapped(UChar32 code) {
  if (code == static_cast<UChar32>(kTatweel)) return kDropped;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_FORMAT_CHAR:
      return kDropped;
    case U_DECIMAL_DIGIT_NUMBER:
      return '0' + u_charDigitValue(code);
    default:
      return u_tolower(common_letter(code));
  }
}

icu::UnicodeString mapped(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 code = mapped(text.char32At(i));
    if (code != kDropped) result.append(code);
  }
  return result;
}

icu::UnicodeString folded_once(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString normal = nfkc().normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return mapped(normal);
}

bool is_non_spacing(char32_t code) {
  return u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK;
}

/// May `code` compose with what stands before it, or is it replaced by what may?
bool composes_back(char32_t code) {
  return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_NFKC_QUICK_CHECK) != UNORM_YES;
}

/// The class that all of `text` has, and may have in one entry; false when there is none.
bool one_class(const icu::UnicodeString& text, CharClass& cls) {
  cls = folded_class(static_cast<char32_t>(text.char32At(0)));
  if (text.countChar32() == 1) return true;
  if (cls != CharClass::letter && cls != CharClass::latin && cls != CharClass::digit) return false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (folded_class(static_cast<char32_t>(text.char32At(i))) != cls) return false;
  }
  return true;
}

bool all_start_afresh(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (!FoldTable::starts_afresh(static_cast<char32_t>(text.char32At(i)))) return false;
  }
  return true;
}

std::uint32_t packed(std::string_view bytes) {
  std::uint32_t result = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    result |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << 8U * i;
  }
  return result;
}

/// Direct entries never take more bytes than they give, so that the folder need not look for room.
/// U+FFFD also stands for single broken bytes.
std::size_t width_of(char32_t code) {
  if (code == 0xFFFD || code < 0x80) return 1;
  return code < 0x800 ? 2 : 3;
}

FoldEntry dropped_entry(char32_t code) {
  const bool format = u_charType(static_cast<UChar32>(code)) == U_FORMAT_CHAR;
  return {FoldEntry::How::direct, format ? CharClass::format : CharClass::mark, 0, 0};
}

FoldEntry neighbours_entry(char32_t code) {
  const UChar32 alone = mapped(static_cast<UChar32>(code));
  const CharClass cls =
      alone == kDropped ? CharClass::mark : folded_class(static_cast<char32_t>(alone));
  return {FoldEntry::How::by_neighbours, cls, 0, 0};
}

bool is_line_break(char32_t code) {
  return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

}  // namespace

DecodedChar decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());  // NOLINT: ICU's macro
  std::size_t next = at;
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(bytes, next, text.size(), code);
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(next - at)};
}

CharClass folded_class(char32_t code) {
  if (is_line_break(code)) return CharClass::line_break;
  const auto c = static_cast<UChar32>(code);
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0) return CharClass::space;
  if ((category & U_GC_ND_MASK) != 0) return CharClass::digit;
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return CharClass::punctuation;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN ? CharClass::latin : CharClass::letter;
}

std::string fold_by_icu(std::string_view text) {
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  std::string result;
  folded_once(icu::UnicodeString::fromUTF8(piece)).toUTF8String(result);
  return result;
}

const FoldTable& FoldTable::get() {
  static const FoldTable table;
  return table;
}

bool FoldTable::starts_afresh(char32_t code) {
  return nfkc().hasBoundaryBefore(static_cast<UChar32>(code)) != 0;
}

namespace {

/// The entry of a code point that NFKC leaves alone, whatever stands beside it: most of them.
std::optional<FoldEntry> inert_entry(char32_t code) {
  if (nfkc().isInert(static_cast<UChar32>(code)) == 0) return std::nullopt;
  const UChar32 folded = mapped(static_cast<UChar32>(code));
  if (folded == kDropped) return dropped_entry(code);
  if (!FoldTable::starts_afresh(static_cast<char32_t>(folded))) return std::nullopt;
  std::string bytes;
  icu::UnicodeString(folded).toUTF8String(bytes);
  const auto length = static_cast<std::uint32_t>(bytes.size());
  if (length > width_of(code)) return std::nullopt;
  return FoldEntry(FoldEntry::How::direct, folded_class(static_cast<char32_t>(folded)), length,
                   packed(bytes));
}

}  // namespace

FoldEntry FoldTable::entry_of(char32_t code, std::vector<std::string>& pool) {
  if (const auto entry = inert_entry(code)) return *entry;
  if (!starts_afresh(code)) {
    const bool lone_mark = is_non_spacing(code) && !composes_back(code);
    return lone_mark ? dropped_entry(code) : neighbours_entry(code);
  }
  icu::UnicodeString text(static_cast<UChar32>(code));
  icu::UnicodeString decomposed;
  const bool changes = nfkc().getDecomposition(static_cast<UChar32>(code), decomposed) != 0;
  text = changes ? folded_once(text) : mapped(text);
  if (text.isEmpty()) return dropped_entry(code);
  if (!all_start_afresh(text)) return neighbours_entry(code);

  std::string bytes;
  text.toUTF8String(bytes);
  CharClass cls = CharClass::punctuation;
  if (one_class(text, cls) && bytes.size() <= width_of(code)) {
    return {FoldEntry::How::direct, cls, static_cast<std::uint32_t>(bytes.size()), packed(bytes)};
  }
  pool.push_back(std::move(bytes));
  return {FoldEntry::How::pooled, cls, 0, static_cast<std::uint32_t>(pool.size() - 1)};
}

ReadEntry FoldTable::read_slowly(std::string_view text, std::size_t at) const {
  const DecodedChar c = decode(text, at);
  if (c.code < 0x10000) return {bmp_[c.code], c.width};
  return {FoldEntry(FoldEntry::How::by_neighbours, CharClass::letter, 0, 0), c.width};
}

FoldTable::FoldTable() {
  for (char32_t code = 0; code < 0x10000; ++code) {
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    bmp_[code] = entry_of(surrogate ? char32_t{0xFFFD} : code, pool_);
  }
}

}  // namespace rawabit
