#include "text/spelling.h"

#include <algorithm>

namespace rawabit {
namespace {

constexpr bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool is_one_replaced_or_swapped(std::u32string_view a, std::u32string_view b) {
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (at == a.size()) return false;
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

bool is_one_more(std::u32string_view longer, std::u32string_view shorter) {
  const auto at =
      static_cast<std::size_t>(std::ranges::mismatch(longer, shorter).in2 - shorter.begin());
  return longer.substr(at + 1) == shorter.substr(at);
}

}  // namespace

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (const char c : word) {
    if (goes_on(c) && !letters.empty()) {
      letters.back() = (letters.back() << 8U) | static_cast<unsigned char>(c);
    } else {
      letters.push_back(static_cast<unsigned char>(c));
    }
  }
  return letters;
}

bool is_one_letter_off(std::u32string_view letters, std::string_view word) {
  constexpr std::size_t kLongestLetter = 4;
  if (word.size() + 1 < letters.size() || word.size() > (letters.size() + 1) * kLongestLetter) {
    return false;
  }
  const std::u32string other = letters_of(word);
  if (other.size() == letters.size()) return is_one_replaced_or_swapped(letters, other);
  if (other.size() + 1 == letters.size()) return is_one_more(letters, other);
  return letters.size() + 1 == other.size() && is_one_more(other, letters);
}

}  // namespace rawabit
