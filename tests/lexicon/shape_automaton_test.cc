// The automaton of word shapes says what RE2 says of the same pattern.
#include "lexicon/shape_automaton.h"

#include <re2/re2.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {
namespace {

const std::vector<std::string_view> kTaken = {"^a$",
                                              "^..+$",
                                              "^......*$",
                                              "^ab.+(c|de|)$",
                                              "^(ab)?c[^d]..?$",
                                              "^[^ab].+c$",
                                              "^[A-Ca-c]b*a$",
                                              "^.?.?(ab|c)$",
                                              "^(a|bc)[cd]+$",
                                              "^b(a|ab).+[^c]$",
                                              "^.a.*b.$",
                                              "^a{1,2}(b?c|d)B{2}$",
                                              "^a\\.?b\\$?$",
                                              "^\u0627\u0644..+(\u0648\u0646|\u064A\u0646)$",
                                              "^[^\u0627].+\u064A$"};

/// All words of up to so many of these letters.
std::vector<std::string> words_of(const std::vector<std::string>& letters, std::size_t longest) {
  std::vector<std::string> words{""};
  for (std::size_t from = 0, length = 0; length < longest; ++length) {
    const std::size_t to = words.size();
    for (; from < to; ++from) {
      for (const std::string& letter : letters) words.push_back(words[from] + letter);
    }
  }
  return words;
}

bool fits(const ShapeAutomaton& automaton, std::size_t pattern, std::string_view word) {
  std::vector<std::uint16_t> fitting;
  automaton.match(word, fitting);
  return std::ranges::find(fitting, pattern) != fitting.end();
}

}  // namespace

TEST_CASE("simple shapes fit the words that RE2 says they fit") {
  ShapeAutomaton automaton;
  for (const std::string_view pattern : kTaken) {
    INFO(pattern);
    REQUIRE(automaton.add(pattern));
  }
  std::vector<std::string> words = words_of({"a", "b", "c", "d", "B"}, 5);
  for (const std::string& word : words_of({"\u0627", "\u0644", "\u0648", "\u0646", "\u064A"}, 5)) {
    words.push_back(word);
  }
  for (std::size_t p = 0; p < kTaken.size(); ++p) {
    const RE2 re2{std::string(kTaken[p])};
    const auto differs = std::ranges::find_if(words, [&](const std::string& word) {
      return RE2::FullMatch(word, re2) != fits(automaton, p, word);
    });
    INFO(kTaken[p] << " and " << (differs == words.end() ? "" : *differs));
    CHECK(differs == words.end());
  }
}

TEST_CASE("other patterns are refused") {
  for (const char* pattern :
       {"", "a", "^a", "a$", "^$", "^a*$", "^(a$", "^a)$", "^(a|(b))$", "^a{,2}$", "^a{9}$",
        "^(ab){2}$", "^\\w+$", "^(ab)+$", "^[ab$", "^[[:alpha:]]+$", "^a|b$", "^a$b$", "^[b-a]$"}) {
    INFO(pattern);
    ShapeAutomaton automaton;
    CHECK_FALSE(automaton.add(pattern));
  }
}

TEST_CASE("more steps than there are bits are refused, and the others still hold") {
  ShapeAutomaton automaton;
  const std::string long_one = "^" + std::string(600, '.') + "$";
  REQUIRE(automaton.add(long_one));
  CHECK_FALSE(automaton.add(long_one));
  REQUIRE(automaton.add("^ab$"));
  CHECK(fits(automaton, 1, "ab"));
  CHECK_FALSE(fits(automaton, 1, "ba"));
  CHECK(fits(automaton, 0, std::string(600, 'x')));
  CHECK_FALSE(fits(automaton, 0, std::string(599, 'x')));
}

}  // namespace rawabit
