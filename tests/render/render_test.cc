#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "render/dot.h"
#include "render/subgraph.h"
#include "render/svg.h"

namespace rawabit {
namespace {

Subgraph small() {
  Subgraph graph;
  graph.nodes = {{5, EntityType::organization, "الإنتربول", "INTERPOL"},
                 {9, EntityType::organization, "مركز المعلومات الجنائية لمكافحة المخدرات", ""},
                 {2, EntityType::country, "قطر", "Qatar"}};
  graph.edges = {{0, 1, Predicate::cooperates_with, Origin::text, 2},
                 {1, 2, Predicate::based_in, Origin::text, 1},
                 {0, 2, Predicate::member_of, Origin::gazetteer, 1}};
  return graph;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("strings of the DOT language cannot be left by what is in them") {
  const std::pair<std::string, std::string> table[] = {
      {"قطر", R"("قطر")"},          {R"(a"b)", R"("a\"b")"},
      {R"(a\N)", R"("a\\N")"},      {R"(\")", R"("\\\"")"},
      {"a\nb\x01", R"("a b ")"},    {"<b>&lt;", R"("<b>&amp;lt;")"},
      {"\xd8", "\"\xEF\xBF\xBD\""}, {"", R"("")"},
  };
  for (const auto& [text, expected] : table) CHECK(dot_label(text) == expected);
}

TEST_CASE("the drawing says what the graph says") {
  const std::string dot = to_dot(small());
  for (const char* part :
       {"rankdir=RL", "fontname=\"Amiri,", "n1 [label=\"الإنتربول\", shape=box",
        "tooltip=\"الإنتربول (INTERPOL)\"", "label=\"مركز المعلومات الجنائية لمكافحة\\nالمخدرات\"",
        "tooltip=\"مركز المعلومات الجنائية لمكافحة المخدرات\"", "n3 [label=\"قطر\", shape=octagon",
        "n1 -> n2 [label=\"cooperates_with\", dir=none", "n2 -> n3 [label=\"based_in\"]",
        "n1 -> n3 [label=\"member_of\", style=dotted]", "cluster_legend",
        "legend_country [label=\"country\", shape=octagon"}) {
    CAPTURE(part);
    CHECK(holds(dot, part));
  }
  CHECK_FALSE(holds(dot, "legend_person"));
}

TEST_CASE("every type has a colour and a shape of its own") {
  Subgraph graph;
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i) {
    graph.nodes.push_back({static_cast<std::int64_t>(i), static_cast<EntityType>(i), "x", ""});
  }
  const std::string dot = to_dot(graph);
  std::set<std::string> shapes, colours;
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i) {
    const auto at = dot.find("n" + std::to_string(i + 1) + " [");
    const std::string line = dot.substr(at, dot.find('\n', at) - at);
    shapes.insert(line.substr(line.find("shape="), line.find(", fill") - line.find("shape=")));
    colours.insert(line.substr(line.find("fillcolor="), 19));
  }
  CHECK(shapes.size() == kEntityTypeNames.size());
  CHECK(colours.size() == kEntityTypeNames.size());
}

TEST_CASE("the picture holds the names and is the same each time") {
  const auto svg = to_svg(small());
  REQUIRE(svg);
  for (const char* part : {"<svg", "الإنتربول", "مركز المعلومات الجنائية لمكافحة المخدرات",
                           "cooperates_with", "legend", "Amiri"}) {
    CAPTURE(part);
    CHECK(holds(*svg, part));
  }
  CHECK(*to_svg(small()) == *svg);
}

TEST_CASE("hostile names stay text in the picture") {
  Subgraph graph = small();
  graph.nodes[0].name = "\"]; evil [label=\"<script>alert(1)</script> \\N \\G & &amp;";
  const auto svg = to_svg(graph);
  REQUIRE(svg);
  CHECK_FALSE(holds(*svg, "<script>"));
  CHECK_FALSE(holds(*svg, "<title>evil"));
  CHECK(holds(*svg, "\\N \\G &amp; &amp;amp; (INTERPOL)\""));  // the tooltip
  CHECK(holds(*svg, "&lt;script&gt;"));
  CHECK(holds(*svg, "&amp;amp;"));
}

TEST_CASE("an empty graph is a picture, one too large is refused") {
  CHECK(to_svg(Subgraph{}));
  Subgraph large;
  large.nodes.resize(kMostDrawn + 1);
  const auto svg = to_svg(large);
  REQUIRE_FALSE(svg);
  CHECK(holds(svg.error().message, "1501 entities are too many"));
}

/// Interpol and Qatar's centre cooperate; the centre sits in Doha, which lies in Qatar.
constexpr const char* kRows = R"(
INSERT INTO entities (id, type, name, key, english, n_documents, n_mentions) VALUES
  (1, 'country', 'قطر', 'قطر', 'Qatar', 1, 1), (2, 'city', 'الدوحة', 'دوحه', 'Doha', 1, 1),
  (3, 'organization', 'المركز', 'مركز', NULL, 1, 1),
  (4, 'organization', 'الإنتربول', 'انتربول', 'INTERPOL', 1, 1),
  (5, 'topic', 'الأمن', 'امن', NULL, 1, 1);
INSERT INTO names (entity, key, name, language, origin, is_canonical, is_full, n_mentions) VALUES
  (1, 'قطر', 'قطر', 'ar', 'text', 1, 1, 1), (2, 'دوحه', 'الدوحة', 'ar', 'text', 1, 1, 1),
  (4, 'انتربول', 'الإنتربول', 'ar', 'text', 1, 1, 1),
  (4, 'interpol', 'INTERPOL', 'en', 'gazetteer', 0, 1, 0);
INSERT INTO edges (subject, predicate, object, modality, origin, confidence, n_evidence, n_documents)
VALUES (3, 'based_in', 2, 'asserted', 'text', 1, 1, 1),
       (2, 'located_in', 1, 'asserted', 'gazetteer', 1, 1, 1),
       (4, 'cooperates_with', 3, 'asserted', 'text', 1, 2, 1),
       (4, 'works_on', 5, 'negated', 'text', 1, 1, 1);
)";

