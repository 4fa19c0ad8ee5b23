// Tokens -> the words of dates in them: what the lists under gazetteers/time say of each.
//
// Takes tokens and the lexicon; gives one DateWord after another: a word of a list (the longest
// that begins there), or a run of numbers. Other tokens give nothing, but their number is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lexicon/lexicon.h"
#include "time/date_parts.h"
#include "time/number_run.h"
#include "tokens/tokens.h"

namespace rawabit {

struct DateWord {
  std::vector<DateParts> numbers = {};  ///< of a run of numbers; else empty and one of these:
  std::optional<Calendar> calendar = {};
  std::optional<int> month = {};
  std::optional<int> day = {};  ///< of a feast, which has a month too
  std::optional<int> weekday = {};
  std::optional<int> value = {};  ///< of a number in words
  std::optional<int> offset = {};
  std::optional<int> direction = {};
  std::optional<int> ago = {};  ///< -1 before, 1 after so much time
  std::optional<Season> season = {};
  std::optional<PeriodUnit> unit = {};
  std::optional<int> count = {};  ///< of units, where the noun itself says how many
  bool is_same_as_before = false;
};

struct DateWords {
  std::vector<DateWord> words;
  int other_words = 0;  ///< words that are in none of the lists
};

class DateWordFinder {
 public:
  /// Keeps a reference to the lexicon.
  explicit DateWordFinder(const Lexicon& lexicon);

  /// The words of tokens [first, last).
  [[nodiscard]] DateWords find(const TokenizedText& text, std::uint32_t first,
                               std::uint32_t last) const;

 private:
  [[nodiscard]] std::optional<std::size_t> rank(ClassId cls) const;
  [[nodiscard]] std::vector<LexiconMatch> longest_matches(const TokenizedText& text,
                                                          std::uint32_t first,
                                                          std::uint32_t last) const;

  const Lexicon& lexicon_;
  std::vector<ClassId> classes_;  ///< of date words, the likelier reading first
};

}  // namespace rawabit
