// Lexicon::match() against its definition, carried out word by word on random lists and sentences.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "lexicon/lexicon.h"
#include "lists_fixture.h"

using rawabit::Lexicon;
using rawabit::LexiconMatch;
using rawabit::Token;
using rawabit::tokenize;
using rawabit::TokenizedText;
using rawabit::TokenKind;

namespace {

// Few words, of which many are readings of one another.
const std::vector<std::string> kWords = {"باب",  "الباب", "وباب", "للباب", "لباب", "بباب", "لب",
                                         "اللب", "ولب",   "دار",  "دور",   "كدار", "-",    "."};

std::string random_words(std::mt19937& random, unsigned most) {
  std::string text = kWords[random() % kWords.size()];
  for (unsigned n = static_cast<unsigned>(random() % most); n > 0; --n) {
    text += " " + kWords[random() % kWords.size()];
  }
  return text;
}

using Found = std::tuple<std::uint32_t, unsigned, std::uint32_t, int, rawabit::EntryId>;

/// (first, class, last, which reading, entry) of every match, as lexicon.h defines them.
std::vector<Found> by_definition(const Lexicon& lexicon, const TokenizedText& text,
                                 rawabit::TokenRange sentence) {
  std::vector<Found> result;
  for (unsigned cls = 0; cls < lexicon.class_names().size(); ++cls) {
    std::map<std::vector<std::string>, rawabit::EntryId> forms;
    for (rawabit::EntryId id = 0; id < lexicon.entries().size(); ++id) {
      const auto& entry = lexicon.entries()[id];
      if (lexicon.lists()[entry.list].class_name != lexicon.class_names()[cls]) continue;
      for (const std::string& form : entry.forms) {
        std::vector<std::string> words;
        const TokenizedText tokens = tokenize(std::string_view(form));
        for (const Token& token : tokens.tokens) words.emplace_back(tokens.form(token));
        forms.emplace(words, id);
      }
    }
    for (std::uint32_t first = sentence.first; first < sentence.last;) {
      std::uint32_t next = first + 1;
      const std::string word(text.form(text.tokens[first]));
      const auto readings = rawabit::clitic_readings(word);
      for (std::uint32_t last = sentence.last; last > first && next == first + 1; --last) {
        for (std::size_t r = 0; r < readings.size(); ++r) {
          std::vector<std::string> words = {readings[r].form};
          for (std::uint32_t i = first + 1; i < last; ++i) {
            words.emplace_back(text.form(text.tokens[i]));
          }
          const auto form = forms.find(words);
          if (form == forms.end()) continue;
          result.emplace_back(first, cls, last, static_cast<int>(r), form->second);
          next = std::max(last, first + 1);
          last = first + 1;  // the longest, with the fewest proclitics: no more from here
          break;
        }
      }
      first = next;
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<Found> by_match(const Lexicon& lexicon, const TokenizedText& text,
                            rawabit::TokenRange sentence) {
  std::vector<LexiconMatch> matches;
  lexicon.match(text, sentence, matches);
  std::vector<Found> result;
  for (const LexiconMatch& match : matches) {
    const auto readings = rawabit::clitic_readings(text.form(text.tokens[match.first]));
    const auto reading = std::find_if(readings.begin(), readings.end(), [&](const auto& one) {
      return one.proclitics == match.proclitics;
    });
    result.emplace_back(match.first, match.cls, match.last,
                        static_cast<int>(reading - readings.begin()), match.entry);
  }
  return result;
}

}  // namespace

TEST_CASE("match: what the definition says") {
  std::mt19937 random(1);
  std::size_t matches = 0;
  for (int round = 0; round < 40; ++round) {
    const rawabit_test::ListDirectory lists;
    for (const char* const name : {"A", "B", "C"}) {
      std::string content;
      for (int i = 0; i < 12; ++i) content += random_words(random, 3) + "\tambiguous=1\n";
      lists.list(name, "words", name, "-", "as-is", content);
    }
    const auto lexicon = lists.load();
    REQUIRE(lexicon);
    for (int i = 0; i < 100; ++i) {
      const std::string source = random_words(random, 12);
      const TokenizedText text = tokenize(std::string_view(source));
      for (const auto& sentence : text.sentences) {
        const auto found = by_match(*lexicon, text, sentence);
        matches += found.size();
        if (found != by_definition(*lexicon, text, sentence)) FAIL("'" << source << "'");
      }
    }
  }
  CHECK(matches > 10000);
}