Database sample_database() {
  auto db = Database::open(":memory:", Database::Mode::create);
  REQUIRE(db);
  const auto schema = read_file(RAWABIT_SOURCE_DIR "/schema.sql");
  REQUIRE(schema);
  REQUIRE(db->execute(*schema));
  REQUIRE(db->execute(kRows));
  return *std::move(db);
}

/// "name name ... / predicate predicate ..." of the part of the graph that `filter` leaves.
std::string part(Database& db, const GraphFilter& filter) {
  const auto graph = read_subgraph(db, filter);
  if (!graph) return graph.error().message;
  std::string text;
  for (const SubgraphNode& node : graph->nodes) text += node.name + " ";
  text += "/";
  for (const SubgraphEdge& edge : graph->edges) text += " " + std::string(name_of(edge.predicate));
  return text;
}

TEST_CASE("filters choose the part that is drawn") {
  Database db = sample_database();
  using enum EntityType;
  CHECK(part(db, {}) == "الإنتربول المركز قطر الدوحة / cooperates_with based_in located_in");
  CHECK(part(db, {.around = {4}, .hops = 1}) == "الإنتربول المركز / cooperates_with");
  CHECK(part(db, {.around = {4}, .hops = 2}) ==
        "الإنتربول المركز الدوحة / cooperates_with based_in");
  CHECK(part(db, {.around = {2}, .hops = 1, .types = {country}}) == "قطر الدوحة / located_in");
  CHECK(part(db, {.around = {2}, .hops = 0}) == "الدوحة /");
  CHECK(part(db, {.around = {}, .hops = 1, .types = {organization}}) ==
        "الإنتربول المركز / cooperates_with");
  CHECK(part(db, {.around = {}, .hops = 1, .types = {topic}}) == "/");
  CHECK(part(db, {.around = {1, 5}, .hops = 0}) == "قطر الأمن /");
}

}  // namespace
}  // namespace rawabit
