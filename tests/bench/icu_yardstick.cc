#include "icu_yardstick.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/utf8.h>

namespace rawabit {
namespace {

const icu::UnicodeSet& dropped() {
  static const icu::UnicodeSet set = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeSet made(u"[[:Mn:][:Cf:]\u0640]", status);
    made.freeze();
    return made;
  }();
  return set;
}

UChar32 unified(UChar32 c) {
  switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
      return 0x627;
    case 0x649:
    case 0x626:
      return 0x64A;
    case 0x629:
      return 0x647;
    case 0x624:
      return 0x648;
    default:
      break;
  }
  if (c >= 0x660 && c <= 0x669) return c - 0x660 + '0';
  return u_tolower(c);
}

/// Of each byte of the normalized text, the byte of the source where its piece begins.
std::vector<std::uint32_t> origin_of(const icu::Edits& edits, std::size_t size) {
  std::vector<std::uint32_t> origin;
  origin.reserve(size + 1);
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits::Iterator edit = edits.getFineIterator();
  while (edit.next(status)) {
    for (std::int32_t i = 0; i < edit.newLength(); ++i) {
      const std::int32_t within = edit.hasChange() ? 0 : i;
      origin.push_back(static_cast<std::uint32_t>(edit.sourceIndex() + within));
    }
  }
  origin.push_back(static_cast<std::uint32_t>(edit.sourceIndex()));
  return origin;
}

}  // namespace

IcuFolded icu_fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized, static_cast<std::int32_t>(text.size()));
  icu::Edits edits;
  nfkc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, &edits,
                      status);
  const std::vector<std::uint32_t> origin = origin_of(edits, normalized.size());
  IcuFolded folded;
  folded.text.reserve(normalized.size());
  folded.source.reserve(normalized.size());
  const char* const bytes = normalized.data();
  const auto size = static_cast<std::int32_t>(normalized.size());
  const icu::UnicodeSet& drop = dropped();
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) c = 0xFFFD;
    if (drop.contains(c)) continue;
    char out[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(out, length, unified(c));
    folded.text.append(out, static_cast<std::size_t>(length));
    folded.source.insert(folded.source.end(), static_cast<std::size_t>(length),
                         origin[static_cast<std::size_t>(begin)]);
  }
  return folded;
}

}  // namespace rawabit
