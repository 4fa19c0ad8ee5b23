// Lines that say word for word what another says.
//
// Takes lines of text; gives for each whether it repeats an earlier one. Words are compared as
// name_key() folds them, so punctuation does not matter. A line of fewer than four words repeats
// nothing: a heading may well stand twice.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rawabit {

/// Below this number of words, the same words twice are no repetition.
inline constexpr int kWordsOfRepetition = 4;

/// Has it so many words, one space between two?
[[nodiscard]] bool has_words_of_repetition(std::string_view key);

class SeenLines {
 public:
  /// Has a line of the same words been seen? If not, `line` is from now on.
  [[nodiscard]] bool repeats(std::string_view line);

 private:
  /// By the key of the first words: most lines differ there, and need not be folded whole.
  std::unordered_map<std::string, std::vector<std::string_view>> lines_;
};

/// Are the words of `line` a part of those of `whole`? Both are keys.
[[nodiscard]] bool stands_in(std::string_view line_key, std::string_view whole_key);

}  // namespace rawabit
