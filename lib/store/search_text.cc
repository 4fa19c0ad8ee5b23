#include "store/search_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/fold.h"

namespace rawabit {
namespace {

/// The letters of nearly all text, without asking ICU.
bool is_plain_letter(UChar32 letter) {
  return (letter >= 0x0621 && letter <= 0x064A) || (letter >= '0' && letter <= '9') ||
         (letter >= 'a' && letter <= 'z');
}

}  // namespace

std::string search_text(std::string_view text) {
  std::string folded = fold(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const auto length = static_cast<std::int32_t>(folded.size());
  for (std::int32_t next = 0; next < length;) {
    const std::int32_t begin = next;
    UChar32 letter = 0;
    U8_NEXT(bytes, next, length, letter);
    if (is_plain_letter(letter) || (letter >= 0 && u_isalnum(letter))) continue;
    for (std::int32_t i = begin; i < next; ++i) folded[static_cast<std::size_t>(i)] = ' ';
  }
  return folded;
}

}  // namespace rawabit
