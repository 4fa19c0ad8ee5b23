// Cases: what their files say, what is refused, and how they are kept true.
#include "cases.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace rawabit {
namespace {

namespace fs = std::filesystem;

const std::string kHead = "# a remark\ndate 2016-04-12\n\narticle\n  عنوان\n\n  قال اللواء هاشم.\n";

ArticleCase parsed(const std::string& text) {
  Result<ArticleCase> parsed = parse_case(text, "dir/a.case");
  if (!parsed) FAIL(parsed.error().text());
  return *std::move(parsed);
}

TEST_CASE("a case says what the article is and what is true of it") {
  const ArticleCase one = parsed(kHead +
                                 "\nexpect\n  person هاشم | هاشم الراوي\n  rank اللواء\n"
                                 "missing\n  # why not\n  هاشم has_title اللواء (planned)\n");
  CHECK(one.document.id == "a");
  CHECK(one.document.date == "2016-04-12");
  CHECK(one.document.bytes == "عنوان\n\nقال اللواء هاشم.\n");
  CHECK(one.head == kHead + "\n");
  REQUIRE(one.facts.entities.size() == 2);
  CHECK(one.facts.entities[0].forms == std::vector<std::string>{"هاشم", "هاشم الراوي"});
  CHECK(one.facts.entities[1].kind == TitleKind::rank);
  REQUIRE(one.facts.relations.size() == 1);
  CHECK(words_of(one.facts, one.facts.relations[0]) == "هاشم has_title اللواء (planned)");
  CHECK(one.relation_lines[0].section == CaseSection::missing);
  CHECK(one.relation_lines[0].remarks == "  # why not\n");
}

TEST_CASE("an article can be given in another encoding") {
  const ArticleCase one = parsed("encoding windows-1256\narticle\n  هاشم\nexpect\n");
  CHECK(one.document.bytes == "\xE5\xC7\xD4\xE3\n");
}

TEST_CASE("two of one name are told apart by type or by number") {
  const ArticleCase one = parsed(kHead +
                                 "expect\n  city تونس\n  country تونس\n  meeting اللقاء\n"
                                 "  meeting اللقاء #2\n  اللقاء #2 held_in city تونس\n");
  CHECK(one.facts.relations[0].subject == 3);
  CHECK(one.facts.relations[0].object == 0);
  CHECK(one.facts.entities[3].forms == std::vector<std::string>{"اللقاء"});
}

TEST_CASE("what is wrong in a case is told with file and line") {
  struct Row {
    std::string text, expected;
  };
  const std::vector<Row> rows = {
      {"expect\n", "dir/a.case: expected an article"},
      {"day 2016\n", "dir/a.case:1: expected date DAY, encoding NAME or article, not 'day 2016'"},
      {"article\n  a\nb\n", "dir/a.case:3: expected two spaces before a line of the article"},
      {"article\n  a\nexpect\n  human x\n", "dir/a.case:4: expected TYPE NAME or NAME PREDICATE"},
      {"article\n  a\nexpect\n  person\n", "dir/a.case:4: expected TYPE NAME"},
      {"article\n  a\nexpect\n  title x\n", "dir/a.case:4: expected TYPE NAME"},
      {"article\n  a\nexpect\n  city x\nwrong\n  city x\n",
       "dir/a.case:6: city x stands in the case already"},
      {"article\n  a\nexpect\n  city x\n  y held_in x\n",
       "dir/a.case:5: expected an entity of the case that may stand here, not 'y'"},
      {"article\n  a\nexpect\n  meeting m\n  city x\n  country x\n  m held_in x\n",
       "dir/a.case:7: 'x' names several entities"},
      {"encoding klingon\narticle\n  a\n", "dir/a.case: expected an encoding, not 'klingon'"},
      {"encoding windows-1256\narticle\n  文\n", "dir/a.case: the article has letters that"},
  };
  for (const Row& row : rows) {
    const Result<ArticleCase> refused = parse_case(row.text, "dir/a.case");
    INFO(row.text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().starts_with(row.expected));
  }
}

/// A pipeline that knows one region and one city.
class SmallPipeline {
 public:
  SmallPipeline() : root_(fs::temp_directory_path() / "rawabit_cases_test") {
    fs::remove_all(root_);
    fs::create_directories(root_);
    write("lists.tsv",
          "regions.tsv\tentities\tREGION\tregion\tas-is\tar\tx\tx\tregions\n"
          "cities.tsv\tentities\tCITY\tcity\tas-is\tar\tx\tx\tcities\n");
    write("regions.tsv", "region:najd\tNajd\tنجد\n");
    write("cities.tsv", "city:doha\tDoha\tالدوحة\n");
    write("cascade.txt", "all.rules chunk\n");
    write("all.rules",
          "rule region\n  match @r:REGION\n  make region r\n  yes نجد => region نجد\n"
          "rule city\n  match @c:CITY\n  make city c\n  yes الدوحة => city الدوحة\n");
    Result<Pipeline> loaded = Pipeline::load({{root_.string()}, {root_.string()}});
    if (!loaded) FAIL(loaded.error().text());
    pipeline_ = std::make_unique<Pipeline>(*std::move(loaded));
  }
  SmallPipeline(const SmallPipeline&) = delete;
  SmallPipeline& operator=(const SmallPipeline&) = delete;
  ~SmallPipeline() { fs::remove_all(root_); }

  [[nodiscard]] CaseResult run(const ArticleCase& given) const {
    Result<CaseResult> result = run_case(*pipeline_, given);
    if (!result) FAIL(result.error().text());
    return *std::move(result);
  }

 private:
  void write(const char* name, const std::string& text) { std::ofstream(root_ / name) << text; }
  fs::path root_;
  std::unique_ptr<Pipeline> pipeline_;
};

TEST_CASE("gaps that close and errors that go are differences too, and an update settles them") {
  const SmallPipeline pipeline;
  const std::string head = "article\n  من نجد إلى الدوحة.\n";
  struct Row {
    std::string sections, updated;
    std::vector<std::string> changes;
  };
  const std::vector<Row> rows = {
      {"\nexpect\n  city الدوحة\n\nmissing\n  person هاشم\n\nwrong\n  region نجد\n",
       "\nexpect\n  city الدوحة\n\nmissing\n  person هاشم\n\nwrong\n  region نجد\n",
       {}},
      {"\nexpect\n  person هاشم\n  region نجد\n\nmissing\n  city الدوحة\n\nwrong\n  city مكة\n",
       "\nexpect\n  region نجد\n  city الدوحة\n\nmissing\n  person هاشم\n",
       {"- person هاشم", "+ city الدوحة [was missing]", "- city مكة [was wrong]"}},
      {"\nexpect\n  region نجد\n",
       "\nexpect\n  region نجد\n\nwrong\n  city الدوحة\n",
       {"+ city الدوحة"}},
  };
  for (const Row& row : rows) {
    const ArticleCase given = parsed(head + row.sections);
    const CaseResult result = pipeline.run(given);
    std::vector<std::string> changes;
    for (const Change& change : result.difference.changes) {
      changes.push_back(change.after.empty() ? "- " + change.before : "+ " + change.after);
    }
    CHECK(changes == row.changes);
    const std::string updated = with_findings(given, result);
    CHECK(updated == head + row.updated);
    CHECK(pipeline.run(parsed(updated)).difference.changes.empty());
  }
}

}  // namespace
}  // namespace rawabit
