// Verdicts in the database: they stay, are obeyed by every resolution, and can be replaced.
#include "store/verdict_table.h"

#include <catch2/catch.hpp>

#include "store/digest.h"
#include "store/resolve_graph.h"
#include "store_fixture.h"

namespace rawabit {
namespace {

const std::vector<Annotation>& articles() {
  static const std::vector<Annotation> all = {meeting_of("a", "الإمارات", "المغرب", "أبوظبي"),
                                              meeting_of("b", "المغرب", "إسبانيا", "الرباط"),
                                              meeting_of("c", "إسبانيا", "الإمارات", "أبو ظبي"),
                                              meeting_of("d", "اسبانية", "المغرب", "الرباط")};
  return all;
}

std::vector<Verdict> verdicts_of(const std::string& text) {
  const auto verdicts = parse_verdicts(text, "v.tsv");
  if (!verdicts) FAIL(verdicts.error().text());
  return *verdicts;
}

void tell(const std::string& path, const std::string& text) {
  Result<Store> store = Store::create(path);
  REQUIRE(store.ok());
  REQUIRE(replace_verdicts(*store, verdicts_of(text)).ok());
}

const std::string kVerdicts =
    "same\tcountry\tإسبانيا\tاسبانية\nnot_same\tcity\tأبو ظبي\tأبوظبي\nnot_same\tcountry\tالمغرب\t"
    "المغرب\ta\t-\n";

TEST_CASE("what was told is there again") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("1.db");
  tell(path, kVerdicts);
  Result<Store> store = Store::open(path);
  REQUIRE(store.ok());
  CHECK(*stored_verdicts(store->db()) == verdicts_of(kVerdicts));
  CHECK(*store->state("resolved") == "0");
}

TEST_CASE("one graph with verdicts, whatever the order and the number of runs") {
  const TemporaryDirectory directory;
  const std::vector<Annotation>& all = articles();
  const std::string path = directory.file("1.db"), other = directory.file("2.db");
  const std::string plain = write_and_resolve(directory.file("0.db"), all);
  tell(path, kVerdicts);
  const std::string digest = write_and_resolve(path, all);
  CHECK(digest != plain);
  write_and_resolve(other, {all[3]});
  tell(other, kVerdicts);
  write_and_resolve(other, {all[1], all[2]});
  CHECK(write_and_resolve(other, {all[0]}) == digest);
  CHECK(write_and_resolve(other, {all[2], all[3]}) == digest);
  tell(other, "");
  CHECK(write_and_resolve(other, {}) == plain);
  tell(other, kVerdicts);
  CHECK(write_and_resolve(other, {}) == digest);
}

TEST_CASE("verdicts make the entities that they say") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("1.db");
  tell(path, kVerdicts);
  write_and_resolve(path, articles());
  Result<Store> store = Store::create(path);
  REQUIRE(store.ok());
  const auto of_type = [&](const std::string& type) {
    return rows(store->db(),
                "SELECT group_concat(article, '') FROM (SELECT l.entity, d.article FROM "
                "local_entities AS l JOIN documents AS d ON d.id = l.document WHERE "
                "l.type = '" +
                    type +
                    "' ORDER BY d.article, l.number) "
                    "GROUP BY entity ORDER BY 1");
  };
  CHECK(of_type("country") == std::vector<std::string>{"a", "ac", "bcd", "bd"});
  CHECK(of_type("city") == std::vector<std::string>{"a", "bd", "c"});
  CHECK(rows(store->db(), "PRAGMA foreign_key_check").empty());
  CHECK(rows(store->db(),
             "SELECT DISTINCT r.tells FROM joins AS j JOIN join_reasons AS r ON r.reason "
             "= j.reason WHERE r.reason = 'verdict'") ==
        std::vector<std::string>{"a verdict says so"});
}

TEST_CASE("the joins of an entity lead from any of its local entities to any other") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("1.db");
  write_and_resolve(path, articles());
  Result<Store> store = Store::create(path);
  REQUIRE(store.ok());
  CHECK(rows(store->db(),
             "SELECT (SELECT count(*) FROM local_entities) - (SELECT count(*) FROM "
             "entities WHERE id > 0) - (SELECT count(*) FROM joins WHERE entity IS NOT "
             "NULL)") == std::vector<std::string>{"0"});
  CHECK(rows(store->db(),
             "SELECT * FROM joins AS j JOIN local_entities AS f ON f.id = j.first JOIN "
             "local_entities AS s ON s.id = j.second WHERE j.entity IS NOT NULL AND "
             "(f.entity <> j.entity OR s.entity <> j.entity)")
            .empty());
}

}  // namespace
}  // namespace rawabit
