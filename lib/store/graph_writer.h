// The graph into the database: only what differs from what stands there is written.
#pragma once

#include "base/result.h"
#include "resolve/across_graph.h"
#include "store/graph_reader.h"
#include "store/sqlite.h"

namespace rawabit {

/// Makes the tables of the graph, and the pointers of the articles into it, say what `graph` says.
/// `stored` is what the database held before, from which `graph` was made.
[[nodiscard]] Status write_graph(Database& db, const StoredArticles& stored,
                                 const Clusters& clusters, const Graph& graph);

}  // namespace rawabit
