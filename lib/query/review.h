// The doubtful merges of a graph: those made with little to go by, and those nearly made.
//
//   Result<std::vector<Doubt>> doubts = review(db, 20);
//   line_of(doubts->front().verdict)  ->  "same\tperson\t...\t..."
//
// The best to look at come first: much doubt, many articles. What a verdict has decided is not
// among them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "resolve/verdicts.h"
#include "store/sqlite.h"

namespace rawabit {

/// One of the two entities, as an article has it.
struct DoubtSide {
  std::int64_t local_entity = 0;
  std::string name;  ///< the fullest in that article
  std::string article;
  std::string sentence;         ///< the first that names it; empty where texts are not known
  std::int64_t n_articles = 0;  ///< that have it under that name (joined), or at all
};

struct Doubt {
  bool joined = false;  ///< they are one in the graph
  std::string type;
  std::string reason, tells;           ///< what speaks for it: code and words
  std::string against, against_tells;  ///< what speaks against it; empty: nothing
  double confidence = 0;               ///< that they are one
  double weight = 0;                   ///< by which they are ordered
  std::array<DoubtSide, 2> sides;
  Verdict verdict;  ///< what would confirm the graph as it is
};

/// At most `limit` of them.
[[nodiscard]] Result<std::vector<Doubt>> review(Database& db, std::size_t limit);

}  // namespace rawabit
