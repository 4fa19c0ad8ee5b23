// A cascade of a few lines, for tests of what its stages do with one sentence.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "rules/cascade.h"
#include "tokens/tokens.h"

namespace rawabit {

class SmallCascade {
 public:
  /// `files`: by their names, lists.tsv and cascade.txt among them.
  explicit SmallCascade(const std::map<std::string, std::string>& files) {
    namespace fs = std::filesystem;
    const fs::path root = fs::temp_directory_path() / "rawabit_small_cascade";
    fs::create_directories(root);
    for (const auto& [name, text] : files) std::ofstream(root / name) << text;
    auto lexicon = Lexicon::load({root.string()});
    if (!lexicon) FAIL(lexicon.error().text());
    lexicon_ = std::make_unique<Lexicon>(*std::move(lexicon));
    auto cascade = Cascade::load({root.string()}, *lexicon_);
    fs::remove_all(root);
    if (!cascade) FAIL(cascade.error().text());
    cascade_ = std::make_unique<Cascade>(*std::move(cascade));
  }

  /// Reads the text as the body of an article; `look` sees it before each step.
  void run(const std::string& text,
           const std::function<void(const Cascade::Step&, const Parse&)>& look = {}) {
    article_.text = text;
    article_.blocks = {{BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}}};
    tokens_ = tokenize(article_);
    parse_ = {};
    Cascade::Worker worker(*cascade_);
    worker.run(article_, tokens_, parse_, look);
  }

  [[nodiscard]] const Cascade& cascade() const { return *cascade_; }
  [[nodiscard]] const Parse& parse() const { return parse_; }
  /// The words as they are written, one space apart.
  [[nodiscard]] std::string words(std::uint32_t first, std::uint32_t last) const {
    std::string out;
    for (std::uint32_t t = first; t < last; ++t) {
      if (t > first) out += ' ';
      out += slice(article_.text, tokens_.tokens[t].span);
    }
    return out;
  }

 private:
  std::unique_ptr<Lexicon> lexicon_;  // the cascade refers to it
  std::unique_ptr<Cascade> cascade_;
  Article article_;
  TokenizedText tokens_;
  Parse parse_;
};

}  // namespace rawabit
