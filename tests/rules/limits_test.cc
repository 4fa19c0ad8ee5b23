// What is too much for the engine is refused with file and line: nothing is left out in silence.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "rules/cascade.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

/// A lexicon without words and some rule files, in a directory of their own.
class Data {
 public:
  Data() : root_(fs::temp_directory_path() / "rawabit_limits_test") {
    fs::remove_all(root_);
    fs::create_directories(root_);
    std::ofstream(root_ / "lists.tsv") << "# no lists\n";
  }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
  ~Data() { fs::remove_all(root_); }

  void add(const std::string& name, const std::string& rules) {
    std::ofstream(root_ / name) << rules;
    std::ofstream(root_ / "cascade.txt", std::ios::app) << name << " chunk\n";
  }
  /// The error without the directory, empty where the rules load.
  [[nodiscard]] std::string error() const {
    const auto lexicon = Lexicon::load({root_.string()});
    REQUIRE(lexicon.ok());
    const auto cascade = Cascade::load({root_.string()}, *lexicon);
    if (cascade) return {};
    const std::string text = cascade.error().text();
    const std::string place = root_.string() + "/";
    REQUIRE(text.starts_with(place));
    return text.substr(place.size());
  }

 private:
  fs::path root_;
};

/// A rule on three lines with a word of its own each time.
std::string rule(int number, const std::string& pattern) {
  return "rule r" + std::to_string(number) + "\n  match @c:(" + pattern + ")\n  mark M c\n";
}

std::string word(int number) { return "\"w" + std::to_string(number) + "\""; }

std::string words(int first, int last) {
  std::string all;
  for (int i = first; i < last; ++i) all += (all.empty() ? "" : " | ") + word(i);
  return all;
}

TEST_CASE("a rule file with more classes and words than an alphabet has room for is refused") {
  const int most = static_cast<int>(kMaxAtoms);
  Data fits;
  fits.add("a.rules", rule(0, words(0, most)));
  CHECK(fits.error().empty());
  Data refused;
  refused.add("a.rules", rule(0, words(0, most)) + rule(1, word(most)));
  CHECK(refused.error() ==
        "a.rules:4: r1: the rules of a file may name at most 1024 classes and words: expected a "
        "file for some of them");
}

TEST_CASE("more rules than the gate can tell apart are refused, in whichever file they are") {
  const int most = static_cast<int>(Gate::kMaxFactors);
  const int third = most / 3;  // each file has an alphabet with less room
  std::string first;
  std::string second;
  std::string last;
  for (int i = 0; i < third; ++i) first += rule(i, word(i));
  for (int i = third; i < 2 * third; ++i) second += rule(i, word(i));
  for (int i = 2 * third; i < most; ++i) last += rule(i, word(i));
  Data fits;
  fits.add("a.rules", first);
  fits.add("b.rules", second);
  fits.add("c.rules", last);
  CHECK(fits.error().empty());
  Data refused;
  refused.add("a.rules", first);
  refused.add("b.rules", second);
  refused.add("c.rules", last + rule(most, word(most)));
  CHECK(refused.error() ==
        "c.rules:" + std::to_string(3 * (most - 2 * third) + 1) + ": r" + std::to_string(most) +
            ": the rules of all files may ask for at most " + std::to_string(most) +
            " choices of classes and words: expected fewer or simpler rules");
}

TEST_CASE("a pattern that would be too large is refused on its line") {
  std::string doubling = "let A0 = WORD WORD\n";
  std::string nesting = "let B0 = WORD\n";
  for (int i = 1; i <= 40; ++i) {
    const std::string before = "A" + std::to_string(i - 1);
    doubling += "let A" + std::to_string(i) + " = " + before + " " + before + "\n";
  }
  for (int i = 1; i <= 300; ++i) {
    nesting += "let B" + std::to_string(i) + " = (B" + std::to_string(i - 1) + ")\n";
  }
  const struct {
    std::string rules, error;
  } rows[] = {
      {rule(0, std::string(90, '(') + "WORD" + std::string(90, ')')), ""},
      {rule(0, std::string(100000, '(')),
       "a.rules:2: pattern, column 103: expected at most 200 patterns within one another"},
      {doubling, "a.rules:13: pattern, column 8: expected at most 20000 parts of a pattern"},
      {nesting, "a.rules:51: pattern, column 5: expected at most 200 patterns within one another"},
      {rule(0, "((WORD{1,100}){1,100}){1,100}"),
       "a.rules:1: r0: too large a pattern: expected at most 20000 steps"},
  };
  for (const auto& row : rows) {
    Data data;
    data.add("a.rules", row.rules);
    CHECK(data.error() == row.error);
  }
}

TEST_CASE("more classes than there are ids are refused") {
  std::string names;
  for (int i = 0; i < 70000; ++i) names += "," + ("X" + std::to_string(i));
  Data data;
  data.add("a.rules", "rule r\n  match @c:WORD\n  make person c as=" + names.substr(1) + "\n");
  CHECK(data.error() ==
        "a.rules:1: expected at most 65535 classes and words in gazetteers and rules");
}

}  // namespace
}  // namespace rawabit
