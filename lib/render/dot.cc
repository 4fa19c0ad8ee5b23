#include "render/dot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "render/markup.h"

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

constexpr std::size_t kDense = 120;      ///< entities
constexpr std::size_t kFewInBoxes = 40;  ///< entities that have room in rows with boxes around them
constexpr std::size_t kShortLabel = 24;  ///< code points of a name, in a dense picture
constexpr std::size_t kLongLabel = 160;  ///< the same in any other
constexpr std::size_t kTooltip = 500;    ///< the same of a tooltip

/// What edges say, by colour.
struct Family {
  std::string_view name;
  std::string_view colour;
};
constexpr std::array<Family, 6> kFamilies = {{{"took part, chaired, hosted", "#b2182b"},
                                              {"met, cooperates, signed", "#1b7837"},
                                              {"part, member, founder", "#2166ac"},
                                              {"title, works for", "#8c6d31"},
                                              {"about, works on", "#762a83"},
                                              {"where, when", "#777777"}}};

std::size_t family_of(Predicate predicate) {
  switch (predicate) {
    case Predicate::chaired:
    case Predicate::hosted:
    case Predicate::organized:
    case Predicate::participated_in:
      return 0;
    case Predicate::met_with:
    case Predicate::cooperates_with:
    case Predicate::signed_agreement:
      return 1;
    case Predicate::part_of:
    case Predicate::member_of:
    case Predicate::founded:
      return 2;
    case Predicate::has_title:
    case Predicate::works_for:
      return 3;
    case Predicate::about:
    case Predicate::works_on:
      return 4;
    case Predicate::held_in:
    case Predicate::held_on:
    case Predicate::based_in:
    case Predicate::located_in:
      break;
  }
  return 5;
}

constexpr std::string_view kHead = R"(digraph rawabit {{
  graph [charset="UTF-8", rankdir={1}, ranksep=0.9, nodesep=0.25, fontname="{0}", fontsize=20,
         layout={2}, start=1, overlap=prism, splines={4}, outputorder=edgesfirst, pad=0.3, K=0.7,
         labelloc=t, label={3}{5}]
  node [style=filled, color="#555555", fontname="{0}", fontsize=16, margin="0.15,0.08"]
  edge [fontname="{0}", fontsize=11, arrowsize=0.7]
)";

const Look& look_of(EntityType type) { return kLooks[static_cast<std::size_t>(type)]; }

/// What stands for a backslash: Graphviz reads escapes in labels once, in tooltips twice.
constexpr std::string_view kLabelBackslash = R"(\\)";
constexpr std::string_view kTooltipBackslash = R"(\\\\)";

/// A label inside a quoted string.
std::string escaped(std::string_view text, std::string_view backslash) {
  std::string out;
  for (const char c : label_text(text)) {
    if (c == '&') {
      out += "&amp;";  // Graphviz reads entities
    } else if (c == '\\') {
      out += backslash;
    } else {
      out += c == '"' ? "\\\"" : std::string(1, c);
    }
  }
  return out;
}

std::size_t count_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

/// Where the first `length` code points end.
std::size_t end_of(std::string_view text, std::size_t length) {
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size(); ++end) {
    const bool is_begin = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (is_begin && points++ == length) break;
  }
  return end;
}

/// As many code points, "…" where that is not all.
std::string shortened(std::string_view name, std::size_t length) {
  const std::size_t end = end_of(name, length);
  return end == name.size() ? std::string(name) : std::string(name.substr(0, end)) + "…";
}

