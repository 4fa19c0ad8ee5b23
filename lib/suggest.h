// What an unannotated corpus proposes for the gazetteers: names and words that it uses as such
// names and words are used, and that no list knows.
//
//   Proposals proposals;
//   proposals.add(observe(pipeline, document));            // any thread observes, one adds, in
//   order for (const Proposal& proposal : proposals.ranked({})) ...
//
//   body      a body found by its head noun, in several articles; no country or other body inside
//   it given     an unknown word that begins the name of a person whose other parts are known
//   family    one that ends it
//   title     an unknown word right before a person's name
//   position  one before a body that a person's name follows
//   head      an unknown word right before a body
//   topic     unknown words after those that announce a field
//
// A word is proposed as title, position or head only where a good part of all its uses are such.
// Memory is bounded: what was seen once is forgotten when there is too much of it. The same
// articles in the same order propose the same. An article that cannot be decoded is refused.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/article.h"
#include "pipeline.h"

namespace rawabit {

enum class ProposalKind : std::uint8_t { body, given, family, title, position, head, topic };
inline constexpr std::array<std::string_view, 7> kProposalKindNames = {
    "body", "given", "family", "title", "position", "head", "topic"};

struct Observation {
  ProposalKind kind = ProposalKind::body;
  std::string form;  ///< as written
  std::string sentence;
};

struct ArticleObservations {
  std::vector<Observation> observations;
  std::vector<std::uint64_t> unknown_words;  ///< token_hash() of each use of a word of no list
};

[[nodiscard]] Result<ArticleObservations> observe(const Pipeline& pipeline,
                                                  const RawDocument& document);

struct Proposal {
  ProposalKind kind = ProposalKind::body;
  std::string form;  ///< as it was written first
  std::size_t articles = 0;
  std::size_t uses = 0;
  std::string sentence;  ///< where it was used first
};

struct ProposalLimits {
  std::size_t articles = 3;  ///< in how many a form must be used
  double share = 0.4;        ///< of a word's uses that must be as title, position or head
};

class Proposals {
 public:
  void add(ArticleObservations article);
  /// By kind, most articles first, then by form.
  [[nodiscard]] std::vector<Proposal> ranked(const ProposalLimits& limits) const;

 private:
  void forget_rare();

  std::unordered_map<std::string, Proposal> seen_;  ///< by kind and folded form
  std::unordered_map<std::uint64_t, std::size_t> word_uses_;
};

}  // namespace rawabit
