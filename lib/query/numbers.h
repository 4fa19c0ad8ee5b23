// Numbers in words and digits, in English and Arabic: rules/questions/numbers.tsv.
//
//   numbers->at(words, i)  ->  {value 37, words 2} for "thirty-seventh" and its Arabic
//
// A line that does not have three columns, a value below 1 and an unknown part are refused with
// file and line.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/text_map.h"

namespace rawabit {

/// The keys that one word of a question or a name may have: the word itself, then without
/// proclitics.
using WordKeys = std::vector<std::string>;

class NumberWords {
 public:
  struct Found {
    int value = 0;
    int words = 0;
  };
  static Result<NumberWords> load(const std::string& path);

  /// The number whose words start at `first`.
  [[nodiscard]] std::optional<Found> at(std::span<const WordKeys> words, std::size_t first) const;

 private:
  enum class Part { whole, unit, ten };
  struct Form {
    std::string second;  ///< key of a second word, or empty
    Part part = Part::whole;
    int value = 0;
  };
  [[nodiscard]] std::optional<int> value_of(const WordKeys& word, Part part) const;
  [[nodiscard]] std::optional<int> two_word_form(const WordKeys& word, const WordKeys& next) const;

  TextMap<std::vector<Form>> forms_;  ///< by the key of the first word
};

}  // namespace rawabit
