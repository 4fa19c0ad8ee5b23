// Who stands where in the graph: PageRank, betweenness, communities.
//
//   Result<Measures> measures = measure_graph(db);
//
// Takes an open graph, narrowed or not (query/graph_filter.h). Gives everybody and everything that
// is tied: people, bodies, countries, meetings and agreements; titles, dates, topics and places are
// no ties, as in shortest ways. Edges count from both ends, the more the more places prove them.
// The most important first; of communities number 1 is the largest. The same graph gives the same
// numbers. Betweenness is exact up to kMostExact entities, beyond that estimated from as many of
// them, spread evenly. The library behind it, igraph, is optional at build time and keeps global
// state: never call this from two threads at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

inline constexpr std::size_t kMostExact = 1000;

/// A graph without direction; node i is that of row i.
struct TieGraph {
  struct Tie {
    std::size_t a = 0, b = 0;
    double weight = 0;
  };
  std::size_t nodes = 0;
  std::vector<Tie> ties;  ///< each pair once
};

struct Centrality {
  std::vector<double> pagerank;        ///< sums to 1
  std::vector<double> betweenness;     ///< shortest ways of others that pass through
  std::vector<std::size_t> community;  ///< any numbers
};

/// An Error of kind `data` where the program was built without igraph.
[[nodiscard]] Result<Centrality> centrality_of(const TieGraph& graph);

struct Measured {
  std::int64_t entity = 0;
  std::string name, type, english;
  std::size_t ties = 0;  ///< to how many others
  double pagerank = 0;
  double betweenness = 0;
  std::size_t community = 0;  ///< from 1
};

struct Measures {
  std::vector<Measured> entities;  ///< by PageRank
  bool is_estimated = false;       ///< betweenness
};

[[nodiscard]] Result<Measures> measure_graph(Database& db);

}  // namespace rawabit
