// A graph as a picture, laid out by Graphviz.
//
//   Result<std::string> svg = draw(graph, "svg");
//   Result<std::string> png = draw(graph, "png", {.title = "INTERPOL", .layout = "fdp"});
//
// Takes svg, png or pdf. Arabic is shaped by pango; the picture names its fonts, and the SVG holds
// the text itself, so it can be searched. The same graph gives the same bytes. More than kMostDrawn
// entities are refused: nobody could read the picture, and the layout would take hours. Graphviz
// keeps global state: never call this from two threads at a time.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "render/dot.h"
#include "render/subgraph.h"

namespace rawabit {

inline constexpr std::size_t kMostDrawn = 1500;

[[nodiscard]] Result<std::string> draw(const Subgraph& graph, const std::string& format,
                                       const DrawingStyle& style = {});

}  // namespace rawabit
