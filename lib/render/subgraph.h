// The part of the graph that is drawn or exported: who, and how they are tied.
//
// Takes a database and a filter; gives the entities that are left and the asserted edges between
// them, symmetric ones once. Nodes are ordered by type, name, English name and where they are named
// first, edges by their ends and predicate, so that the same graph gives the same picture whatever
// the row numbers. The connection sees only what the filter leaves from then on
// (query/graph_filter.h).
//
//   Result<Subgraph> graph = read_subgraph(db, {.around = {23}, .hops = 2});
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "query/graph_filter.h"
#include "store/sqlite.h"

namespace rawabit {

struct SubgraphNode {
  std::int64_t id = 0;  ///< entities.id
  EntityType type = EntityType::person;
  std::string name;
  std::string english;   ///< may be empty
  std::string iso = {};  ///< of a date, where it is known: ISO 8601, A/B for a period
};

struct SubgraphEdge {
  std::size_t subject = 0;  ///< index into Subgraph::nodes
  std::size_t object = 0;   ///< the same
  Predicate predicate = Predicate::has_title;
  Origin origin = Origin::text;
  std::int64_t n_evidence = 0;
  std::int64_t id = 0;    ///< edges.id
  double confidence = 1;  ///< 0 to 1
};

struct Subgraph {
  std::vector<SubgraphNode> nodes;
  std::vector<SubgraphEdge> edges;
};

[[nodiscard]] Result<Subgraph> read_subgraph(Database& db, const GraphFilter& filter);

}  // namespace rawabit
