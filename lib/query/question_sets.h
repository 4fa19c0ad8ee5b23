// The sets of entities that questions can ask for, as SQL: rules/questions/sets.txt, which tells
// its own format.
//
//   Result<QuestionSets> sets = QuestionSets::load("rules/questions/sets.txt");
//   const QuestionSet& set = (*sets)[*sets->find("participant")];
//
// A set without SQL, an unknown type, a set that stands twice and a {parameter} that the heading
// does not name are refused with file and line. Whether SQLite understands the SQL shows when a
// database is there: check().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/kinds.h"
#include "store/sqlite.h"

namespace rawabit {

struct QuestionSet {
  std::string name;
  std::vector<std::string> parameters;
  Kinds kinds = 0;
  std::string sql;  ///< gives id, via, edge
  int line = 0;
};

class QuestionSets {
 public:
  static Result<QuestionSets> load(const std::string& path);

  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] const QuestionSet& operator[](std::size_t set) const { return sets_[set]; }

  /// Lets SQLite compile every set against the schema of `db`.
  [[nodiscard]] Status check(Database& db) const;

 private:
  std::string path_;
  std::vector<QuestionSet> sets_;
};

/// SQL of a set of entities, the digits of a number, or the first and the last day of a period.
struct SetArgument {
  std::string text;
  std::string until;
};

/// `sql` with each {parameter} replaced by its argument, {parameter.until} by the last day.
[[nodiscard]] std::string with_arguments(const QuestionSet& set,
                                         const std::vector<SetArgument>& arguments);

}  // namespace rawabit
