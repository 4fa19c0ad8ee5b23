#include "render/dot.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace rawabit {
namespace {

/// How an entity type looks. Shapes and colours both differ, for those who do not see colours.
struct Look {
  std::string_view shape;
  std::string_view fill;
};
constexpr std::array<Look, kEntityTypeNames.size()> kLooks = {{
    {"ellipse", "#fbe3b5"},        // person
    {"note", "#ececec"},           // title
    {"box", "#cfe2f7"},            // organization
    {"octagon", "#cdebcb"},        // country
    {"house", "#e4f5d8"},          // city
    {"doubleoctagon", "#dff3ee"},  // region
    {"box3d", "#f6cfd3"},          // meeting
    {"folder", "#e3d3f3"},         // agreement
    {"cds", "#fff7c9"},            // date
    {"hexagon", "#fbd9ef"},        // topic
}};

/// Families for Arabic, the first that is installed is taken.
constexpr std::string_view kFonts = "Amiri,Noto Naskh Arabic,DejaVu Sans,sans-serif";
constexpr std::size_t kLineLength = 32;  ///< code points, before a label goes on in the next line

constexpr std::string_view kHead = R"(digraph rawabit {{
  graph [charset="UTF-8", rankdir=RL, ranksep=0.9, nodesep=0.25, fontname="{0}"]
  node [style=filled, color="#555555", fontname="{0}", fontsize=16, margin="0.15,0.08"]
  edge [color="#666666", fontname="{0}", fontsize=11, arrowsize=0.7]
)";

const Look& look_of(EntityType type) { return kLooks[static_cast<std::size_t>(type)]; }

/// What stands for a backslash: Graphviz reads escapes in labels once, in tooltips twice.
constexpr std::string_view kLabelBackslash = R"(\\)";
constexpr std::string_view kTooltipBackslash = R"(\\\\)";

/// What stands for one code point inside a quoted string.
std::string escaped(UChar32 point, std::string_view backslash) {
  if (point == 0xFFFE || point == 0xFFFF) point = 0xFFFD;  // XML has no such characters
  if (point < 0x20 || point == 0x7F) return " ";
  if (point == '&') return "&amp;";  // Graphviz reads entities
  if (point == '\\') return std::string(backslash);
  std::string out = point == '"' ? "\\" : "";
  return icu::UnicodeString(point).toUTF8String(out);
}

/// Malformed UTF-8 becomes U+FFFD on the way.
std::string escaped(std::string_view text, std::string_view backslash) {
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString points = icu::UnicodeString::fromUTF8(bytes);
  std::string out;
  for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    out += escaped(points.char32At(i), backslash);
  }
  return out;
}

std::size_t count_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

/// The name in lines of about kLineLength, broken between words only.
std::string in_lines(std::string_view name) {
  std::string text;
  std::size_t in_line = 0;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    name.remove_prefix(std::min(name.size(), word.size() + 1));
    const std::size_t length = count_points(word);
    if (in_line > 0) {
      const bool fits = in_line + 1 + length <= kLineLength;
      text += fits ? " " : "\\n";
      in_line = fits ? in_line + 1 : 0;
    }
    text += escaped(word, kLabelBackslash);
    in_line += length;
  }
  return text;
}

std::string tooltip(const SubgraphNode& node) {
  const std::string text =
      node.english.empty() ? node.name : fmt::format("{} ({})", node.name, node.english);
  return '"' + escaped(text, kTooltipBackslash) + '"';
}

std::string node_line(const SubgraphNode& node, std::size_t number) {
  const Look& look = look_of(node.type);
  return fmt::format("  n{} [label={}, shape={}, fillcolor=\"{}\", tooltip={}]\n", number,
                     dot_label(node.name), look.shape, look.fill, tooltip(node));
}

std::string edge_line(const SubgraphEdge& edge) {
  std::string attributes = fmt::format("label=\"{}\"", name_of(edge.predicate));
  if (is_symmetric(edge.predicate)) attributes += ", dir=none, penwidth=2";
  if (edge.origin == Origin::gazetteer) attributes += ", style=dotted";
  return fmt::format("  n{} -> n{} [{}]\n", edge.subject + 1, edge.object + 1, attributes);
}

std::string legend(const Subgraph& graph) {
  std::set<EntityType> types;
  for (const SubgraphNode& node : graph.nodes) types.insert(node.type);
  std::string text = "  subgraph cluster_legend {\n    label=\"legend\" style=rounded\n";
  for (const EntityType type : types) {
    text +=
        fmt::format("    legend_{0} [label=\"{0}\", shape={1}, fillcolor=\"{2}\", fontsize=12]\n",
                    name_of(type), look_of(type).shape, look_of(type).fill);
  }
  return text + "  }\n";
}

}  // namespace

std::string dot_label(std::string_view text) { return '"' + in_lines(text) + '"'; }

std::string to_dot(const Subgraph& graph) {
  std::string text = fmt::format(kHead, kFonts);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) text += node_line(graph.nodes[i], i + 1);
  for (const SubgraphEdge& edge : graph.edges) text += edge_line(edge);
  if (!graph.nodes.empty()) text += legend(graph);
  return text + "}\n";
}

}  // namespace rawabit
