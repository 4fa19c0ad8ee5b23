#include "render/subgraph.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "store/store.h"

namespace rawabit {
namespace {

/// Two bodies of one name, met by a third; the second is named in the article that comes first.
constexpr const char* kNamesakes = R"sql(
  INSERT INTO documents (id, article, path, content_hash, fingerprint, status)
    VALUES (1, 'b', '', '', '', 'done'), (2, 'a', '', '', '', 'done');
  INSERT INTO entities (id, type, name, key, n_documents, n_mentions)
    VALUES (1, 'organization', 'X', 'x', 1, 1), (2, 'organization', 'X', 'x', 1, 1),
           (3, 'organization', 'Y', 'y', 2, 2);
  INSERT INTO local_entities (id, document, number, type, name, entity)
    VALUES (1, 1, 1, 'organization', 'X', 1), (2, 2, 1, 'organization', 'X', 2);
  INSERT INTO edges (id, subject, predicate, object, modality, origin, confidence, n_evidence, n_documents)
    VALUES (1, 1, 'met_with', 3, 'asserted', 'text', 0.9, 1, 1),
           (2, 2, 'met_with', 3, 'asserted', 'text', 0.9, 1, 1);
)sql";

TEST_CASE("entities that look alike are in the order in which articles name them") {
  const auto path = std::filesystem::temp_directory_path() / "rawabit_subgraph_test.db";
  std::filesystem::remove(path);
  auto store = Store::create(path.string());
  REQUIRE(store);
  REQUIRE(store->db().execute(kNamesakes));
  const auto graph = read_subgraph(store->db(), {});
  std::filesystem::remove(path);
  REQUIRE(graph);
  REQUIRE(graph->nodes.size() == 3);
  CHECK(graph->nodes[0].id == 2);
  CHECK(graph->nodes[1].id == 1);
}

}  // namespace
}  // namespace rawabit
