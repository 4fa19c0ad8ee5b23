#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "render/clusters.h"
#include "render/dot.h"
#include "render/picture.h"
#include "render/subgraph.h"

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
      {"قطر", R"("قطر")"},
      {R"(a"b)", R"("a\"b")"},
      {R"(a\N)", R"("a\\N")"},
      {R"(\")", R"("\\\"")"},
      {"a\nb\x01", R"("a b ")"},
      {"<b>&lt;", R"("<b>&amp;lt;")"},
      {"\xd8", "\"\xEF\xBF\xBD\""},
      {"", R"("")"},
      {"\u202eabc\u202c", "\"abc\""},
      {std::string(40, 'a') + " b", '"' + std::string(32, 'a') + "…\\nb\""},
  };
  for (const auto& [text, expected] : table) CHECK(dot_label(text) == expected);
}

TEST_CASE("the drawing says what the graph says") {
  const std::string dot = to_dot(small());
  for (const char* part :
       {"rankdir=RL", "fontname=\"Amiri,", "n1 [label=\"الإنتربول\", shape=box",
        "tooltip=\"الإنتربول (INTERPOL)\"", "label=\"مركز المعلومات الجنائية لمكافحة\\nالمخدرات\"",
        "tooltip=\"مركز المعلومات الجنائية لمكافحة المخدرات\"", "n3 [label=\"قطر\", shape=octagon",
        "n1 -> n2 [color=\"#1b7837\", tooltip=\"cooperates with\", label=\"cooperates with\", "
        "dir=none, "
        "penwidth=2.0, weight=2]",
        "label=\"based in\"]", "label=\"member of\", style=dotted]", "cluster_legend",
        "<b>3 entities, 3 ties</b>", "met, cooperates, signed",
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
  const auto svg = draw(small(), "svg");
  REQUIRE(svg);
  for (const char* part : {"<svg", "الإنتربول", "مركز المعلومات الجنائية لمكافحة المخدرات",
                           "cooperates with", "legend", "Amiri"}) {
    CAPTURE(part);
    CHECK(holds(*svg, part));
  }
  CHECK(*draw(small(), "svg") == *svg);
}

TEST_CASE("pictures of every format and layout are the same each time") {
  for (const char* format : {"svg", "png", "pdf"}) {
    CAPTURE(format);
    const auto picture = draw(small(), format, {.title = "قطر & <b>"});
    REQUIRE(picture);
    CHECK(*draw(small(), format, {.title = "قطر & <b>"}) == *picture);
  }
  CHECK(draw(small(), "png")->starts_with("\x89PNG"));
  CHECK(draw(small(), "pdf")->starts_with("%PDF"));
  for (const char* layout : {"dot", "fdp", "sfdp", "neato", "circo", "twopi"}) {
    CAPTURE(layout);
    const auto picture = draw(small(), "svg", {.layout = layout});
    REQUIRE(picture);
    CHECK(*draw(small(), "svg", {.layout = layout}) == *picture);
  }
}

TEST_CASE("the style of a picture") {
  const std::string english = to_dot(small(), {.title = "a <b> \"c\"", .english = true});
  for (const char* part : {"rankdir=LR", "n1 [label=\"INTERPOL\"",
                           "<b>a &lt;b&gt; &quot;c&quot;</b>", "n2 [label=\"مركز المعلومات"}) {
    CAPTURE(part);
    CHECK(holds(english, part));
  }
  const std::string clusters = to_dot(small(), {.clusters = ClusterBy::country});
  CHECK_FALSE(holds(clusters, "cluster_3"));  // two are no cluster
  Subgraph more = small();
  more.nodes.push_back({11, EntityType::person, "راشد", ""});
  more.edges.push_back({3, 2, Predicate::works_for, Origin::text, 1});
  CHECK(holds(to_dot(more, {.clusters = ClusterBy::country}), "subgraph cluster_3 {"));
  Subgraph large;
  large.nodes.resize(121, {1, EntityType::topic, std::string(100, 'a'), ""});
  large.edges = {{0, 1, Predicate::about, Origin::text, 1}};
  CHECK(is_dense(large));
  CHECK(holds(to_dot(large), "layout=sfdp"));
  CHECK(holds(to_dot(large), "[label=\"aaaaaaaaaaaaaaaaaaaaaaaa…\""));
  CHECK_FALSE(holds(to_dot(large), "label=\"about\""));
}

TEST_CASE("the layout suits the size and the boxes") {
  // A country with so many cities, and as many topics that belong nowhere.
  const auto layout = [](std::size_t cities, std::size_t topics) {
    Subgraph graph;
    graph.nodes.push_back({0, EntityType::country, "d", ""});
    for (std::size_t i = 1; i <= cities; ++i) {
      graph.nodes.push_back({0, EntityType::city, "c", ""});
      graph.edges.push_back({i, 0, Predicate::located_in, Origin::text, 1});
    }
    graph.nodes.resize(graph.nodes.size() + topics, {0, EntityType::topic, "t", ""});
    return layout_of(graph, {}) + " " + layout_of(graph, {.clusters = ClusterBy::country});
  };
  CHECK(layout(5, 0) == "dot dot");
  CHECK(layout(20, 30) == "dot osage");
  CHECK(layout(3, 60) == "dot dot");
  CHECK(layout(100, 100) == "sfdp osage");
  CHECK(layout(3, 200) == "sfdp sfdp");
}

TEST_CASE("Arabic runs from right to left in SVG, whatever its viewer takes for the direction") {
  Subgraph graph = small();
  graph.nodes[0].name = "\"قطر\" …";
  graph.nodes[2].name = "Qatar (قطر)";
  const auto svg = draw(graph, "svg", {.title = "قطر (2)"});
  REQUIRE(svg);
  for (const char* part :
       {"<text direction=\"rtl\" text-anchor=\"middle\"", "&quot;قطر&quot; …</text>",
        "<text direction=\"rtl\" text-anchor=\"end\"", "قطر (2)</text>"}) {
    CAPTURE(part);
    CHECK(holds(*svg, part));
  }
  const std::size_t latin = svg->find(">Qatar (قطر)</text>");
  REQUIRE(latin != std::string::npos);
  CHECK(svg->substr(svg->rfind("<text", latin), 24) == "<text text-anchor=\"middl");
}

TEST_CASE("clusters are of one meeting, or of one country") {
  // A meeting with two bodies, a second one with one of them and a city, which lies in a country.
  Subgraph graph;
  for (const auto& [type, name] :
       std::vector<std::pair<EntityType, const char*>>{{EntityType::meeting, "m"},
                                                       {EntityType::organization, "a"},
                                                       {EntityType::organization, "b"},
                                                       {EntityType::meeting, "n"},
                                                       {EntityType::city, "c"},
                                                       {EntityType::country, "d"},
                                                       {EntityType::topic, "t"},
                                                       {EntityType::organization, "e"}}) {
    graph.nodes.push_back({0, type, name, ""});
  }
  using enum Predicate;
  graph.edges = {{1, 0, participated_in, Origin::text, 1}, {2, 0, participated_in, Origin::text, 1},
                 {2, 3, participated_in, Origin::text, 1}, {3, 4, held_in, Origin::text, 1},
                 {4, 5, located_in, Origin::text, 1},      {0, 6, about, Origin::text, 1},
                 {7, 4, based_in, Origin::text, 1}};
  constexpr std::size_t kNo = kNoCluster;
  CHECK(clusters_of(graph, ClusterBy::meeting) ==
        std::vector<std::size_t>{0, 0, kNo, kNo, kNo, kNo, 0, kNo});
  CHECK(clusters_of(graph, ClusterBy::country) ==
        std::vector<std::size_t>{kNo, kNo, kNo, 5, 5, 5, kNo, 5});
  CHECK(clusters_of(graph, ClusterBy::none) == std::vector<std::size_t>(8, kNo));
}

TEST_CASE("hostile names stay text in the picture") {
  Subgraph graph = small();
  graph.nodes[0].name = "\"]; evil [label=\"<script>alert(1)</script> \\N \\G & &amp;";
  const auto svg = draw(graph, "svg");
  REQUIRE(svg);
  CHECK_FALSE(holds(*svg, "<script>"));
  CHECK_FALSE(holds(*svg, "<title>evil"));
  CHECK(holds(*svg, "\\N \\G &amp; &amp;amp; (INTERPOL)\""));  // the tooltip
  CHECK(holds(*svg, "&lt;script&gt;"));
  CHECK(holds(*svg, "&amp;amp;"));
}

TEST_CASE("names of ten thousand letters leave a picture its size") {
  for (const bool in_words : {false, true}) {
    CAPTURE(in_words);
    Subgraph graph = small();
    std::string name;
    for (int i = 0; i < 10'000; ++i) name += in_words && i % 5 == 0 ? " " : "ط";
    graph.nodes[0].name = graph.nodes[1].english = name;
    const auto svg = draw(graph, "svg", {.title = name});
    REQUIRE(svg);
    double width = 0;
    REQUIRE(sscanf(svg->c_str() + svg->find("<svg width="), "<svg width=\"%lf", &width) == 1);
    CHECK(width < 2000);
    CHECK(svg->size() < 30'000);
  }
}

TEST_CASE("an empty graph is a picture, one too large is refused") {
  CHECK(draw(Subgraph{}, "svg"));
  Subgraph large;
  large.nodes.resize(kMostDrawn + 1);
  const auto svg = draw(large, "svg");
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
