// The product's grammar, and the first rows of the seed articles, for tests of the rules.
//
//   const Grammar grammar;
//   for_seeds(grammar, kinds, [&](const Parse& parse) { ... });
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "rules/cascade.h"
#include "rules/start_rows.h"
#include "tokens/tokens.h"

namespace rawabit {

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The product's own.
struct Grammar {
  Grammar() {
    REQUIRE(lexicon.ok());
    cascade = Cascade::load({root + "/rules"}, *lexicon);
    REQUIRE(cascade.ok());
  }
  std::string root = RAWABIT_SOURCE_DIR;
  Result<Lexicon> lexicon = Lexicon::load({root + "/gazetteers"});
  Result<Cascade> cascade = Error{};
};

/// Calls `use` with the first rows of each seed article.
template <class Use>
void for_seeds(const Grammar& grammar, NodeKinds& kinds, Use use) {
  ShapeCache shapes;
  for (const auto& file : std::filesystem::directory_iterator(grammar.root + "/seeds")) {
    Article article;
    article.text = file_text(file.path());
    const TokenizedText text = tokenize(article.text);
    Parse parse;
    start_rows(article, text, grammar.cascade->classes(), shapes, kinds, parse);
    use(parse);
  }
}

}  // namespace rawabit
