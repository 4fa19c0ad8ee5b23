// The filters that commands share: --around, --hops, --type, --predicate, --since, --until,
// --min-confidence, --min-evidence, --article.
//
//   add_filter_options(command, options.filter);          // when the command is made
//   narrow_to(db, finder, options.filter)                 // when it runs: query/graph_filter.h
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "entity_names.h"
#include "query/graph_filter.h"

namespace rawabit {

struct FilterOptions {
  std::string around;
  int hops = 1;
  std::vector<std::string> types, predicates, articles;
  std::string since, until;
  double min_confidence = 0;
  int min_evidence = 1;
};

void add_filter_options(Command& command, FilterOptions& options);
/// All but --around and --hops, for what is around something by itself.
void add_common_filter_options(Command& command, FilterOptions& options);

/// What the options say. An Error of kind `usage` for a name or an article that is not there, with
/// what may have been meant.
[[nodiscard]] Result<GraphFilter> read_filter(Database& db, EntityFinder& finder,
                                              const FilterOptions& options);

/// Lets the connection see only what the options leave.
Status narrow_to(Database& db, EntityFinder& finder, const FilterOptions& options);

}  // namespace rawabit
