#include "render/turtle.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "render/markup.h"

namespace rawabit {
namespace {

constexpr std::string_view kHead = R"(@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix terms: <urn:rawabit:terms#> .
@prefix entity: <urn:rawabit:entity:> .
@prefix edge: <urn:rawabit:edge:> .

)";

/// What an entity type is in schema.org.
constexpr std::array<std::string_view, kEntityTypeNames.size()> kClasses = {
    "Person", "DefinedTerm", "Organization", "Country",     "City",
    "Place",  "Event",       "CreativeWork", "DefinedTerm", "DefinedTerm"};

/// What a predicate is in schema.org; from object to subject where it is the other way round there.
struct SchemaTerm {
  std::string_view name;
  bool inverse = false;
};
constexpr std::array<SchemaTerm, kPredicateNames.size()> kTerms = {{
    {"jobTitle"},            // has_title
    {"worksFor"},            // works_for
    {"attendee", true},      // chaired
    {"organizer", true},     // hosted
    {"organizer", true},     // organized
    {"attendee", true},      // participated_in
    {"location"},            // held_in
    {},                      // held_on
    {"about"},               // about
    {},                      // met_with
    {},                      // cooperates_with
    {},                      // signed
    {"memberOf"},            // member_of
    {"founder", true},       // founded
    {"parentOrganization"},  // part_of
    {"location"},            // based_in
    {"knowsAbout"},          // works_on
    {"containedInPlace"},    // located_in
}};

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : label_text(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string article_iri(std::string_view name) {
  std::string iri = "<urn:rawabit:article:";
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    iri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return iri + ">";
}

std::string node_lines(const SubgraphNode& node, std::size_t number) {
  std::string text = fmt::format("entity:n{} a schema:{} ; terms:type \"{}\" ; schema:name {}@ar",
                                 number, kClasses[static_cast<std::size_t>(node.type)],
                                 name_of(node.type), literal(node.name));
  if (!node.english.empty()) {
    text += fmt::format(" ; schema:alternateName {}@en", literal(node.english));
  }
  if (!node.iso.empty()) text += fmt::format(" ; terms:iso {}", literal(node.iso));
  return text + " .\n";
}

std::string edge_lines(const SubgraphEdge& edge, std::size_t number, const GraphSources& sources) {
  const std::string_view predicate = name_of(edge.predicate);
  std::string text =
      fmt::format("entity:n{} terms:{} entity:n{} .\n", edge.subject, predicate, edge.object);
  const SchemaTerm& term = kTerms[static_cast<std::size_t>(edge.predicate)];
  if (!term.name.empty()) {
    text += fmt::format("entity:n{} schema:{} entity:n{} .\n",
                        term.inverse ? edge.object : edge.subject, term.name,
                        term.inverse ? edge.subject : edge.object);
  }
  text += fmt::format(
      "edge:e{} a rdf:Statement ; rdf:subject entity:n{} ; rdf:predicate terms:{} ; "
      "rdf:object entity:n{} ; terms:origin \"{}\" ; terms:evidence {}",
      number, edge.subject, predicate, edge.object, name_of(edge.origin), edge.n_evidence);
  for (const std::size_t article : sources.of_edges[number]) {
    text +=
        fmt::format(" ;\n  prov:wasDerivedFrom {}", article_iri(sources.articles[article].name));
  }
  return text + " .\n";
}

std::string article_lines(const SourceArticle& article) {
  std::string text = article_iri(article.name) + " a schema:NewsArticle , prov:Entity";
  text += fmt::format(" ; schema:identifier {}", literal(article.name));
  if (!article.title.empty()) text += fmt::format(" ; schema:headline {}", literal(article.title));
  if (!article.date.empty()) {
    text += fmt::format(" ; schema:datePublished {}^^xsd:date", literal(article.date));
  }
  return text + " .\n";
}

}  // namespace

Result<GraphSources> read_sources(Database& db, const Subgraph& graph) {
  std::unordered_map<std::int64_t, std::size_t> number_of;
  for (std::size_t i = 0; i < graph.edges.size(); ++i) number_of[graph.edges[i].id] = i;
  GraphSources sources;
  sources.of_edges.resize(graph.edges.size());
  auto rows = db.prepare(
      "SELECT DISTINCT d.article, d.title, d.date, v.edge FROM evidence AS v "
      "JOIN documents AS d ON d.id = v.document WHERE v.edge IS NOT NULL ORDER BY d.article");
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    const auto edge = number_of.find(rows->integer(3));
    if (edge == number_of.end()) continue;
    if (sources.articles.empty() || sources.articles.back().name != rows->text(0)) {
      sources.articles.push_back(
          {std::string(rows->text(0)), std::string(rows->text(1)), std::string(rows->text(2))});
    }
    sources.of_edges[edge->second].push_back(sources.articles.size() - 1);
  }
  if (!row) return row.error();
  return sources;
}

std::string to_turtle(const Subgraph& graph, const GraphSources& sources) {
  std::string text(kHead);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) text += node_lines(graph.nodes[i], i);
  for (const SourceArticle& article : sources.articles) text += article_lines(article);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    text += edge_lines(graph.edges[i], i, sources);
  }
  return text;
}

}  // namespace rawabit
