#include "text/boilerplate.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "text/fold.h"

namespace rawabit {
namespace {

Result<BoilerplatePatterns> load_lines(const std::string& lines) {
  const std::string path = (std::filesystem::temp_directory_path() /
                            ("rawabit_patterns." + std::to_string(::getpid()) + ".tsv"))
                               .string();
  std::ofstream(path) << lines;
  Result<BoilerplatePatterns> patterns = BoilerplatePatterns::load({path});
  std::filesystem::remove(path);
  return patterns;
}

}  // namespace

TEST_CASE("a broken pattern line says where and what was expected") {
  struct {
    std::string lines, message;
    int line;
  } const table[] = {
      {"line", "expected kind, pattern and, if you like, a comment, with tabs between them", 1},
      {"# x\n\nline\ta\tb\tc",
       "expected kind, pattern and, if you like, a comment, with tabs between them", 3},
      {"lines\tx",
       "\"lines\" is no kind; expected line, clock, date, tail, teaser, dateline, breadcrumb or "
       "prefix",
       1},
      {"line\tx\nline\t(x", "\"(x\" is no pattern: missing ): (?:(x)$", 2},
      {"line\tx*", "the pattern \"x*\" would fit an empty line", 1},
      {"prefix\tx?", "the pattern \"x?\" would fit an empty line", 1},
      {"line\t", "the pattern \"\" would fit an empty line", 1},
  };
  for (const auto& row : table) {
    INFO(row.lines);
    const Result<BoilerplatePatterns> patterns = load_lines(row.lines);
    REQUIRE_FALSE(patterns);
    CHECK(patterns.error().message == row.message);
    CHECK(patterns.error().line == row.line);
    CHECK(patterns.error().file.ends_with(".tsv"));
  }
}

TEST_CASE("a missing file of patterns is an error, no file is none") {
  CHECK_FALSE(BoilerplatePatterns::load({"/nowhere.tsv"}));
  const Result<BoilerplatePatterns> none = BoilerplatePatterns::load({});
  REQUIRE(none);
  CHECK_FALSE(none->kinds_of("x").has(LineKind::line));
}

TEST_CASE("patterns are written as one writes, and matched as one folds") {
  struct {
    std::string pattern, line;
    bool fits;
  } const table[] = {
      {"قراءة", "قراءة", true},
      {"قراءة", "قِراءه", true},
      {"أضف تعليق", "اضف  \u00A0تعليق", true},
      {"أضف تعليق", "اضف", false},
      {"أضف ?تعليق", "اضفتعليق", true},
      {"[أ-ي ]+", "اضف تعليق", true},
      {"المزيد…", "المزيد...", true},
      {"المزيد…", "المزيداًاًا", false},
      {"\\[ \\]", "[ ]", true},
      {"\\d+", "٢٠٢٠", true},
      {"facebook", "FaceBook", true},
      {"a|b", "b", true},
      {"a|b", "bc", false},
  };
  for (const auto& row : table) {
    INFO(row.pattern << " / " << row.line);
    const Result<BoilerplatePatterns> patterns = load_lines("line\t" + row.pattern + "\tcomment");
    REQUIRE(patterns);
    CHECK(patterns->kinds_of(fold(row.line)).has(LineKind::line) == row.fits);
    CHECK_FALSE(patterns->kinds_of(fold(row.line)).has(LineKind::tail));
  }
}

TEST_CASE("the longest prefix counts") {
  const Result<BoilerplatePatterns> patterns = load_lines("prefix\ta\nprefix\taa\nbreadcrumb\taaa");
  REQUIRE(patterns);
  CHECK(patterns->prefix_of("aaaa", LineKind::prefix) == 2);
  CHECK(patterns->prefix_of("aaaa", LineKind::breadcrumb) == 3);
  CHECK(patterns->prefix_of("ba", LineKind::prefix) == 0);
}

}  // namespace rawabit
