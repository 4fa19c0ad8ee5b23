// A topic of a gazetteer is found although an earlier step has made a part of it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "rules/cascade.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLists =
    "places.tsv\tentities\tCITY\tcity\tas-is\ten\tus\t-\tplaces\n"
    "topics.tsv\tentities\tTOPIC\ttopic\tas-is\ten\tus\t-\ttopics\n";
constexpr const char* kPlaces = "city:a\ta\tgaza\ncity:b\tb\tnew york\n";
constexpr const char* kTopics =
    "topic:a\ta\twar on gaza\n"
    "topic:b\tb\tgaza relief\n"
    "topic:c\tc\tthe new york file\n"
    "topic:d\td\tnew york\n";

std::string words_of(const Article& article, const TokenizedText& tokens,
                     const FoundMention& mention) {
  std::string out;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    if (t > mention.first) out += ' ';
    out += slice(article.text, tokens.tokens[t].span);
  }
  return out;
}

/// The mentions that the cascade makes, the places first: "gaza|war on gaza".
std::string found_in(const std::string& text) {
  const fs::path root = fs::temp_directory_path() / "rawabit_beyond_test";
  fs::create_directories(root);
  std::ofstream(root / "lists.tsv") << kLists;
  std::ofstream(root / "places.tsv") << kPlaces;
  std::ofstream(root / "topics.tsv") << kTopics;
  std::ofstream(root / "cascade.txt") << "a.rules chunk\nb.rules chunk\n";
  std::ofstream(root / "a.rules") << "rule a\n  match @c:CITY\n  make city c\n";
  std::ofstream(root / "b.rules") << "rule b\n  match @t:TOPIC\n  make topic t\n";
  const auto lexicon = Lexicon::load({root.string()});
  REQUIRE(lexicon.ok());
  const auto cascade = Cascade::load({root.string()}, *lexicon);
  fs::remove_all(root);
  if (!cascade) FAIL(cascade.error().text());
  Article article;
  article.text = text;
  article.blocks = {{BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}}};
  const TokenizedText tokens = tokenize(article);
  Cascade::Worker worker(*cascade);
  Parse parse;
  worker.run(article, tokens, parse);
  std::string out;
  for (const FoundMention& mention : parse.mentions) {
    out += (out.empty() ? "" : "|") + words_of(article, tokens, mention);
  }
  return out;
}

struct Beyond {
  const char* text;
  const char* found;
};

const Beyond kBeyond[] = {
    {"talks on the war on gaza", "gaza|war on gaza"},            // at its end
    {"they spoke of gaza relief", "gaza|gaza relief"},           // at its begin
    {"on the new york file too", "new york|the new york file"},  // inside
    {"they live in new york", "new york"},                       // the same words are the place's
    {"the war in gaza", "gaza"},
};

TEST_CASE("a place takes no longer topic away") {
  for (const Beyond& expected : kBeyond) {
    INFO(expected.text);
    CHECK(found_in(expected.text) == expected.found);
  }
}

}  // namespace
}  // namespace rawabit