/// The name in lines of about kLineLength, broken between words; a word that is longer than any of
/// a language is not told in full.
std::string in_lines(std::string_view name) {
  std::string text;
  std::size_t in_line = 0;
  while (!name.empty()) {
    const std::string_view whole = name.substr(0, name.find(' '));
    name.remove_prefix(std::min(name.size(), whole.size() + 1));
    const std::string word = shortened(whole, kLineLength);
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

/// Is it worth to arrange a picture by its boxes?
bool boxes_hold_many(const Subgraph& graph, ClusterBy by) {
  constexpr std::size_t kOneOf = 4;
  const std::vector<std::size_t> clusters = clusters_of(graph, by);
  const auto outside = static_cast<std::size_t>(std::ranges::count(clusters, kNoCluster));
  return (clusters.size() - outside) * kOneOf >= clusters.size();
}

/// Draws one graph in one style.
class Drawing {
 public:
  Drawing(const Subgraph& graph, const DrawingStyle& style)
      : graph_(graph),
        style_(style),
        layout_(layout_of(graph, style)),
        dense_(is_dense(graph)),
        packed_(layout_ == "osage"),
        boxes_(packed_ || layout_ == "dot"),
        clusters_(clusters_of(graph, boxes_ ? style.clusters : ClusterBy::none)) {}

  std::string text() const {
    std::string text = fmt::format(kHead, kFonts, style_.english ? "LR" : "RL", layout_, title(),
                                   dense_ || packed_ ? "line" : "true", for_layout());
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      if (clusters_[i] == kNoCluster) text += node_line(i);
      if (clusters_[i] == i) text += cluster(i);
    }
    for (const SubgraphEdge& edge : graph_.edges) text += edge_line(edge);
    if (!graph_.nodes.empty()) text += legend();
    return text + "}\n";
  }

 private:
  std::string_view for_layout() const {
    if (packed_) return ", packmode=\"graph\", pack=18";
    // without it Graphviz 2.42 fails on some clusters, and ends the program
    return style_.clusters == ClusterBy::none ? "" : ", newrank=true";
  }

  std::string label(const SubgraphNode& node, std::size_t length) const {
    const bool english = style_.english && !node.english.empty();
    return dot_label(shortened(english ? node.english : node.name, length));
  }

  std::string node_line(std::size_t i) const {
    const SubgraphNode& node = graph_.nodes[i];
    const Look& look = look_of(node.type);
    const std::string both =
        node.english.empty() ? node.name : fmt::format("{} ({})", node.name, node.english);
    return fmt::format("  n{} [label={}, shape={}, fillcolor=\"{}\", tooltip=\"{}\"]\n", i + 1,
                       label(node, dense_ ? kShortLabel : kLongLabel), look.shape, look.fill,
                       escaped(shortened(both, kTooltip), kTooltipBackslash));
  }

  std::string edge_line(const SubgraphEdge& edge) const {
    std::string words(name_of(edge.predicate));
    std::ranges::replace(words, '_', ' ');
    std::string attributes = fmt::format("color=\"{}\", tooltip=\"{}\"",
                                         kFamilies[family_of(edge.predicate)].colour, words);
    if (!dense_ && !packed_) attributes += fmt::format(", label=\"{}\"", words);
    if (is_symmetric(edge.predicate)) attributes += ", dir=none";
    if (edge.n_evidence > 1) {
      const double times = static_cast<double>(edge.n_evidence);
      attributes +=
          fmt::format(", penwidth={:.1f}, weight={}", std::min(1 + std::log2(times), kThickest),
                      std::min<std::int64_t>(edge.n_evidence, kHeaviest));
    }
    if (edge.origin == Origin::gazetteer) attributes += ", style=dotted";
    return fmt::format("  n{} -> n{} [{}]\n", edge.subject + 1, edge.object + 1, attributes);
  }

  std::string cluster(std::size_t which) const {
    std::string text = fmt::format(
        "  subgraph cluster_{} {{\n    label={} style=\"rounded,filled\" color=\"#cccccc\" "
        "fillcolor=\"#f7f7f7\" margin=16\n",
        which + 1, label(graph_.nodes[which], kShortLabel));  // in full in its own node
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      if (clusters_[i] == which) text += "  " + node_line(i);
    }
    return text + "  }\n";
  }

  /// The title, what is counted, and the colours of the edges.
  std::string title() const {
    std::string text = "<<table border=\"0\" cellspacing=\"4\">";
    if (!style_.title.empty()) text += title_row(xml_text(shortened(style_.title, kLongLabel)));
    text +=
        title_row(fmt::format("{} entities, {} ties", graph_.nodes.size(), graph_.edges.size()));
    std::string cells;
    for (std::size_t i = 0; i < kFamilies.size(); ++i) {
      const bool is_there = std::ranges::any_of(
          graph_.edges, [&](const SubgraphEdge& edge) { return family_of(edge.predicate) == i; });
      if (!is_there) continue;
      cells += fmt::format("<td><font color=\"{}\" point-size=\"{}\">━ {}</font></td>",
                           kFamilies[i].colour, dense_ ? 30 : 14, kFamilies[i].name);
    }
    if (!cells.empty()) text += "<tr>" + cells + "</tr>";
    return text + "</table>>";
  }

  std::string title_row(const std::string& words) const {
    return fmt::format("<tr><td colspan=\"6\"><font point-size=\"{}\"><b>{}</b></font></td></tr>",
                       dense_ ? 48 : 20, words);
  }

  /// A node for each type. Tied together, so that no layout scatters them; dot puts them in a row.
  std::string legend() const {
    std::set<EntityType> types;
    for (const SubgraphNode& node : graph_.nodes) types.insert(node.type);
    std::string text = fmt::format("  subgraph {}legend {{\n", boxes_ ? "cluster_" : "");
    if (boxes_) text += "    label=\"legend\" style=rounded\n";
    std::string last;
    for (const EntityType type : types) {
      text += fmt::format(
          "    legend_{0} [label=\"{0}\", shape={1}, fillcolor=\"{2}\", fontsize={3}]\n",
          name_of(type), look_of(type).shape, look_of(type).fill, dense_ ? 24 : 12);
      if (!last.empty() && !boxes_) {
        text += fmt::format("    legend_{} -> legend_{} [style=invis]\n", last, name_of(type));
      }
      last = name_of(type);
    }
    return text + "  }\n";
  }

  static constexpr double kThickest = 5;
  static constexpr std::int64_t kHeaviest = 10;

  const Subgraph& graph_;
  const DrawingStyle& style_;
  std::string layout_;
  bool dense_;
  bool packed_;  ///< boxes and entities side by side, lines across: no room for words on edges
  bool boxes_;   ///< does the layout know clusters? fdp does, but not twice alike
  std::vector<std::size_t> clusters_;
};

}  // namespace

std::string dot_label(std::string_view text) { return '"' + in_lines(text) + '"'; }

bool is_dense(const Subgraph& graph) { return graph.nodes.size() > kDense; }

std::string layout_of(const Subgraph& graph, const DrawingStyle& style) {
  if (!style.layout.empty()) return style.layout;
  // dot's boxes make a tall picture, and boxes around few make none that is worth it.
  if (graph.nodes.size() > kFewInBoxes && boxes_hold_many(graph, style.clusters)) return "osage";
  return is_dense(graph) ? "sfdp" : "dot";
}

std::string to_dot(const Subgraph& graph, const DrawingStyle& style) {
  return Drawing(graph, style).text();
}

}  // namespace rawabit
