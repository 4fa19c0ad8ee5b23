#include "text/encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <cstring>
#include <memory>
#include <optional>

#include "text/fold_table.h"
#include "text/legacy_table.h"

namespace rawabit {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
// UTF-32 stands first: the mark of UTF-16 begins that of UTF-32.
constexpr std::array<Mark, 5> kMarks = {{
    {"\xEF\xBB\xBF", Encoding::utf8},
    {std::string_view("\xFF\xFE\0\0", 4), Encoding::utf32_le},
    {std::string_view("\0\0\xFE\xFF", 4), Encoding::utf32_be},
    {"\xFF\xFE", Encoding::utf16_le},
    {"\xFE\xFF", Encoding::utf16_be},
}};

std::optional<EncodingGuess> guess_by_mark(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return EncodingGuess{mark.encoding, mark.bytes.size()};
  }
  return std::nullopt;
}

/// A character that no text holds: controls but white space and escape.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_white = byte >= 0x09 && byte <= 0x0D;
  return (byte < 0x20 && !is_white && byte != 0x1B) || byte == 0x7F;
}

/// Old pages hold a stray control character now and then; more than one byte in a hundred, or a
/// single NUL, is no text.
bool has_binary_bytes(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(bytes, is_control));
  return controls > 2 && controls > bytes.size() / 100;
}

/// A code unit that Arabic or plain ASCII text in UTF-16 is made of.
bool is_likely_utf16(unsigned unit) {
  const unsigned block = unit >> 8U;
  if (block == 0) return unit >= 0x20 || (unit >= 0x09 && unit <= 0x0D);
  const bool is_surrogate = block >= 0xD8 && block <= 0xDF;
  return block == 0x06 || block == 0x20 || block >= 0xFB || is_surrogate;
}

/// UTF-16 without a mark: nearly every code unit is one that Arabic text is made of.
std::optional<EncodingGuess> guess_utf16(std::string_view bytes) {
  // The high bytes of Arabic letters are 6, those of ASCII 0: rare in any other encoding.
  const auto high = static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return c == '\x06' || c == '\0'; }));
  if (bytes.size() < 4 || high < bytes.size() / 3) return std::nullopt;
  const std::size_t units = bytes.size() / 2;
  std::size_t little = 0;
  std::size_t big = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const unsigned first = byte_at(bytes, 2 * i);
    const unsigned second = byte_at(bytes, 2 * i + 1);
    little += is_likely_utf16(second << 8U | first) ? 1U : 0U;
    big += is_likely_utf16(first << 8U | second) ? 1U : 0U;
  }
  if (std::max(little, big) < units - units / 20) return std::nullopt;
  return EncodingGuess{little >= big ? Encoding::utf16_le : Encoding::utf16_be};
}

/// decode() gives U+FFFD for bytes that are no character, and for U+FFFD itself.
bool is_malformed(std::string_view bytes, std::size_t at, DecodedChar c) {
  return c.code == kNoCharacter && bytes.substr(at, c.width) != "\xEF\xBF\xBD";
}

/// Do most of the bytes above ASCII stand in well-formed characters?
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t well_formed = 0;
  std::size_t malformed = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedChar c = decode(bytes, at);
    (is_malformed(bytes, at, c) ? malformed : well_formed) += c.code < 0x80 ? 0 : c.width;
    at += c.width;
  }
  return well_formed > malformed;
}

/// ICU's confidence in each of the two legacy encodings, 0 to 100.
struct Confidence {
  int windows_1256 = 0;
  int iso_8859_6 = 0;
};

Confidence ask_detector(std::string_view bytes) {
  constexpr std::size_t kSample = 16384;
  Confidence confidence;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(),
                 static_cast<int32_t>(std::min(bytes.size(), kSample)), &status);
  int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const int32_t found = ucsdet_getConfidence(matches[i], &status);
    if (name == "windows-1256") confidence.windows_1256 = std::max(confidence.windows_1256, found);
    if (name == "ISO-8859-6") confidence.iso_8859_6 = std::max(confidence.iso_8859_6, found);
  }
  return confidence;
}

bool is_arabic(char32_t code) { return code >= 0x0600 && code <= 0x06FF; }
bool is_foreign(char32_t code) {
  return code == kNoCharacter || u_isalpha(static_cast<UChar32>(code)) != 0 ||
         u_iscntrl(static_cast<UChar32>(code)) != 0;
}

