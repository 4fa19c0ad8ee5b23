// rawabit measures: who stands where in the graph.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>

#include "commands.h"
#include "filter_options.h"
#include "measure/measures.h"
#include "open_graph.h"
#include "print_rows.h"

namespace rawabit {
namespace {

struct Options {
  std::string database = "graph.db";
  std::string by = "pagerank";
  std::size_t top = 20;
  bool communities = false;
  FilterOptions filter;
};

constexpr std::size_t kNamesOfCommunity = 5;

Cell real(double value, int digits) { return Cell::number(fmt::format("{:.{}f}", value, digits)); }
Cell count(std::size_t value) { return Cell(static_cast<std::int64_t>(value)); }

void sort_by(const std::string& by, std::vector<Measured>& entities) {
  if (by == "betweenness") {
    std::ranges::stable_sort(entities, std::ranges::greater(), &Measured::betweenness);
  } else if (by == "ties") {
    std::ranges::stable_sort(entities, std::ranges::greater(), &Measured::ties);
  } else if (by == "community") {
    std::ranges::stable_sort(entities, std::ranges::less(), &Measured::community);
  }
}

Rows entity_rows(const std::vector<Measured>& entities) {
  Rows rows{{"name", "type", "english", "ties", "pagerank", "betweenness", "community"}, {}};
  for (const Measured& one : entities) {
    rows.cells.push_back({one.name, one.type, one.english, count(one.ties), real(one.pagerank, 6),
                          real(one.betweenness, 1), count(one.community)});
  }
  return rows;
}

/// A row a community, with its most important members.
Rows community_rows(const std::vector<Measured>& entities) {
  struct Community {
    std::size_t size = 0;
    std::vector<std::string> names;
  };
  std::map<std::size_t, Community> communities;
  for (const Measured& one : entities) {
    Community& its = communities[one.community];
    if (its.size++ < kNamesOfCommunity) its.names.push_back(one.name);
  }
  Rows rows{{"community", "size", "foremost"}, {}};
  for (const auto& [number, its] : communities) {
    rows.cells.push_back(
        {count(number), count(its.size), fmt::format("{}", fmt::join(its.names, "; "))});
  }
  return rows;
}

ExitCode show_measures(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph_or_tell(options.database);
  if (!store) return report(store.error());
  EntityFinder finder(globals);
  if (Status done = narrow_to(store->db(), finder, options.filter); !done) {
    return report_unknown(done.error());
  }
  Result<Measures> measures = measure_graph(store->db());
  if (!measures) return report(measures.error());
  if (measures->is_estimated && !options.communities) {
    fmt::print(stderr,
               "rawabit: betweenness is estimated from {} of {} entities; filters that leave "
               "fewer make it exact\n",
               kMostExact, measures->entities.size());
  }
  sort_by(options.by, measures->entities);
  Rows rows =
      options.communities ? community_rows(measures->entities) : entity_rows(measures->entities);
  if (options.top > 0 && rows.cells.size() > options.top) {
    rows.cells.erase(rows.cells.begin() + static_cast<std::ptrdiff_t>(options.top),
                     rows.cells.end());
  }
  return print_rows(globals, rows);
}

}  // namespace

void add_measures(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "measures", "who stands where: PageRank, betweenness, communities",
      "rawabit measures --by betweenness --type person,organization --db graph.db\n"
      "  rawabit measures --communities --top 10 --db graph.db",
      [&line, options] { return show_measures(line.globals, *options); });
  command
      .add_option("--by", options->by,
                  "what rows are sorted by: pagerank betweenness ties community")
      .one_of({"pagerank", "betweenness", "ties", "community"})
      .shows_default()
      .type_name("MEASURE");
  command.add_option("--top", options->top, "how many rows (0: all)")
      .shows_default()
      .type_name("N");
  command.add_flag("--communities", options->communities, "a row for each community");
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
