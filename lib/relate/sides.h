// The bodies or states for which people spoke.
//
// Rules may give a person where a body or a state belongs (side: ends): "the minister A and the
// ambassador B talked of cooperation". Takes the article's parse and the groups of its mentions,
// once all works_for are known; puts in the people's places the bodies that they work for, else
// their states, else the state of the one and the international body, the company or the university
// of the other. Drops what still has a person for an end, and what would tie a side to itself.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void settle_sides(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon);

}  // namespace rawabit
