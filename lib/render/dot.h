// A graph as Graphviz text.
//
//   fmt::print("{}", to_dot(graph));
//
// Right to left; labels are the whole names (broken into lines between words), the English name is
// in the tooltip. Entity types differ by colour and by shape, and a legend says how; symmetric
// edges have no arrow, edges that only a gazetteer knows are dotted. Names are data: whatever they
// hold, they can neither end a string nor become markup. The text depends on the graph alone.
#pragma once

#include <string>
#include <string_view>

#include "render/subgraph.h"

namespace rawabit {

[[nodiscard]] std::string to_dot(const Subgraph& graph);

/// `text` as a label of the DOT language, in lines of a readable length; control characters become
/// spaces, malformed UTF-8 U+FFFD.
[[nodiscard]] std::string dot_label(std::string_view text);

}  // namespace rawabit
