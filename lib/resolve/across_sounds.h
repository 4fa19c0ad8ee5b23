// Foreign names that the press spells in two ways, for one sound has no letter of its own or a
// vowel may be written or left out.
//
// Takes the letters of a list (one line a group, AlikeLetters::add_sound; vowels, add_vowel) and
// folded words; tells whether two words may be one name. Says nothing of native names, in which a
// letter makes another man: whoever asks keeps those out.
//
//   alike.may_be_one("lavrov-with-ghain", "lavrov-with-jeem")  ->  true
//   alike.may_be_one("kerry", "kelly")                         ->  false
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace rawabit {

class AlikeLetters {
 public:
  /// Letters of one group stand for one another anywhere in a word.
  void add_sound(std::string_view letter, int group);
  /// A vowel may be left out or stand for another vowel, but not at either end of a word.
  void add_vowel(std::string_view letter);

  /// Do the words differ in one such letter? False for equal words.
  [[nodiscard]] bool may_be_one(std::string_view a, std::string_view b) const;

 private:
  [[nodiscard]] bool are_alike(char32_t a, char32_t b) const;
  [[nodiscard]] bool is_vowel(char32_t letter) const { return vowels_.contains(letter); }

  std::unordered_multimap<char32_t, int> sounds_;
  std::unordered_set<char32_t> vowels_;
};

}  // namespace rawabit
