// The explorer: a graph inside the page that shows it.
//
//   Result<std::string> page = to_explorer_page(html_template, *explorer_graph);
//
// The template is the page that explorer/ builds; it has one place for the graph, kGraphPlace, and
// is refused where it has none or several. The graph goes there as JSON that no name in it can
// leave: neither a tag nor a line separator nor a mark of writing direction stands in it unescaped.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "render/explorer_graph.h"

namespace rawabit {

inline constexpr std::string_view kGraphPlace = "@rawabit-graph@";

[[nodiscard]] std::string to_explorer_json(const ExplorerGraph& known);

[[nodiscard]] Result<std::string> to_explorer_page(std::string_view html_template,
                                                   const ExplorerGraph& known);

}  // namespace rawabit
