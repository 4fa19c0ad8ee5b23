// Whose visit "his visit to the country" is: nobody visits the country that he is of.
//
// Takes an article's relations, with those of office-holders (offices.h), and the groups of its
// mentions. Where a rule took somebody for the visitor of a country for which he works, or to which
// the body belongs for which he works, the visitor is the one whom he met, if that is only one and
// of another country; otherwise nobody is told to have made the visit.
#pragma once

#include <vector>

#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void settle_visitors(Parse& parse, const std::vector<MentionGroup>& groups);

}  // namespace rawabit
