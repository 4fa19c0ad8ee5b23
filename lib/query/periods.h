// Days, months and years in questions: 2020, July 2015, 25 يوليو 2015, 2015-07-25, last year.
//
//   periods->at(question, from, to, numbers)  ->  {"2015-07-01", "2015-07-31"}
//
// Takes the positions of a part of the question that may be a period and nothing else. A month
// needs its year. Nothing for days that no calendar has. A line of rules/questions/months.tsv that
// lacks a column or has no month from 1 to 12 is refused with file and line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/numbers.h"
#include "query/question.h"
#include "query/text_map.h"

namespace rawabit {

struct Period {
  std::string first;  ///< day, YYYY-MM-DD
  std::string last;
};

class Periods {
 public:
  static constexpr int kMostWords = 7;

  static Result<Periods> load(const std::string& path);

  /// Does the question count from the day it is asked on: last year, this month, yesterday?
  [[nodiscard]] bool is_relative(const Question& question) const;
  [[nodiscard]] std::optional<Period> at(const Question& question, int from, int to,
                                         const NumberWords& numbers) const;

 private:
  /// A word of a period: a year, a month, a number up to 31, or a word between them.
  struct Item {
    enum class Kind { year, month, number, between };
    Kind kind = Kind::between;
    int value = 0;
    std::size_t words = 1;
  };
  [[nodiscard]] std::optional<Item> item(const std::vector<WordKeys>& words, std::size_t first,
                                         const NumberWords& numbers) const;
  [[nodiscard]] std::optional<int> month(const std::vector<WordKeys>& words, std::size_t first,
                                         std::size_t& length) const;

  /// So many years, months or days before or after the one of today.
  struct Offset {
    char unit = 'y';  ///< y, m, d
    int by = 0;
  };
  [[nodiscard]] std::optional<Period> relative(const std::vector<WordKeys>& words,
                                               const std::string& today) const;
  Status add_relative(std::string_view value, std::string_view forms);

  TextMap<Offset> relative_;  ///< by its words, with spaces between
  TextMap<int> months_;       ///< by one word, or two with a space between
  TextMap<bool> words_between_;
};

}  // namespace rawabit
