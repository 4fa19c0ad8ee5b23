// The shortest ways between two entities of the graph.
//
//   Result<std::vector<Path>> paths = shortest_paths(db, a, b, 3);
//
// A way passes through people, bodies, meetings and agreements; titles, dates, topics and places
// are no ties (two generals do not know each other by their rank), but may be its ends. Steps are
// asserted edges, walked in either direction. Gives the shortest ways, up to `most` of them, in the
// order of the entities' numbers; none where the two are not connected within ten steps.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "query/ask.h"
#include "store/sqlite.h"

namespace rawabit {

struct PathNode {
  std::int64_t entity = 0;
  std::string name, type;
};

struct PathStep {
  std::int64_t edge = 0;
  std::string predicate;
  bool is_forward = true;   ///< from the subject to the object
  AnswerEvidence evidence;  ///< the best
};

/// nodes[i], steps[i], nodes[i + 1], ...: one node more than steps.
struct Path {
  std::vector<PathNode> nodes;
  std::vector<PathStep> steps;
};

[[nodiscard]] Result<std::vector<Path>> shortest_paths(Database& db, std::int64_t from,
                                                       std::int64_t to, std::size_t most);

}  // namespace rawabit
