// Which files are ours, what a connection knows, and what schema.sql promises.
#include "store/store.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <future>
#include <thread>

#include "store/schema.h"
#include "store_fixture.h"

namespace rawabit {
namespace {

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("files that are no database of ours are refused and left alone") {
  const TemporaryDirectory directory;
  const std::string text = directory.file("text.db");
  write_file(text, std::string(200, 'x'));
  const std::string other = directory.file("other.db");
  REQUIRE(Database::open(other, Database::Mode::create)->execute("CREATE TABLE t (x)").ok());
  for (const std::string& path : {text, other, directory.file("missing/graph.db")}) {
    INFO(path);
    const Result<Store> store = Store::create(path);
    REQUIRE_FALSE(store.ok());
    CHECK(store.error().kind == Error::Kind::database);
    CHECK(store.error().file == path);
  }
  Result<Database> db = Database::open(other, Database::Mode::read_only);
  CHECK(rows(*db, "SELECT name FROM sqlite_master") == std::vector<std::string>{"t"});
}

TEST_CASE("a missing file is not made by reading") {
  const TemporaryDirectory directory;
  CHECK_FALSE(Store::open(directory.file("graph.db")).ok());
  CHECK_FALSE(std::ifstream(directory.file("graph.db")).good());
}

TEST_CASE("an empty file is a new database") {
  const TemporaryDirectory directory;
  write_file(directory.file("graph.db"), "");
  CHECK(Store::create(directory.file("graph.db")).ok());
  CHECK(Store::open(directory.file("graph.db")).ok());
}

TEST_CASE("a file that another program fills while we come is left alone") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("graph.db");
  Result<Database> other = Database::open(path, Database::Mode::create);
  REQUIRE(other->execute("BEGIN IMMEDIATE; CREATE TABLE t (x)").ok());
  auto comer = std::async(std::launch::async, Store::create, path);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // it waits for the other's end
  REQUIRE(other->execute("COMMIT").ok());
  CHECK_FALSE(comer.get().ok());
  CHECK(rows(*other, "SELECT name FROM sqlite_master") == std::vector<std::string>{"t"});
}

TEST_CASE("another version of the schema is refused") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("graph.db");
  REQUIRE(Store::create(path)->db().execute("PRAGMA user_version = 99").ok());
  const Result<Store> store = Store::open(path);
  REQUIRE_FALSE(store.ok());
  CHECK(store.error().message.find("99") != std::string::npos);
}

TEST_CASE("functions of every connection") {
  const TemporaryDirectory directory;
  Result<Store> store = Store::create(directory.file("graph.db"));
  REQUIRE(store.ok());
  struct Line {
    const char *sql, *value;
  };
  for (const Line& line :
       {Line{"fold('أبوظبي')", "ابوظبي"}, Line{"name_key('الإمارات')", "امارات"},
        Line{"same_name('الأنتربول', 'الانتربول')", "1"}, Line{"same_name('أبوظبي', 'دبي')", "0"},
        Line{"fold(NULL) IS NULL", "1"}, Line{"same_name('x', NULL) IS NULL", "1"}}) {
    INFO(line.sql);
    CHECK(rows(store->db(), std::string("SELECT ") + line.sql) ==
          std::vector<std::string>{line.value});
  }
}

TEST_CASE("every view answers, and every edge has indexes from both ends") {
  const TemporaryDirectory directory;
  Result<Store> store = Store::create(directory.file("graph.db"));
  REQUIRE(store.ok());
  REQUIRE(store->make_indexes().ok());
  const auto views = rows(store->db(), "SELECT name FROM sqlite_master WHERE type = 'view'");
  for (const char* name : {"triple", "participation", "bodies_met_in", "position_held",
                           "cooperation", "membership", "meeting_overview"}) {
    INFO(name);
    CHECK(std::count(views.begin(), views.end(), name) == 1);
  }
  for (const std::string& view : views) {
    INFO(view);
    CHECK(rows(store->db(), "SELECT * FROM " + view).empty());
  }
  for (const char* end : {"subject", "object"}) {
    const auto plan = rows(
        store->db(), std::string("EXPLAIN QUERY PLAN SELECT * FROM edges WHERE ") + end + " = 1");
    CHECK(plan.front().find("USING INDEX edge_from_" + std::string(end)) != std::string::npos);
  }
}

TEST_CASE("every column of schema.sql has a comment") {
  const std::string schema(schema_sql());
  bool inside = false;
  std::size_t begin = 0;
  for (std::size_t end = schema.find('\n'); end != std::string::npos;
       begin = end + 1, end = schema.find('\n', begin)) {
    const std::string line = schema.substr(begin, end - begin);
    if (line.starts_with("CREATE TABLE")) inside = true;
    if (line.starts_with(")")) inside = false;
    // A column is a name in lower case at an indent of two; its comment may be on the next line.
    const bool column = inside && line.size() > 2 && line[1] == ' ' && line[2] >= 'a';
    if (!column) continue;
    INFO(line);
    CHECK(schema.substr(begin, schema.find('\n', end + 1) - begin).find("--") != std::string::npos);
  }
}

TEST_CASE("plain sqlite3 reads the views") {
  const TemporaryDirectory directory;
  write_and_resolve(directory.file("graph.db"), {meeting_of("1", "الإمارات", "المغرب", "أبوظبي")});
  Result<Database> plain = Database::open(directory.file("graph.db"), Database::Mode::read_only);
  REQUIRE(plain.ok());
  CHECK(rows(*plain, "SELECT city, body, role, article FROM bodies_met_in ORDER BY body") ==
        std::vector<std::string>{"أبوظبي|الإمارات|chaired|1", "أبوظبي|المغرب|participated_in|1"});
  CHECK(rows(*plain, "SELECT body, city, country FROM participation WHERE role = 'chaired'") ==
        std::vector<std::string>{"الإمارات|أبوظبي|الإمارات"});
  CHECK(rows(*plain, "SELECT subject FROM triple WHERE predicate = 'met_with' ORDER BY 1") ==
        std::vector<std::string>{"الإمارات", "المغرب"});
  CHECK(rows(*plain, "SELECT count(*) FROM triple WHERE predicate = 'hosted'") ==
        std::vector<std::string>{"0"});
  CHECK(rows(*plain, "SELECT count(*) FROM edges WHERE modality = 'negated'") ==
        std::vector<std::string>{"1"});
  CHECK(rows(*plain, "SELECT subject, object, origin FROM triple WHERE predicate = 'located_in'") ==
        std::vector<std::string>{"أبوظبي|الإمارات|gazetteer"});
}

}  // namespace
}  // namespace rawabit
