// Whoever heads a body of his own works for that one, not for the side that he came with.
//
// "For the Omani side it was signed by X, head of the aviation authority": the rule that gives
// those who came from a side their state (rel.of_the_side) goes by the side alone. Takes an
// article's parse with the groups of its mentions; drops that works_for of a person whom another
// rule gives a body that is no cabinet, unless he holds an office of state. Offices must be settled
// before.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void settle_side_posts(Parse& parse, const std::vector<MentionGroup>& groups,
                       const Lexicon& lexicon);

}  // namespace rawabit