/// Does an ASCII letter stand beside it? Arabic words hold none, the accented letters of European
/// words hardly ever lack one.
bool is_inside_ascii_word(std::string_view bytes, std::size_t at) {
  const auto is_letter = [&](std::size_t i) {
    return i < bytes.size() && std::isalpha(static_cast<unsigned char>(bytes[i])) != 0 &&
           byte_at(bytes, i) < 0x80;
  };
  return is_letter(at + 1) || (at > 0 && is_letter(at - 1));
}

/// How Arabic the bytes above ASCII look in an encoding: 1 when all are Arabic, less than 0 when
/// most are letters of other scripts, controls or nothing at all.
double arabic_share(std::string_view bytes, const char* encoding) {
  const Result<LegacyTable> table = legacy_table(encoding);
  if (!table) return -1;
  long arabic = 0;
  long foreign = 0;
  long all = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (byte_at(bytes, at) < 0x80) continue;
    const char32_t code = (*table)[byte_at(bytes, at)];
    ++all;
    if (is_foreign(code) && !is_arabic(code)) ++foreign;
    if (is_arabic(code)) ++(is_inside_ascii_word(bytes, at) ? foreign : arabic);
  }
  return all == 0 ? -1 : static_cast<double>(arabic - 2 * foreign) / static_cast<double>(all);
}

EncodingGuess guess_legacy(std::string_view bytes) {
  constexpr double kLeastShare = 0.5;
  constexpr double kDetectorWeight = 0.002;  // its whole confidence outweighs a fifth of the bytes
  const double windows = arabic_share(bytes, "windows-1256");
  const double iso = arabic_share(bytes, "ISO-8859-6");
  if (std::max(windows, iso) < kLeastShare) return {Encoding::unknown};
  const Confidence confidence = ask_detector(bytes);
  const bool is_windows = windows + kDetectorWeight * confidence.windows_1256 >=
                          iso + kDetectorWeight * confidence.iso_8859_6;
  return {is_windows ? Encoding::windows_1256 : Encoding::iso_8859_6};
}

/// Of the eight bytes from `bytes` on, how many are whole characters of one and two bytes, which
/// Arabic text is made of; 0 when others are among them. All eight are looked at in one word: byte
/// i is bits 8i to 8i+7, so that "the byte behind" is a shift to the left.
std::size_t well_formed_bytes(const char* bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::uint64_t kLeadBits =
      0x1E1E1E1E1E1E1E1EU;  // all clear in C0 and C1, which no lead is
  constexpr std::uint64_t kCarry = 0x7F7F7F7F7F7F7F7FU;
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t high = word & kHighBits;
  if (high == 0) return sizeof word;
  const std::uint64_t lead = high & word << 1U;
  const std::uint64_t trail = high & ~(word << 1U);
  const std::uint64_t longer = lead & word << 2U;
  const std::uint64_t sound = ((word & kLeadBits) + kCarry) & kHighBits;
  if (trail != lead << 8U || longer != 0 || (lead & ~sound) != 0) return 0;
  // A lead in the last byte is for the next word.
  return sizeof word - (lead >> 63U);
}

/// Has it a control character at all? Without an early exit, so that many are seen at once.
bool has_controls(std::string_view bytes) {
  bool found = false;
  for (const char c : bytes) found |= is_control(c);
  return found;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
  if (const auto marked = guess_by_mark(bytes)) {
    const bool is_binary = marked->encoding == Encoding::utf8 && has_binary_bytes(bytes);
    return is_binary ? EncodingGuess{Encoding::binary} : *marked;
  }
  const bool is_utf8 = first_malformed_utf8(bytes) == bytes.size();
  if (is_utf8 && !has_controls(bytes)) return {Encoding::utf8};  // the usual case
  if (const auto utf16 = guess_utf16(bytes)) return *utf16;
  if (has_binary_bytes(bytes)) return {Encoding::binary};
  return is_utf8 || is_mostly_utf8(bytes) ? EncodingGuess{Encoding::utf8} : guess_legacy(bytes);
}

std::size_t first_malformed_utf8(std::string_view bytes) {
  const std::size_t size = bytes.size();
  for (std::size_t at = 0; at < size;) {
    if (at + sizeof(std::uint64_t) <= size) {
      const std::size_t good = well_formed_bytes(bytes.data() + at);
      at += good;
      if (good > 0) continue;
    }
    const DecodedChar c = decode(bytes, at);
    if (is_malformed(bytes, at, c)) return at;
    at += c.width;
  }
  return size;
}

}  // namespace rawabit
