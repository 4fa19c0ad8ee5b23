// A graph as RDF in Turtle, with the terms of schema.org where they say the same and those of PROV
// for where an edge comes from.
//
//   const Result<GraphSources> sources = read_sources(db, graph);
//   write(to_turtle(graph, *sources));
//
// Entities are urn:rawabit:entity:n0, n1, ... in the order of the graph. Each edge is a triple with
// the predicate of rawabit (urn:rawabit:terms#), a second one with that of schema.org where there
// is one, and an rdf:Statement that prov:wasDerivedFrom the articles that say it. Names are data:
// nothing in them ends a string or an IRI. Edges that only a gazetteer knows have the article that
// names the place.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "render/subgraph.h"
#include "store/sqlite.h"

namespace rawabit {

struct SourceArticle {
  std::string name;
  std::string title;  ///< may be empty
  std::string date;   ///< ISO 8601, may be empty
};

/// The articles behind the edges of a graph.
struct GraphSources {
  std::vector<SourceArticle> articles;             ///< by name
  std::vector<std::vector<std::size_t>> of_edges;  ///< of each edge, indexes into articles
};

[[nodiscard]] Result<GraphSources> read_sources(Database& db, const Subgraph& graph);

[[nodiscard]] std::string to_turtle(const Subgraph& graph, const GraphSources& sources);

}  // namespace rawabit
