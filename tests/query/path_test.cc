#include "query/path.h"

#include <catch2/catch.hpp>

#include "query/entities_named.h"
#include "query/seeds_graph.h"

namespace rawabit::testing {
namespace {

std::int64_t entity(const std::string& name) {
  static const Result<QuestionLanguage> language =
      QuestionLanguage::load(source_file("rules/questions"));
  REQUIRE(language.ok());
  const Result<std::vector<NameChoice>> found = entities_named(seeds_graph(), name, *language);
  INFO(name);
  REQUIRE(found.ok());
  REQUIRE_FALSE(found->empty());
  return found->front().entities.front();
}

std::vector<Path> paths(const std::string& from, const std::string& to, std::size_t most = 10) {
  Result<std::vector<Path>> found = shortest_paths(seeds_graph(), entity(from), entity(to), most);
  REQUIRE(found.ok());
  for (const Path& path : *found) {
    REQUIRE(path.nodes.size() == path.steps.size() + 1);
    CHECK(path.nodes.front().entity == entity(from));
    CHECK(path.nodes.back().entity == entity(to));
    for (const PathStep& step : path.steps) CHECK_FALSE(step.evidence.document.empty());
  }
  return *found;
}

}  // namespace

TEST_CASE("the shortest way and its length") {
  struct Row {
    std::string from, to;
    std::size_t ways, steps;
  };
  const std::vector<Row> rows = {{"كاريك", "الشرطة الخليجية", 1, 2},
                                 {"الشرطة الخليجية", "كاريك", 1, 2},
                                 {"الإنتربول", "الشرطة الخليجية", 1, 1},
                                 {"يورغن ستوك", "الشرطة الخليجية", 1, 2},
                                 {"كاريك", "الدوحة", 3, 2}};
  for (const Row& row : rows) {
    INFO(row.from << " - " << row.to);
    const std::vector<Path> found = paths(row.from, row.to);
    CHECK(found.size() == row.ways);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().steps.size() == row.steps);
  }
}

TEST_CASE("a way knows the direction of its steps") {
  const std::vector<Path> found = paths("يورغن ستوك", "الشرطة الخليجية");
  REQUIRE(found.size() == 1);
  CHECK(found.front().steps[0].predicate == "works_for");
  CHECK(found.front().steps[0].is_forward);
  CHECK(found.front().steps[1].predicate == "cooperates_with");
}

TEST_CASE("no way") {
  CHECK(paths("الإنتربول", "الإنتربول").empty());
  CHECK(paths("كاريك", "الشرطة الخليجية", 0).empty());
}

TEST_CASE("a shared rank or topic is no tie") {
  for (const Path& path : paths("صقر راشد المريخي", "محمد حميد بن دلموج الظاهري")) {
    for (std::size_t i = 1; i + 1 < path.nodes.size(); ++i) {
      CHECK(path.nodes[i].type != "title");
      CHECK(path.nodes[i].type != "topic");
    }
  }
}

}  // namespace rawabit::testing
