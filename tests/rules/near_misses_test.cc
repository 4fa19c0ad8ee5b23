// How far rules get that do not match, and what they lack.
#include "rules/near_misses.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "rules/pattern_text.h"
#include "small_cascade.h"

namespace rawabit {
namespace {

/// Misses of one rule of literal words in one sentence: "2/3 one two | expected | found".
std::string misses_of(const std::string& pattern, const std::string& text) {
  SmallCascade small({{"lists.tsv", "# no lists\n"},
                      {"cascade.txt", "a.rules chunk\n"},
                      {"a.rules", "rule a\n  match " + pattern + "\n  mark M c\n"}});
  std::string told;
  small.run(text, [&](const Cascade::Step& step, const Parse& before) {
    for (const NearMiss& miss : near_misses(step.rules, small.cascade().classes(), before, 0)) {
      std::string begun = small.words(miss.first, miss.last);
      if (!begun.empty()) begun += ' ';
      told += fmt::format("{}/{}{} {}| {}", miss.matched, miss.wanted,
                          miss.lacks_one ? " lacks" : "", begun, miss.expected);
    }
  });
  return told;
}

struct Near {
  const char* pattern;
  const char* text;
  const char* told;
};

const Near kNear[] = {
    // What matches, and what does not begin to, is not told.
    {R"(@c:("a" "b"))", "x a b y", ""},
    {R"(@c:("a" "b"))", "x y", ""},
    {R"(@c:("a" "b"))", "a x", R"(1/2 lacks a | "b")"},
    // The longest run of parts counts, wherever it begins.
    {R"(@c:("a" "b" "c"))", "a x a b y", R"(2/3 lacks a b | "c")"},
    {R"(@c:("a" "b" "c" "d"))", "a b x y", R"(2/4 a b | "c")"},
    // The rest is there: it lacks one part alone.
    {R"(@c:("a" "b" "c" "d"))", "a b x d", R"(2/4 lacks a b | "c")"},
    {R"(@c:("a" "b" "c" "d"))", "a b x y z d", R"(2/4 a b | "c")"},
    {R"(@c:("a" "b" "c"))", "x b c", R"(2/3 lacks | "a")"},
    // Parts that need not stand are told with the one that failed, and count for nothing.
    {R"(@c:("a" "x"? .{0,3}? "c"))", "a b d", R"(1/2 lacks a | "x"? .{0,3}? "c")"},
    {R"(@c:("a" ("b" | "c"){2,3} "d"))", "a b d", R"(1/3 lacks a | ("b" | "c"){2,3})"},
    {R"("a" @c:("b") $)", "a b c", R"(2/3 lacks a b | $)"},
};

TEST_CASE("how far a rule gets") {
  for (const Near& near : kNear) {
    CAPTURE(near.pattern, near.text);
    CHECK(misses_of(near.pattern, near.text) == near.told);
  }
}

TEST_CASE("a pattern as text again") {
  const std::pair<const char*, const char*> all[] = {
      {R"(RANK+ @who:(NAME{1,6}))", R"((RANK+ @who:(NAME{1,6})))"},
      {R"(w?+CITY | b+"a"? !VERB*)", R"((w?+CITY | (b+"a"? !VERB*)))"},
      {R"(^ .{0,5}? (A | w+B C){2,3} $)", R"((^ .{0,5}? (A | (w+B C)){2,3} $))"},
      {R"(p+A l+B k+C *+D)", R"((p+A l+B k+C *+D))"},
      {R"(@a:X @b:(Y | Z){0,3})", R"((@a:X @b:((Y | Z){0,3})))"}};
  for (const auto& [text, again] : all) {
    CAPTURE(text);
    const auto pattern = parse_pattern(text, {});
    if (!pattern) FAIL(pattern.error().text());
    CHECK(text_of(*pattern) == again);
  }
}

TEST_CASE("what lacks one part alone is nearest, then what lacks least, then what has most") {
  const auto miss = [](int matched, int wanted, bool lacks_one, std::uint32_t last) {
    NearMiss made;
    made.matched = matched;
    made.wanted = wanted;
    made.lacks_one = lacks_one;
    made.last = last;
    return made;
  };
  const NearMiss in_order[] = {miss(4, 5, true, 1),  miss(3, 4, true, 1),  miss(3, 4, true, 0),
                               miss(2, 3, true, 0),  miss(1, 2, true, 1),  miss(5, 6, false, 1),
                               miss(2, 3, false, 1), miss(5, 8, false, 1), miss(1, 4, false, 1)};
  for (std::size_t i = 0; i + 1 < std::size(in_order); ++i) {
    CAPTURE(i);
    CHECK(is_nearer(in_order[i], in_order[i + 1]));
    CHECK_FALSE(is_nearer(in_order[i + 1], in_order[i]));
  }
}

}  // namespace
}  // namespace rawabit
