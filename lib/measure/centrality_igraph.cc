#include <fmt/format.h>
#include <igraph/igraph.h>

#include <algorithm>

#include "measure/measures.h"

namespace rawabit {
namespace {

constexpr double kDamping = 0.85;
constexpr igraph_uint_t kSeed = 42;  ///< communities are found in a random order, always the same

struct Reals {
  Reals() { igraph_vector_init(&values, 0); }
  ~Reals() { igraph_vector_destroy(&values); }
  Reals(const Reals&) = delete;
  Reals& operator=(const Reals&) = delete;
  igraph_vector_t values{};

  [[nodiscard]] std::vector<double> copy() const {
    return {values.stor_begin, values.stor_begin + igraph_vector_size(&values)};
  }
};

struct Numbers {
  Numbers() { igraph_vector_int_init(&values, 0); }
  ~Numbers() { igraph_vector_int_destroy(&values); }
  Numbers(const Numbers&) = delete;
  Numbers& operator=(const Numbers&) = delete;
  igraph_vector_int_t values{};
};

struct Graph {
  Graph() { igraph_empty(&graph, 0, IGRAPH_UNDIRECTED); }
  ~Graph() { igraph_destroy(&graph); }
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;
  igraph_t graph{};
  Reals weights;

  igraph_error_t fill(const TieGraph& ties) {
    Numbers ends;
    for (const TieGraph::Tie& tie : ties.ties) {
      igraph_vector_int_push_back(&ends.values, static_cast<igraph_integer_t>(tie.a));
      igraph_vector_int_push_back(&ends.values, static_cast<igraph_integer_t>(tie.b));
      igraph_vector_push_back(&weights.values, tie.weight);
    }
    const auto nodes = static_cast<igraph_integer_t>(ties.nodes);
    if (const igraph_error_t failed = igraph_add_vertices(&graph, nodes, nullptr)) return failed;
    return igraph_add_edges(&graph, &ends.values, nullptr);
  }
};

igraph_error_t find_pagerank(const Graph& graph, Centrality& found) {
  Reals ranks;
  igraph_arpack_options_t options;
  igraph_arpack_options_init(&options);
  // Not PRPACK: its threads add up in an order of their own each time.
  const igraph_error_t failed = igraph_pagerank(
      &graph.graph, IGRAPH_PAGERANK_ALGO_ARPACK, &ranks.values, nullptr, igraph_vss_all(),
      IGRAPH_UNDIRECTED, kDamping, &graph.weights.values, &options);
  found.pagerank = ranks.copy();
  return failed;
}

igraph_error_t find_betweenness(const Graph& graph, std::size_t nodes, Centrality& found) {
  Reals through;
  igraph_error_t failed = IGRAPH_SUCCESS;
  if (nodes <= kMostExact) {
    failed = igraph_betweenness(&graph.graph, &through.values, igraph_vss_all(), IGRAPH_UNDIRECTED,
                                nullptr);
    found.betweenness = through.copy();
    return failed;
  }
  Numbers sources;
  for (std::size_t i = 0; i < kMostExact; ++i) {
    igraph_vector_int_push_back(&sources.values,
                                static_cast<igraph_integer_t>(i * nodes / kMostExact));
  }
  failed =
      igraph_betweenness_subset(&graph.graph, &through.values, igraph_vss_all(), IGRAPH_UNDIRECTED,
                                igraph_vss_vector(&sources.values), igraph_vss_all(), nullptr);
  found.betweenness = through.copy();
  for (double& one : found.betweenness) {
    one *= static_cast<double>(nodes) / static_cast<double>(kMostExact);
  }
  return failed;
}

igraph_error_t find_communities(const Graph& graph, Centrality& found) {
  Numbers membership;
  igraph_rng_seed(igraph_rng_default(), kSeed);
  const igraph_error_t failed = igraph_community_multilevel(
      &graph.graph, &graph.weights.values, 1.0, &membership.values, nullptr, nullptr);
  for (igraph_integer_t i = 0; i < igraph_vector_int_size(&membership.values); ++i) {
    found.community.push_back(static_cast<std::size_t>(VECTOR(membership.values)[i]));
  }
  return failed;
}

}  // namespace

Result<Centrality> centrality_of(const TieGraph& ties) {
  Centrality found;
  if (ties.nodes == 0) return found;
  igraph_set_error_handler(igraph_error_handler_ignore);  // a library does not end the program
  Graph graph;
  igraph_error_t failed = graph.fill(ties);
  if (failed == IGRAPH_SUCCESS) failed = find_pagerank(graph, found);
  if (failed == IGRAPH_SUCCESS) failed = find_betweenness(graph, ties.nodes, found);
  if (failed == IGRAPH_SUCCESS) failed = find_communities(graph, found);
  if (failed == IGRAPH_SUCCESS) return found;
  return Error{Error::Kind::data,
               fmt::format("igraph could not measure the graph: {}", igraph_strerror(failed))};
}

}  // namespace rawabit
