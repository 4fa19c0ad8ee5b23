// How a name sounds, so that one in Latin letters finds the one in Arabic letters:
// rules/questions/letters.tsv.
//
//   sounds->of("hajri")  ->  {"hjr"}, and so for the Arabic name
//
// Vowels count at the begin of a word only. A word has several sounds where a letter has: c is k or
// s. A line without sounds, or with a sound that is no lower-case letter, is refused with file and
// line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/text_map.h"

namespace rawabit {

class Sounds {
 public:
  static Result<Sounds> load(const std::string& path);

  /// What the word, a name_key, may sound like; at most 32 ways, each of two sounds or more.
  [[nodiscard]] std::vector<std::string> of(std::string_view word) const;
  /// The same with the vowels that are written, for words of few other sounds; one is enough.
  [[nodiscard]] std::vector<std::string> voiced(std::string_view word) const;
  /// The sounds that the word may begin with: bit 0 is a. All bits where that is not told.
  [[nodiscard]] std::uint32_t first_of(std::string_view word) const;

 private:
  struct Letter {
    std::vector<std::string> at_begin;
    std::vector<std::string> elsewhere;
    std::string vowel = {};
  };
  [[nodiscard]] std::vector<std::string> ways_of(std::string_view word, bool with_vowels) const;
  [[nodiscard]] const Letter* longest_letter(std::string_view rest, std::size_t& length) const;

  TextMap<Letter> letters_;
  std::size_t longest_ = 0;
};

/// May the one, in Arabic letters, be the other in Latin letters? These write vowels that those do
/// not. Both are voiced.
[[nodiscard]] bool is_spoken_as(std::string_view arabic, std::string_view latin);

}  // namespace rawabit
