#include "resolve/across_sounds.h"

#include <algorithm>

#include "text/spelling.h"

namespace rawabit {

void AlikeLetters::add_sound(std::string_view letter, int group) {
  for (const char32_t code : letters_of(letter)) sounds_.emplace(code, group);
}

void AlikeLetters::add_vowel(std::string_view letter) {
  for (const char32_t code : letters_of(letter)) vowels_.insert(code);
}

bool AlikeLetters::are_alike(char32_t a, char32_t b) const {
  const auto [first, last] = sounds_.equal_range(a);
  return std::any_of(first, last, [&](const auto& sound) {
    const auto [begin, end] = sounds_.equal_range(b);
    return std::any_of(begin, end, [&](const auto& other) { return other.second == sound.second; });
  });
}

bool AlikeLetters::may_be_one(std::string_view a, std::string_view b) const {
  std::u32string longer = letters_of(a);
  std::u32string shorter = letters_of(b);
  if (longer.size() < shorter.size()) longer.swap(shorter);
  const auto at =
      static_cast<std::size_t>(std::ranges::mismatch(longer, shorter).in1 - longer.begin());
  if (at == longer.size() || longer.size() > shorter.size() + 1) return false;
  const bool inside = at > 0 && at + 1 < longer.size();
  const std::u32string_view rest = std::u32string_view(longer).substr(at + 1);
  if (longer.size() > shorter.size()) {
    return inside && is_vowel(longer[at]) && rest == std::u32string_view(shorter).substr(at);
  }
  if (rest != std::u32string_view(shorter).substr(at + 1)) return false;
  return are_alike(longer[at], shorter[at]) ||
         (inside && is_vowel(longer[at]) && is_vowel(shorter[at]));
}

}  // namespace rawabit
