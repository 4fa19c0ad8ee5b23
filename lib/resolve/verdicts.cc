#include "resolve/verdicts.h"

#include <fmt/format.h>

#include <optional>

#include "base/file.h"
#include "resolve/verdict_conflicts.h"
#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kSame = "same", kNotSame = "not_same", kAnyArticle = "-";

using Columns = std::vector<std::string_view>;

Columns columns_of(std::string_view line) {
  Columns columns;
  while (true) {
    const std::size_t tab = line.find('\t');
    std::string_view column = line.substr(0, tab);
    while (column.ends_with(' ') || column.ends_with('\r')) column.remove_suffix(1);
    while (column.starts_with(' ')) column.remove_prefix(1);
    columns.push_back(column);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  while (!columns.empty() && columns.back().empty()) columns.pop_back();
  return columns;
}

/// What is wrong with the columns; empty where nothing is.
std::string fault_of(const Columns& columns) {
  if (columns[0] != kSame && columns[0] != kNotSame) {
    return fmt::format("expected same or not_same, found \"{}\"", columns[0]);
  }
  if (columns.size() < 4 || columns.size() > 6) {
    return fmt::format(
        "expected 4 to 6 columns (verdict, type, two names, articles) with tabs between, found {}",
        columns.size());
  }
  if (!entity_type_named(columns[1])) {
    return fmt::format("expected a type of entity such as person, found \"{}\"", columns[1]);
  }
  for (const std::size_t name : {2U, 3U}) {
    if (name_key(columns[name]).empty()) return "expected a name, found nothing that is one";
  }
  return {};
}

Verdict verdict_of(const Columns& columns, int line) {
  Verdict verdict;
  verdict.same = columns[0] == kSame;
  verdict.type = *entity_type_named(columns[1]);
  verdict.line = line;
  for (const std::size_t side : {0U, 1U}) {
    verdict.names[side] = columns[2 + side];
    if (columns.size() > 4 + side && columns[4 + side] != kAnyArticle) {
      verdict.articles[side] = columns[4 + side];
    }
  }
  return verdict;
}

bool is_of_itself(const Verdict& verdict) {
  return spelling_key(verdict.type, verdict.names[0]) ==
             spelling_key(verdict.type, verdict.names[1]) &&
         verdict.articles[0] == verdict.articles[1];
}

}  // namespace

std::string spelling_key(EntityType type, std::string_view name) {
  if (type != EntityType::person) return name_key(name);
  std::string letters = fold(name);
  std::erase(letters, ' ');
  return letters;
}

std::string_view word_of(const Verdict& verdict) { return verdict.same ? kSame : kNotSame; }

std::string line_of(const Verdict& verdict) {
  std::string line = fmt::format("{}\t{}\t{}\t{}", word_of(verdict), name_of(verdict.type),
                                 verdict.names[0], verdict.names[1]);
  if (verdict.articles[0].empty() && verdict.articles[1].empty()) return line;
  for (const std::string& article : verdict.articles) {
    line += '\t';
    line += article.empty() ? kAnyArticle : std::string_view(article);
  }
  return line;
}

Result<std::vector<Verdict>> read_verdicts(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  return parse_verdicts(*text, path);
}

Result<std::vector<Verdict>> parse_verdicts(std::string_view text, const std::string& file) {
  std::vector<Verdict> verdicts;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Columns columns = columns_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (columns.empty() || columns[0].starts_with('#')) continue;
    std::string fault = fault_of(columns);
    if (fault.empty()) {
      verdicts.push_back(verdict_of(columns, line));
      if (!is_of_itself(verdicts.back())) continue;
      fault = "expected two names, or one name in two articles; this is one and the same";
    }
    return Error{Error::Kind::data, std::move(fault), file, line};
  }
  if (const std::optional<Error> conflict = conflict_among(verdicts, file)) return *conflict;
  return verdicts;
}

}  // namespace rawabit
