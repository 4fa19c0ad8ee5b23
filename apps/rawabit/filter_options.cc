#include "filter_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rawabit {
namespace {

Error usage(std::string message) { return {Error::Kind::usage, std::move(message)}; }

std::string complaint_about_day(const std::string& day) {
  if (is_iso_day(day)) return {};
  return fmt::format(
      "expected a year, month or day such as 2019, 2019-06 or 2019-06-22, found \"{}\"", day);
}

/// Articles that are called like it, for whoever mistyped.
Status check_article(Database& db, const std::string& article) {
  Result<Statement> rows = db.prepare(
      "SELECT article, article = ?1 FROM documents WHERE article = ?1"
      " OR instr(article, ?1) > 0 OR substr(article, 1, 3) = substr(?1, 1, 3)"
      " ORDER BY article <> ?1, instr(article, ?1) = 0, article LIMIT 5");
  if (!rows) return rows.error();
  rows->bind(1, article);
  std::string like;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    if (rows->integer(1) != 0) return Done{};
    like += fmt::format("\n  {}", rows->text(0));
  }
  if (!row) return row.error();
  std::string text = fmt::format("no article of the graph is called \"{}\"", article);
  if (!like.empty()) text += "; these names are like it:" + like;
  return usage(std::move(text));
}

}  // namespace

void add_common_filter_options(Command& command, FilterOptions& options) {
  command
      .add_option("--type", options.types,
                  fmt::format("only entities of these types: {}", fmt::join(kEntityTypeNames, " ")))
      .delimiter(',')
      .one_of({kEntityTypeNames.begin(), kEntityTypeNames.end()})
      .type_name("TYPE,...");
  command
      .add_option("--predicate", options.predicates,
                  fmt::format("only edges that say this: {}", fmt::join(kPredicateNames, " ")))
      .delimiter(',')
      .one_of({kPredicateNames.begin(), kPredicateNames.end()})
      .type_name("PREDICATE,...");
  command
      .add_option("--since", options.since,
                  "only from this year, month or day on: that of the meeting, else of the article")
      .checked_by(complaint_about_day)
      .type_name("DAY");
  command.add_option("--until", options.until, "only up to this year, month or day")
      .checked_by(complaint_about_day)
      .type_name("DAY");
  command
      .add_option("--min-confidence", options.min_confidence,
                  "only what is as sure as this, 0 to 1")
      .between(0.0, 1.0)
      .type_name("X");
  command
      .add_option("--min-evidence", options.min_evidence,
                  "only edges that so many places in articles prove")
      .between(1, 1'000'000)
      .type_name("N");
  command
      .add_option("--article", options.articles,
                  "only what this article says; may be given more than once")
      .type_name("ARTICLE");
}

void add_filter_options(Command& command, FilterOptions& options) {
  CommandOption around =
      command.add_option("--around", options.around,
                         "only what is near the one of this name (also TYPE:NAME, id:NUMBER)");
  around.type_name("NAME");
  command.add_option("--hops", options.hops, "how far from there")
      .only_with(around)
      .between(0, 100)
      .shows_default()
      .type_name("N");
  add_common_filter_options(command, options);
}

Result<GraphFilter> read_filter(Database& db, EntityFinder& finder, const FilterOptions& options) {
  GraphFilter filter{.hops = options.hops,
                     .since = options.since,
                     .until = options.until,
                     .min_confidence = options.min_confidence,
                     .min_evidence = options.min_evidence,
                     .articles = options.articles};
  for (const std::string& article : options.articles) {
    if (Status known = check_article(db, article); !known) return known.error();
  }
  for (const std::string& type : options.types) filter.types.insert(*entity_type_named(type));
  for (const std::string& predicate : options.predicates) {
    filter.predicates.insert(*predicate_named(predicate));
  }
  if (!options.around.empty()) {
    const Result<std::int64_t> middle = finder.find(db, options.around);
    if (!middle) return middle.error();
    filter.around.insert(*middle);
  }
  return filter;
}

Status narrow_to(Database& db, EntityFinder& finder, const FilterOptions& options) {
  const Result<GraphFilter> filter = read_filter(db, finder, options);
  if (!filter) return filter.error();
  return narrow(db, *filter);
}

}  // namespace rawabit
