#include <catch2/catch.hpp>
#include <filesystem>

#include "render/explorer_page.h"
#include "store/store.h"

namespace rawabit {
namespace {

ExplorerGraph named(const std::string& name) {
  ExplorerGraph known;
  known.graph.nodes = {{1, EntityType::organization, name, ""}};
  known.entities.resize(1);
  return known;
}

TEST_CASE("what a name holds cannot leave the data of the page") {
  const std::pair<std::string, std::string> table[] = {
      {"</script>", R"("\u003c/script\u003e")"},
      {"<!--", R"("\u003c!--")"},
      {"&amp;", R"("\u0026amp;")"},
      {R"(a"b\)", R"("a\"b\\")"},
      {"\xE2\x80\xAEx\xE2\x80\xAC\xE2\x81\xA6", R"("x")"},
      {"\xE2\x80\x8Fx", R"("\u200fx")"},
      {"\xE2\x80\xA8\xE2\x80\xA9", R"("  ")"},
      {"a\n\x01z", R"("a  z")"},
      {"\xd8", "\"\xEF\xBF\xBD\""},
      {"قطر", "\"قطر\""},
  };
  for (const auto& [name, expected] : table) {
    CAPTURE(name);
    CHECK(to_explorer_json(named(name)).find("[2," + expected + ",") != std::string::npos);
  }
}

TEST_CASE("a page is the template with the graph in its one place") {
  const ExplorerGraph known = named("x");
  const auto page = to_explorer_page("<a>@rawabit-graph@</a>", known);
  REQUIRE(page);
  CHECK(*page == "<a>" + to_explorer_json(known) + "</a>");
  for (const char* bad : {"", "<a></a>", "@rawabit-graph@@rawabit-graph@"}) {
    CAPTURE(bad);
    CHECK_FALSE(to_explorer_page(bad, known));
  }
}

/// Two bodies that cooperate, one of them with a country as well; a sentence in Latin-1 and one
/// that has no end.
constexpr const char* kGraph = R"sql(
  INSERT INTO documents (id, article, path, title, date, text, content_hash, fingerprint, status, message)
    VALUES (1, 'b', '', 'T', '2020-03-01', NULL, '', '', 'done', NULL),
           (2, 'a', '', NULL, NULL, NULL, '', '', 'done', NULL);
  INSERT INTO sentences (id, document, number, start, end, text)
    VALUES (1, 1, 1, 10, 17, 'é A é B'), (2, 2, 1, 0, 9001, 'A' || hex(zeroblob(4500)));
  INSERT INTO entities (id, type, kind, name, key, english, iso, date_from, date_to, gazetteer, n_documents, n_mentions)
    VALUES (1, 'organization', NULL, 'A', 'a', 'Aye', NULL, NULL, NULL, NULL, 2, 3),
           (2, 'organization', NULL, 'B', 'b', NULL, NULL, NULL, NULL, NULL, 1, 1),
           (3, 'country', NULL, 'C', 'c', NULL, NULL, NULL, NULL, NULL, 1, 1);
  INSERT INTO names (entity, key, name, language, origin, is_canonical, is_full, n_mentions)
    VALUES (1, 'a', 'A', 'ar', 'text', 1, 1, 3), (1, 'aye', 'Aye', 'en', 'gazetteer', 0, 1, 0),
           (1, 'ay', 'Ay', 'ar', 'text', 0, 0, 1), (1, 'aaa', 'AAA', 'ar', 'text', 0, 1, 1);
  INSERT INTO local_entities (id, document, number, type, kind, name, iso, entity, joined_by)
    VALUES (1, 1, 1, 'organization', NULL, 'A', NULL, 1, NULL),
           (2, 1, 2, 'organization', NULL, 'B', NULL, 2, NULL),
           (3, 2, 1, 'organization', NULL, 'A', NULL, 1, NULL);
  INSERT INTO mentions (local_entity, start, end, text, form, rule, sentence)
    VALUES (1, 12, 13, 'A', NULL, 'r', 1), (2, 16, 17, 'B', NULL, 'r', 1),
           (3, 0, 1, 'A', NULL, 'r', 2), (3, 9000, 9001, '0', NULL, 'r', 2);
  INSERT INTO edges (id, subject, predicate, object, modality, origin, confidence, n_evidence, n_documents)
    VALUES (1, 1, 'cooperates_with', 2, 'asserted', 'text', 0.9, 7, 2),
           (2, 1, 'based_in', 3, 'asserted', 'text', 0.5, 1, 1);
  INSERT INTO evidence (id, edge, document, subject, predicate, object, modality, origin, sentence, start, end, rule, confidence, speaker)
    VALUES (1, 1, 1, 1, 'cooperates_with', 2, 'asserted', 'text', 1, 12, 17, 'r', 0.9, NULL),
           (4, 1, 1, 1, 'cooperates_with', 2, 'asserted', 'text', 1, 12, 17, 's', 0.8, 2),
           (5, 1, 1, 1, 'cooperates_with', 2, 'asserted', 'text', 1, 14, 17, 'r', 0.7, NULL),
           (2, 1, 2, 3, 'cooperates_with', 3, 'asserted', 'text', 2, 0, 5, 'r', 0.9, NULL),
           (3, 1, 2, 3, 'cooperates_with', 3, 'asserted', 'text', NULL, 9, 12, 'q', 0.95, NULL);
)sql";

ExplorerGraph read(std::size_t most) {
  const auto path = std::filesystem::temp_directory_path() / "rawabit_explorer_test.db";
  std::filesystem::remove(path);
  auto store = Store::create(path.string());
  REQUIRE(store);
  REQUIRE(store->db().execute(kGraph));
  const auto graph = read_subgraph(store->db(), {});
  REQUIRE(graph);
  auto known = read_explorer_graph(store->db(), *graph, most);
  REQUIRE(known);
  std::filesystem::remove(path);
  return std::move(*known);
}

TEST_CASE("a page opens with what it has room for") {
  ExplorerGraph known = read(9);
  CHECK(to_explorer_json(known).find("chosen") == std::string::npos);
  choose(known, 987);
  CHECK_FALSE(known.chosen);
  const std::int64_t country = known.graph.nodes[2].id;
  choose(known, country);
  CHECK(to_explorer_json(known).ends_with(",\"chosen\":2}"));
}

TEST_CASE("the explorer knows names, proofs and mentions") {
  const ExplorerGraph known = read(9);
  REQUIRE(known.graph.nodes.size() == 3);
  CHECK(known.entities[0].aliases == std::vector<std::string>{"AAA", "Ay"});
  CHECK(known.entities[0].n_documents == 2);
  REQUIRE(known.edges.size() == 2);
  const EdgeFacts& edge = known.edges[0];
  CHECK(edge.confidence == 0.9);
  REQUIRE(edge.proofs.size() == 3);
  CHECK(edge.n_proofs == 3);
  CHECK(edge.proofs[0].rules == std::vector<std::string>{"q"});  // the surest
  CHECK(edge.proofs[0].sentence == kNoSentence);
  CHECK(known.articles[edge.proofs[1].article].name == "a");  // then by article
  CHECK(known.articles[edge.proofs[2].article].date == "2020-03-01");
  CHECK(edge.proofs[2].speaker == "B");
  CHECK(edge.proofs[2].rules == std::vector<std::string>{"r", "s"});
}

TEST_CASE("marks count UTF-16 units, in the bytes of any charset") {
  const ExplorerGraph known = read(9);
  const ProvingSentence& sentence = known.sentences[known.edges[0].proofs[2].sentence];
  CHECK(sentence.text == "é A é B");
  REQUIRE(sentence.marks.size() == 2);
  CHECK(sentence.marks[0].begin == 2);
  CHECK(sentence.marks[0].end == 3);
  CHECK(sentence.marks[1].begin == 6);
  CHECK(sentence.marks[1].entity == 1);
}

TEST_CASE("of a sentence without end the beginning is told, with its marks") {
  const ExplorerGraph known = read(9);
  const ProvingSentence& sentence = known.sentences[known.edges[0].proofs[1].sentence];
  CHECK(sentence.text.size() == kLongestSentence);
  CHECK(sentence.marks.size() == 1);
}

TEST_CASE("of a large graph the most connected entities are taken, the others counted") {
  const ExplorerGraph known = read(2);
  REQUIRE(known.graph.nodes.size() == 2);
  CHECK(known.graph.nodes[0].name == "A");
  CHECK(known.graph.nodes[1].name == "B");
  CHECK(known.graph.edges.size() == 1);
  CHECK(known.left_out[static_cast<std::size_t>(EntityType::country)] == 1);
}

}  // namespace
}  // namespace rawabit
