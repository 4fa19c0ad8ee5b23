// A graph in the formats that other tools read.
//
//   write(to_graphml(graph));          // networkx, igraph, yEd
//   write(to_gexf(graph));             // Gephi
//   write(to_graph_jsonl(graph));      // a line a node, then a line an edge
//   const GraphTables tables = to_gephi_tables(graph);   // nodes.csv, edges.csv
//   const GraphTables tables = to_neo4j_tables(graph);   // for neo4j-admin database import
//
// Nodes are called n0, n1, ... in the order of the graph, edges e0, e1, ...: the files depend on
// the graph alone. A symmetric edge is undirected where the format has such edges. Weights are how
// many places prove an edge. Nothing is refused.
#pragma once

#include <string>

#include "render/subgraph.h"

namespace rawabit {

[[nodiscard]] std::string to_graphml(const Subgraph& graph);
[[nodiscard]] std::string to_gexf(const Subgraph& graph);
[[nodiscard]] std::string to_graph_jsonl(const Subgraph& graph);

struct GraphTables {
  std::string nodes;
  std::string edges;
};

[[nodiscard]] GraphTables to_gephi_tables(const Subgraph& graph);
[[nodiscard]] GraphTables to_neo4j_tables(const Subgraph& graph);

}  // namespace rawabit
