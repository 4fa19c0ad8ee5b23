// A graph as Graphviz text.
//
//   fmt::print("{}", to_dot(graph));
//   fmt::print("{}", to_dot(graph, {.title = "INTERPOL", .english = true}));
//
// Right to left (left to right with English names); labels are the whole names, broken into lines
// between words, the other name is in the tooltip. Entity types differ by colour and by shape, what
// edges say by colour, how many places prove them by width; legends say how. Symmetric edges have
// no arrow, edges that only a gazetteer knows are dotted. Of a large graph (is_dense) names are
// shortened and edges have no words. Clusters hold what is tied to one meeting, or one country,
// alone. Names longer than a reader takes in are cut. Names are data: whatever they hold, they can
// neither end a string nor become markup. The text depends on the graph alone.
#pragma once

#include <string>
#include <string_view>

#include "render/clusters.h"
#include "render/subgraph.h"

namespace rawabit {

struct DrawingStyle {
  std::string title = {};   ///< above the picture, beside what it counts
  std::string layout = {};  ///< dot, fdp, sfdp, neato, circo, twopi, osage; empty: what suits
  bool english = false;     ///< English names where they are known
  ClusterBy clusters = ClusterBy::none;
};

/// Too large for whole names, and for the words of edges.
[[nodiscard]] bool is_dense(const Subgraph& graph);

/// The layout of the style, or that which suits: dot, of a dense graph sfdp, and osage where many
/// entities stand in clusters. Only dot and osage draw clusters (fdp would draw others each time).
[[nodiscard]] std::string layout_of(const Subgraph& graph, const DrawingStyle& style);

[[nodiscard]] std::string to_dot(const Subgraph& graph, const DrawingStyle& style = {});

/// `text` as a label of the DOT language, in lines of a readable length; control characters become
/// spaces, malformed UTF-8 U+FFFD.
[[nodiscard]] std::string dot_label(std::string_view text);

}  // namespace rawabit
