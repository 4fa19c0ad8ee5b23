#include "measure/measures.h"

#include <catch2/catch.hpp>

#include "base/file.h"

namespace rawabit {
namespace {

/// Two groups of three, all of whom know each other, and one in the middle who knows one of each.
TieGraph two_groups() {
  return {7,
          {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}, {4, 5, 1}, {4, 6, 1}, {5, 6, 1}}};
}

TEST_CASE("who is in the middle has the most ways through it, and groups are found") {
  const Result<Centrality> found = centrality_of(two_groups());
  if (!found) {
    WARN(found.error().message);
    return;
  }
  CHECK(found->betweenness == std::vector<double>{0, 0, 8, 9, 8, 0, 0});
  double sum = 0;
  for (const double rank : found->pagerank) sum += rank;
  CHECK(sum == Approx(1));
  CHECK(found->pagerank[2] > found->pagerank[0]);
  CHECK(found->community[0] == found->community[1]);
  CHECK(found->community[5] == found->community[6]);
  CHECK(found->community[0] != found->community[5]);
}

TEST_CASE("no graph, no measures") {
  const Result<Centrality> found = centrality_of({});
  if (found) CHECK(found->pagerank.empty());
}

TEST_CASE("measures of a database") {
  auto db = Database::open(":memory:", Database::Mode::create);
  REQUIRE(db);
  const auto schema = read_file(RAWABIT_SOURCE_DIR "/schema.sql");
  REQUIRE(schema);
  REQUIRE(db->execute(*schema));
  // b knows a and c; d is tied by a city alone, e by nothing.
  REQUIRE(db->execute(
      "INSERT INTO entities (id, type, name, key, n_documents, n_mentions) VALUES"
      " (1, 'person', 'a', 'a', 1, 1), (2, 'person', 'b', 'b', 1, 1), (3, 'person', 'c', 'c', 1, "
      "1),"
      " (4, 'person', 'd', 'd', 1, 1), (5, 'person', 'e', 'e', 1, 1), (6, 'city', 'f', 'f', 1, 1);"
      "INSERT INTO edges (subject, predicate, object, modality, origin, confidence, n_evidence,"
      " n_documents) VALUES (1, 'met_with', 2, 'asserted', 'text', 1, 3, 1),"
      " (2, 'met_with', 3, 'asserted', 'text', 1, 1, 1), (2, 'works_for', 1, 'asserted', 'text', "
      "1, 1, 1),"
      " (4, 'works_for', 6, 'asserted', 'text', 1, 1, 1), (4, 'met_with', 5, 'negated', 'text', 1, "
      "1, 1);"));
  const Result<Measures> measures = measure_graph(*db);
  if (!measures) {
    WARN(measures.error().message);
    return;
  }
  CHECK_FALSE(measures->is_estimated);
  std::string names;
  for (const Measured& one : measures->entities) names += one.name + std::to_string(one.ties);
  CHECK(names == "b2a1c1");
  CHECK(measures->entities[0].betweenness == 1);
}

}  // namespace
}  // namespace rawabit
