// The graph that a command looks into.
#pragma once

#include <string>

#include "program.h"
#include "store/store.h"

namespace rawabit {

/// What is in the file, for a command that answers. An Error where the file is no graph; of kind
/// `usage` where the graph has no entities, which says how to fill it.
[[nodiscard]] Result<Store> open_graph(const std::string& database);

/// The same for a command whose answer may be nothing: that the graph is empty is told on standard
/// error.
[[nodiscard]] Result<Store> open_graph_or_tell(const std::string& database);

}  // namespace rawabit
