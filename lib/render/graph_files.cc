#include "render/graph_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "render/markup.h"

namespace rawabit {
namespace {

constexpr std::string_view kGraphmlHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="type" for="node" attr.name="type" attr.type="string"/>
  <key id="name" for="node" attr.name="name" attr.type="string"/>
  <key id="english" for="node" attr.name="english" attr.type="string"/>
  <key id="iso" for="node" attr.name="iso" attr.type="string"/>
  <key id="predicate" for="edge" attr.name="predicate" attr.type="string"/>
  <key id="origin" for="edge" attr.name="origin" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="long"/>
  <key id="confidence" for="edge" attr.name="confidence" attr.type="double"/>
  <graph id="rawabit" edgedefault="directed">
)";

constexpr std::string_view kGexfHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph mode="static" defaultedgetype="directed">
    <attributes class="node">
      <attribute id="0" title="type" type="string"/>
      <attribute id="1" title="english" type="string"/>
      <attribute id="2" title="iso" type="string"/>
    </attributes>
    <attributes class="edge">
      <attribute id="0" title="predicate" type="string"/>
      <attribute id="1" title="origin" type="string"/>
      <attribute id="2" title="confidence" type="double"/>
    </attributes>
)";

/// WORKS_FOR: how Neo4j writes types of relationships.
std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  std::ranges::transform(capitals, capitals.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return capitals;
}

/// Person: how Neo4j writes labels.
std::string with_capital(std::string_view name) {
  std::string label(name);
  label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(label.front())));
  return label;
}

/// Neo4j takes "" for a text, and nothing for none.
std::string field_or_nothing(std::string_view text) {
  return text.empty() ? std::string() : csv_field(text);
}

std::string_view direction(const SubgraphEdge& edge) {
  return is_symmetric(edge.predicate) ? "undirected" : "directed";
}

}  // namespace

std::string to_graphml(const Subgraph& graph) {
  std::string text(kGraphmlHead);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const SubgraphNode& node = graph.nodes[i];
    text += fmt::format(
        "    <node id=\"n{}\"><data key=\"type\">{}</data><data key=\"name\">{}</data>"
        "<data key=\"english\">{}</data><data key=\"iso\">{}</data></node>\n",
        i, name_of(node.type), xml_text(node.name), xml_text(node.english), xml_text(node.iso));
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const SubgraphEdge& edge = graph.edges[i];
    // No directed="false": readers of mixed graphs are rare, and the predicate says it.
    text += fmt::format(
        "    <edge id=\"e{}\" source=\"n{}\" target=\"n{}\"><data key=\"predicate\">{}</data>"
        "<data key=\"origin\">{}</data><data key=\"weight\">{}</data>"
        "<data key=\"confidence\">{}</data></edge>\n",
        i, edge.subject, edge.object, name_of(edge.predicate), name_of(edge.origin),
        edge.n_evidence, edge.confidence);
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string to_gexf(const Subgraph& graph) {
  std::string text(kGexfHead);
  text += "    <nodes>\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const SubgraphNode& node = graph.nodes[i];
    text += fmt::format(
        "      <node id=\"n{}\" label=\"{}\"><attvalues><attvalue for=\"0\" value=\"{}\"/>"
        "<attvalue for=\"1\" value=\"{}\"/><attvalue for=\"2\" value=\"{}\"/></attvalues></node>\n",
        i, xml_text(node.name), name_of(node.type), xml_text(node.english), xml_text(node.iso));
  }
  text += "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const SubgraphEdge& edge = graph.edges[i];
    text += fmt::format(
        "      <edge id=\"e{0}\" source=\"n{1}\" target=\"n{2}\" label=\"{3}\" weight=\"{5}\">"
        "<attvalues><attvalue for=\"0\" value=\"{3}\"/><attvalue for=\"1\" value=\"{4}\"/>"
        "<attvalue for=\"2\" value=\"{6}\"/></attvalues></edge>\n",
        i, edge.subject, edge.object, name_of(edge.predicate), name_of(edge.origin),
        edge.n_evidence, edge.confidence);
  }
  return text + "    </edges>\n  </graph>\n</gexf>\n";
}

std::string to_graph_jsonl(const Subgraph& graph) {
  std::string text;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const SubgraphNode& node = graph.nodes[i];
    text += fmt::format(R"({{"node":"n{}","type":"{}","name":{})", i, name_of(node.type),
                        json_text(node.name));
    if (!node.english.empty()) text += fmt::format(R"(,"english":{})", json_text(node.english));
    if (!node.iso.empty()) text += fmt::format(R"(,"iso":{})", json_text(node.iso));
    text += "}\n";
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const SubgraphEdge& edge = graph.edges[i];
    text += fmt::format(
        R"({{"edge":"e{}","subject":"n{}","predicate":"{}","object":"n{}","origin":"{}","n_evidence":{},"confidence":{}}})"
        "\n",
        i, edge.subject, name_of(edge.predicate), edge.object, name_of(edge.origin),
        edge.n_evidence, edge.confidence);
  }
  return text;
}

GraphTables to_gephi_tables(const Subgraph& graph) {
  GraphTables tables{"Id,Label,type,english,iso\r\n",
                     "Source,Target,Type,Id,Label,Weight,origin,confidence\r\n"};
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const SubgraphNode& node = graph.nodes[i];
    tables.nodes +=
        fmt::format("n{},{},{},{},{}\r\n", i, spreadsheet_field(node.name), name_of(node.type),
                    spreadsheet_field(node.english), spreadsheet_field(node.iso));
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const SubgraphEdge& edge = graph.edges[i];
    tables.edges += fmt::format("n{},n{},{},e{},{},{},{},{}\r\n", edge.subject, edge.object,
                                with_capital(direction(edge)), i, name_of(edge.predicate),
                                edge.n_evidence, name_of(edge.origin), edge.confidence);
  }
  return tables;
}

GraphTables to_neo4j_tables(const Subgraph& graph) {
  GraphTables tables{"id:ID,name,english,iso,:LABEL\r\n",
                     ":START_ID,:END_ID,:TYPE,origin,n_evidence:long,confidence:double\r\n"};
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const SubgraphNode& node = graph.nodes[i];
    tables.nodes +=
        fmt::format("n{},{},{},{},{}\r\n", i, csv_field(node.name), field_or_nothing(node.english),
                    field_or_nothing(node.iso), with_capital(name_of(node.type)));
  }
  for (const SubgraphEdge& edge : graph.edges) {
    tables.edges += fmt::format("n{},n{},{},{},{},{}\r\n", edge.subject, edge.object,
                                in_capitals(name_of(edge.predicate)), name_of(edge.origin),
                                edge.n_evidence, edge.confidence);
  }
  return tables;
}

}  // namespace rawabit
