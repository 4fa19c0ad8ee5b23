#include "query/question_sets.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/list_file.h"
#include "query/data_lines.h"

namespace rawabit {
namespace {

constexpr std::string_view kUntil = ".until";

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

Result<Kinds> kinds_in(std::string_view text) {
  Kinds kinds = 0;
  for (const std::string& name : split_trimmed(text, ',')) {
    const std::optional<Kinds> kind = kinds_named(name);
    if (!kind) return Error{Error::Kind::data, fmt::format("no type: '{}'", name)};
    kinds |= *kind;
  }
  return kinds;
}

/// "set NAME(parameter, ...) : type, ..."
Result<QuestionSet> heading(std::string_view text, int line) {
  const Error expected{Error::Kind::data, "expected 'set NAME(parameter, ...) : type, ...'"};
  const std::size_t open = text.find('(');
  const std::size_t close = text.find(')');
  const std::size_t colon = text.find(':');
  const bool in_order = text.starts_with("set ") && open < close && close < colon;
  if (!in_order || colon == std::string_view::npos) return expected;
  QuestionSet set{.name = split_trimmed(text.substr(4, open - 4), '(').front(),
                  .parameters = split_trimmed(text.substr(open + 1, close - open - 1), ','),
                  .kinds = 0,
                  .sql = {},
                  .line = line};
  if (set.name.empty()) return expected;
  const Result<Kinds> kinds = kinds_in(text.substr(colon + 1));
  if (!kinds) return kinds.error();
  set.kinds = *kinds;
  return set;
}

/// A parameter of the SQL that the heading lacks.
std::optional<std::string> stranger_in(const QuestionSet& set) {
  for (std::size_t open = set.sql.find('{'); open != std::string::npos;
       open = set.sql.find('{', open + 1)) {
    std::string name = set.sql.substr(open + 1, set.sql.find('}', open) - open - 1);
    if (name.ends_with(kUntil)) name.resize(name.size() - kUntil.size());
    if (std::ranges::find(set.parameters, name) == set.parameters.end()) return name;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> QuestionSets::find(std::string_view name) const {
  const auto found = std::ranges::find(sets_, name, &QuestionSet::name);
  if (found == sets_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - sets_.begin());
}

Result<QuestionSets> QuestionSets::load(const std::string& path) {
  const Result<std::vector<DataLine>> lines = read_data_lines(path);
  if (!lines) return lines.error();
  QuestionSets sets;
  sets.path_ = path;
  for (const DataLine& line : *lines) {
    if (line.indented) {
      if (sets.sets_.empty()) return data_error(path, line.number, "SQL before the first set");
      std::string& sql = sets.sets_.back().sql;
      if (!sql.empty()) sql += '\n';
      sql += line.text;
      continue;
    }
    Result<QuestionSet> set = heading(line.text, line.number);
    if (!set) return data_error(path, line.number, set.error().message);
    if (sets.find(set->name)) {
      return data_error(path, line.number, fmt::format("the set {} stands twice", set->name));
    }
    sets.sets_.push_back(std::move(*set));
  }
  for (const QuestionSet& set : sets.sets_) {
    if (set.sql.empty()) return data_error(path, set.line, "expected SQL on indented lines");
    const std::optional<std::string> stranger = stranger_in(set);
    if (stranger) return data_error(path, set.line, fmt::format("no parameter {}", *stranger));
  }
  return sets;
}

Status QuestionSets::check(Database& db) const {
  for (const QuestionSet& set : sets_) {
    // (0) reads as a list of ids and as a number alike.
    const std::vector<SetArgument> arguments(set.parameters.size(), {"(0)", "(0)"});
    const Result<Statement> statement =
        db.prepare(fmt::format("SELECT id, via, edge FROM ({})", with_arguments(set, arguments)));
    if (!statement) return data_error(path_, set.line, statement.error().message);
  }
  return Done{};
}

std::string with_arguments(const QuestionSet& set, const std::vector<SetArgument>& arguments) {
  std::string sql = set.sql;
  for (std::size_t i = 0; i < set.parameters.size(); ++i) {
    replace_all(sql, fmt::format("{{{}{}}}", set.parameters[i], kUntil), arguments[i].until);
    replace_all(sql, fmt::format("{{{}}}", set.parameters[i]), arguments[i].text);
  }
  return sql;
}

}  // namespace rawabit
