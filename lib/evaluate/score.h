// Scores an extraction against gold: how many entities and relations are right, article by article.
//
//   const Scores scores = score(gold, system);
//   figures(scores.entities.at("").lenient, scores.entities.at("")).f1
//
// Entities of an article are matched one to one within their type, by an assignment of greatest
// weight: as many strict matches as possible (a name in common after folding), then as many lenient
// ones (enough words in common), then the greatest overlap, the most names, the most edges in
// common. Relations are judged on that matching. An article that the system lacks is missed whole,
// one that gold lacks is not looked at. Takes any documents; nothing is refused.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/documents.h"

namespace rawabit {

struct Tally {
  int gold = 0;
  int system = 0;
  int strict = 0;
  int lenient = 0;
};

inline constexpr std::array<std::string_view, 5> kScoreErrorKinds = {
    "missed entity", "spurious entity", "inexact entity", "missed relation", "spurious relation"};

struct Scores {
  std::size_t documents = 0;
  std::vector<std::string> missing;        ///< articles of gold that the system lacks, sorted
  std::vector<std::string> not_in_gold;    ///< the other way round
  std::map<std::string, Tally> entities;   ///< by type; "" is all of them
  std::map<std::string, Tally> relations;  ///< by predicate; "" is all of them
  std::array<std::vector<std::string>, kScoreErrorKinds.size()> errors;
};

struct Figures {
  int right = 0;
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// Figures of `right` (strict or lenient) out of a tally; 0 where nothing could be right.
[[nodiscard]] Figures figures(int right, const Tally& tally);

[[nodiscard]] Scores score(const std::vector<ScoreDocument>& gold,
                           const std::vector<ScoreDocument>& system);

/// What names are compared by: the folded words without the article, one space apart. Latin letters
/// keep their case, which is all that tells it from name_key().
[[nodiscard]] std::string score_key(std::string_view text);

}  // namespace rawabit
