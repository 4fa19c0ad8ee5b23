// Which entity of the system stands for which of gold, in one article.
//
//   for (const EntityMatch& m : match_entities(gold, system)) use(gold.entities[m.gold], ...);
//
// One to one, within a type, of greatest weight (see score.h). Nothing is refused.
#pragma once

#include <cstddef>
#include <vector>

#include "evaluate/documents.h"

namespace rawabit {

struct EntityMatch {
  std::size_t gold = 0;    ///< index into ScoreDocument::entities
  std::size_t system = 0;  ///< the same
  bool strict = false;
};

[[nodiscard]] std::vector<EntityMatch> match_entities(const ScoreDocument& gold,
                                                      const ScoreDocument& system);

}  // namespace rawabit
