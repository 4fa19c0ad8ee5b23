// Proposals: how they are gathered, ranked, marked and accepted.
#include "suggest.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lexicon/lexicon.h"
#include "proposal_file.h"
#include "text/fold.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

ArticleObservations article(std::vector<Observation> observations,
                            const std::vector<std::string>& unknown = {}) {
  ArticleObservations out{std::move(observations), {}};
  for (const std::string& word : unknown) out.unknown_words.push_back(token_hash(fold(word)));
  return out;
}

std::string ranked(const Proposals& proposals, const ProposalLimits& limits) {
  std::string text;
  for (const Proposal& p : proposals.ranked(limits)) {
    text += std::string(kProposalKindNames[static_cast<std::size_t>(p.kind)]) + " " + p.form + " " +
            std::to_string(p.articles) + " " + std::to_string(p.uses) + "; ";
  }
  return text;
}

TEST_CASE("forms are counted by article, spellings together, most articles first") {
  const auto family = ProposalKind::family;
  Proposals proposals;
  proposals.add(article({{family, "الأسواط", "s1"}, {family, "الأسواط", "s2"}}));
  proposals.add(article({{family, "الاسواط", "s3"}, {family, "حمامة", "s4"}}));
  proposals.add(article({{family, "حمامة", "s5"}, {ProposalKind::body, "دار الأمثلة", "s6"}}));
  proposals.add(article({{family, "حمامة", "s7"}}));
  CHECK(ranked(proposals, {.articles = 2}) == "family حمامة 3 3; family الأسواط 2 3; ");
  CHECK(ranked(proposals, {.articles = 1}) ==
        "body دار الأمثلة 1 1; family حمامة 3 3; family الأسواط 2 3; ");
  CHECK(proposals.ranked({.articles = 3}).front().sentence == "s4");
}

TEST_CASE("a title is a word that is used as one most of the time") {
  Proposals proposals;
  for (int i = 0; i < 3; ++i) {
    proposals.add(article({{ProposalKind::title, "السباح", "s"}, {ProposalKind::title, "أمس", "s"}},
                          {"السباح", "أمس", "أمس", "أمس"}));
  }
  CHECK(ranked(proposals, {.articles = 3, .share = 0.5}) == "title السباح 3 3; ");
}

/// A directory for one test.
class Directory {
 public:
  Directory() : path_(fs::temp_directory_path() / ("rawabit_suggest_" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() { fs::remove_all(path_); }
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

std::string accept_error(const Directory& directory, const std::string& line) {
  write(directory.at("p.tsv"), proposal_header() + line + "\n");
  const Result<Accepted> accepted = accept(directory.at("p.tsv"), directory.at("own"));
  if (accepted) return "accepted";
  return accepted.error().text().substr(directory.at("").size());
}

TEST_CASE("what is marked becomes a gazetteer, once") {
  const Directory directory;
  const Proposal body{ProposalKind::body, "دار الأمثلة", 4, 9, "a\tb"};
  const Proposal family{ProposalKind::family, "حمامة", 3, 3, "s"};
  const Proposal not_marked{ProposalKind::family, "أمس", 3, 3, "s"};
  write(directory.at("p.tsv"), proposal_header() + "+" + proposal_line(body) + "+" +
                                   proposal_line(family) + proposal_line(not_marked));
  for (const std::size_t added : {2U, 0U}) {
    const Result<Accepted> accepted = accept(directory.at("p.tsv"), directory.at("own"));
    if (!accepted) FAIL(accepted.error().text());
    CHECK(accepted->added == added);
    CHECK(accepted->known == 2 - added);
  }
  const Result<Lexicon> lexicon = Lexicon::load({directory.at("own")});
  if (!lexicon) FAIL(lexicon.error().text());
  CHECK(lexicon->entries().size() == 2);
  CHECK(lexicon->lookup(fold("دار الأمثلة")).size() == 1);
  CHECK(lexicon->class_named("FAMILY") != Lexicon::kNoClass);
}

TEST_CASE("a file of proposals that is wrong is refused with its line") {
  const Directory directory;
  struct Row {
    std::string line, expected;
  };
  const std::vector<Row> rows = {
      {"+\tbody\tORG\tx\t1\t1", "p.tsv:4: expected 7 columns, not 6"},
      {"y\tbody\tORG\tx\t1\t1\ts", "p.tsv:4: expected + or nothing in the first column, not 'y'"},
      {"+\thuman\tORG\tx\t1\t1\ts", "p.tsv:4: unknown kind 'human'"},
      {"+\tbody\torg\tx\t1\t1\ts", "p.tsv:4: class 'org': expected capitals"},
      {"+\tbody\tORG\t\t1\t1\ts", "p.tsv:4: expected a form in the fourth column"},
  };
  for (const Row& row : rows) CHECK(accept_error(directory, row.line).starts_with(row.expected));
}

}  // namespace
}  // namespace rawabit
