// The files that questions are read with: what they say holds, and what is wrong in one is told
// with file and line.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "query/ask.h"
#include "query/names.h"
#include "query/question_frame.h"
#include "query/seeds_graph.h"

namespace rawabit::testing {
namespace {

const QuestionGrammar& grammar() {
  static const Result<QuestionGrammar> loaded =
      QuestionGrammar::load(source_file("rules/questions"));
  INFO((loaded.ok() ? std::string() : loaded.error().text()));
  REQUIRE(loaded.ok());
  return *loaded;
}

/// A file of this process, removed at its end.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& text)
      : path_((std::filesystem::temp_directory_path() /
               ("rawabit-grammar-" + std::to_string(getpid())))
                  .string()) {
    std::ofstream(path_) << text;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Wrong {
  std::string text;
  int line;
  std::string message;  ///< a part of it
};

template <class Load>
void check_refused(const std::vector<Wrong>& all, const Load& load) {
  for (const Wrong& wrong : all) {
    const ScratchFile file(wrong.text);
    const auto loaded = load(file.path());
    INFO(wrong.text);
    REQUIRE_FALSE(loaded.ok());
    INFO(loaded.error().text());
    CHECK(loaded.error().file == file.path());
    CHECK(loaded.error().line == wrong.line);
    CHECK(loaded.error().message.find(wrong.message) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("each phrase understands its examples") {
  std::size_t examples = 0;
  for (const Phrase& phrase : grammar().phrases.all()) {
    for (const Phrase::Example& example : phrase.examples) {
      ++examples;
      const Question question = take_frame(read_question(example.text), grammar().language.words);
      const Result<Names> names = Names::read(seeds_graph(), question, grammar().language);
      REQUIRE(names.ok());
      const auto read = parse_question(question, *names, grammar());
      INFO("phrases.txt:" << example.line << ": " << example.text);
      CHECK(read.has_value());
      if (!read) continue;
      INFO("read as " << read->parts[read->root].text << ", cost " << read->cost);
      CHECK(read->parts[read->root].text == phrase.name);
      CHECK(read->left_out.empty());
    }
  }
  CHECK(examples > 100);
}

TEST_CASE("SQLite understands every set") {
  const Status checked = grammar().sets.check(seeds_graph());
  INFO((checked.ok() ? std::string() : checked.error().text()));
  CHECK(checked.ok());
}

TEST_CASE("names in Latin letters sound like names in Arabic letters") {
  const Sounds& sounds = grammar().language.sounds;
  const auto alike = [&](const std::string& one, const std::string& other) {
    for (const std::string& a : sounds.of(one)) {
      for (const std::string& b : sounds.of(other)) {
        if (a == b) return true;
      }
    }
    return false;
  };
  const std::vector<std::pair<std::string, std::string>> same = {
      {"hajri", "هاجري"},     {"hazza", "هزاع"},   {"saqr", "صقر"},      {"merikhi", "مريخي"},
      {"stock", "ستوك"},      {"jurgen", "يورغن"}, {"mohammed", "محمد"}, {"muhammad", "محمد"},
      {"youssef", "يوسف"},    {"ali", "علي"},      {"khalifa", "خليفه"}, {"osama", "اسامه"},
      {"caricc", "كاريك"},    {"qaboos", "قابوس"}, {"gaddafi", "قذافي"}, {"walid", "وليد"},
      {"ibrahim", "ابراهيم"}, {"omar", "عمر"},     {"charles", "شارلز"}, {"philippe", "فيليب"}};
  for (const auto& [latin, arabic] : same) {
    INFO(latin << ' ' << arabic);
    CHECK(alike(latin, arabic));
  }
  const std::vector<std::pair<std::string, std::string>> different = {
      {"hajri", "مريخي"}, {"saqr", "هزاع"}, {"ali", "عمر"}, {"khalid", "وليد"}};
  for (const auto& [latin, arabic] : different) {
    INFO(latin << ' ' << arabic);
    CHECK_FALSE(alike(latin, arabic));
  }
}

TEST_CASE("numbers in words") {
  struct Row {
    WordKeys first, second;
    int value, words;
  };
  const std::vector<Row> rows = {{{"37th"}, {"session"}, 37, 1},
                                 {{"37"}, {"session"}, 37, 1},
                                 {{"thirty"}, {"seventh"}, 37, 2},
                                 {{"سابعه"}, {"والثلاثين", "ثلاثين"}, 37, 2},
                                 {{"حاديه"}, {"والعشرون", "عشرون"}, 21, 2},
                                 {{"رابع"}, {"لروساء"}, 4, 1},
                                 {{"fourth"}, {"meeting"}, 4, 1},
                                 {{"ثاني"}, {"عشر"}, 12, 2},
                                 {{"ثلاثه"}, {"مقالات"}, 3, 1}};
  for (const Row& row : rows) {
    const std::vector<WordKeys> words = {row.first, row.second};
    const auto found = grammar().language.numbers.at(words, 0);
    INFO(row.first.front() << ' ' << row.second.front());
    REQUIRE(found.has_value());
    CHECK(found->value == row.value);
    CHECK(found->words == row.words);
  }
  const std::vector<WordKeys> year = {{"2020"}};
  CHECK_FALSE(grammar().language.numbers.at(year, 0).has_value());
}

TEST_CASE("a broken file is refused with the line and what was expected") {
  check_refused({{"# a comment\nBODIES\n", 2, "forms"},
                 {"bodies  body | bodies\n", 1, "CLASS"},
                 {"IN  in | +meem\n", 1, "proclitic"},
                 {"IN  in | ...\n", 1, "without letters"}},
                [](const std::string& path) { return QuestionWords::load(path); });
  check_refused({{"set chair(m)\n  SELECT 1\n", 1, "set NAME"},
                 {"set chair(m) : chairs\n  SELECT 1\n", 1, "no type"},
                 {"  SELECT 1\n", 1, "before the first set"},
                 {"set chair(m) : person\n", 1, "expected SQL"},
                 {"set chair(m) : person\n  SELECT {n}\n", 1, "no parameter n"},
                 {"set a(m) : person\n  SELECT 1\n\nset a(m) : person\n  SELECT 1\n", 4, "twice"}},
                [](const std::string& path) { return QuestionSets::load(path); });
  check_refused(
      {{"says BODIES\n", 1, "phrase NAME"},
       {"phrase a\n  says NOSUCH {m:meeting}\n", 2, "NOSUCH"},
       {"phrase a\n  says BODIES {m:meting}\n", 2, "meting"},
       {"phrase a\n  says {m:meeting}\n", 2, "needs a word"},
       {"phrase a\n  syas BODIES\n", 2, "syas"},
       {"phrase a\n  says BODIES\n  gives body\n", 1, "without means"},
       {"phrase a\n  says BODIES\n  gives body\n  means all(bodies)\n", 4, "all(type)"},
       {"phrase a\n  says BODIES\n  gives nobody\n  means all(body)\n", 1, "nobody"},
       {"phrase a\n  says BODIES {m:meeting}\n  gives body\n  means chaired_by(m)\n", 4, "no set"},
       {"phrase a\n  says BODIES {m:meeting}\n  gives body\n  means chair(m, m)\n", 4, "takes 1"},
       {"phrase a\n  says BODIES {m:meeting}\n  gives body\n  means chair(n)\n", 4, "no slot"},
       {"phrase a\n  says BODIES {m:meeting}\n  says BODIES\n  gives body\n  means chair(m)\n", 3,
        "lacks {m}"}},
      [](const std::string& path) {
        return QuestionPhrases::load(path, grammar().language.words, grammar().sets);
      });
  check_refused(
      {{"1\twhole\n", 1, "tabs"}, {"x\twhole\tone\n", 1, "number"}, {"1\thalf\tone\n", 1, "half"}},
      [](const std::string& path) { return NumberWords::load(path); });
  check_refused({{"b\n", 1, "tab"}, {"b\tbb\n", 1, "one letter"}},
                [](const std::string& path) { return Sounds::load(path); });
  check_refused({{"centre\n", 1, "tab"}},
                [](const std::string& path) { return Glossary::load(path); });
}

TEST_CASE("a directory without the files is refused by name") {
  const Result<Asker> loaded = Asker::load("/nonexistent");
  REQUIRE_FALSE(loaded.ok());
  CHECK(loaded.error().text().find("/nonexistent/words.txt") != std::string::npos);
}

}  // namespace rawabit::testing
