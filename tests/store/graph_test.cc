// The graph is a function of the articles: in which order and how often they come does not matter.
#include <catch2/catch.hpp>

#include "store/digest.h"
#include "store/resolve_graph.h"
#include "store_fixture.h"

namespace rawabit {
namespace {

const std::string kEmirates = "الإمارات";
const std::string kMorocco = "المغرب";

std::vector<Annotation> three_articles() {
  return {meeting_of("a", kEmirates, kMorocco, "أبوظبي"),
          meeting_of("b", kMorocco, "إسبانيا", "الرباط"),
          meeting_of("c", "إسبانيا", kEmirates, "أبو ظبي")};
}

TEST_CASE("one graph, whatever the order and the number of runs") {
  const TemporaryDirectory directory;
  const std::vector<Annotation> all = three_articles();
  const std::string digest = write_and_resolve(directory.file("1.db"), all);
  CHECK(write_and_resolve(directory.file("2.db"), {all[2], all[0], all[1]}) == digest);
  write_and_resolve(directory.file("3.db"), {all[1]});
  write_and_resolve(directory.file("3.db"), {all[2]});
  CHECK(write_and_resolve(directory.file("3.db"), {all[0]}) == digest);
  CHECK(write_and_resolve(directory.file("3.db"), {}) == digest);
  CHECK(write_and_resolve(directory.file("3.db"), {all[1], all[0]}) == digest);
}

TEST_CASE("a changed article replaces what it said") {
  const TemporaryDirectory directory;
  const std::vector<Annotation> all = three_articles();
  const std::string before = write_and_resolve(directory.file("1.db"), {all[0], all[1]});
  Annotation changed = all[1];
  changed.entities.pop_back();
  changed.relations.resize(1);
  const std::string after = write_and_resolve(directory.file("1.db"), {changed});
  CHECK(after != before);
  CHECK(write_and_resolve(directory.file("2.db"), {changed, all[0]}) == after);
  CHECK(write_and_resolve(directory.file("1.db"), {all[1]}) == before);
}

TEST_CASE("a removed article is gone without a trace") {
  const TemporaryDirectory directory;
  const std::vector<Annotation> all = three_articles();
  const std::string before = write_and_resolve(directory.file("1.db"), {all[0]});
  write_and_resolve(directory.file("1.db"), {all[1]});
  Result<Store> store = Store::create(directory.file("1.db"));
  REQUIRE(store.ok());
  {
    Result<ArticleWriter> writer = ArticleWriter::begin(*store);
    REQUIRE(writer.ok());
    REQUIRE(writer->remove("b").ok());
    REQUIRE(writer->commit().ok());
  }
  CHECK(*store->state("resolved") == "0");
  REQUIRE(resolve_graph(*store, small_world(), "print").ok());
  CHECK(*store->state("resolved") == "print");
  CHECK(*digest(*store) == before);
  CHECK(rows(store->db(),
             "SELECT count(*) FROM article_search WHERE article_search MATCH "
             "fold('إسبانيا')") == std::vector<std::string>{"0"});
}

TEST_CASE("an article that fails takes nothing with it") {
  const TemporaryDirectory directory;
  write_and_resolve(directory.file("1.db"), three_articles());
  Result<Store> store = Store::create(directory.file("1.db"));
  REQUIRE(store.ok());
  Result<ArticleWriter> writer = ArticleWriter::begin(*store);
  REQUIRE(writer.ok());
  REQUIRE(writer->write_failure({"b", "news/b.txt", "", "", "no text"}).ok());
  REQUIRE(writer->commit().ok());
  CHECK(rows(store->db(), "SELECT status, message FROM documents WHERE article = 'b'") ==
        std::vector<std::string>{"failed|no text"});
  CHECK(rows(store->db(), "SELECT count(*) FROM local_entities") == std::vector<std::string>{"8"});
}

TEST_CASE("what is not committed is not there") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("1.db");
  const std::string before = write_and_resolve(path, {three_articles()[0]});
  {
    Result<Store> store = Store::create(path);
    Result<ArticleWriter> writer = ArticleWriter::begin(*store);
    REQUIRE(writer->write(make_record(three_articles()[1], "h", "f")).ok());
  }
  Result<Store> store = Store::open(path);
  REQUIRE(store.ok());
  CHECK(*digest(*store) == before);
}

TEST_CASE("the database is sound after all of it") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("1.db");
  write_and_resolve(path, three_articles());
  write_and_resolve(path, {three_articles()[1]});
  Result<Store> store = Store::create(path);
  REQUIRE(store.ok());
  CHECK(rows(store->db(), "PRAGMA foreign_key_check").empty());
  CHECK(rows(store->db(), "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
  CHECK(rows(store->db(), "INSERT INTO article_search (article_search) VALUES ('integrity-check')")
            .empty());
  CHECK(rows(store->db(), "SELECT count(*) FROM evidence WHERE edge IS NULL") ==
        std::vector<std::string>{"0"});
  CHECK(rows(store->db(), "SELECT count(*) FROM local_entities WHERE entity IS NULL") ==
        std::vector<std::string>{"0"});
  CHECK(
      rows(store->db(), "SELECT count(*) FROM edges WHERE id NOT IN (SELECT edge FROM evidence)") ==
      std::vector<std::string>{"0"});
}

TEST_CASE("the digest sees what the graph says") {
  const TemporaryDirectory directory;
  const Annotation article = three_articles()[0];
  const std::string same = write_and_resolve(directory.file("0.db"), {article});
  std::vector<Annotation> changes(9, article);
  changes[0].entities[3].name = "الاجتماع";
  changes[1].entities[0].mentions[0].span.end += 1;
  changes[2].relations[0].modality = Modality::planned;
  changes[3].relations[1].predicate = Predicate::hosted;
  changes[4].relations[1].evidence[0].confidence = 0.8;
  changes[5].date = "2020-03-03";
  changes[6].relations.pop_back();
  changes[7].id = "other";
  changes[8].relations[1].evidence[0].speaker = 2;
  int number = 0;
  for (const Annotation& change : changes) {
    INFO(number);
    CHECK(write_and_resolve(directory.file(std::to_string(++number) + ".db"), {change}) != same);
  }
  Annotation moved = article;
  moved.path = "elsewhere/a.txt";
  moved.text.clear();
  moved.sentences.clear();
  CHECK(write_and_resolve(directory.file("moved.db"), {moved}) == same);
}

}  // namespace
}  // namespace rawabit
