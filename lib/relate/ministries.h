// Ministers whose ministry the article names otherwise than their office.
//
// "The minister of culture and arts" works at "the ministry of culture" where no other ministry
// comes nearer, and "the minister", whose field nobody tells, at the one ministry that the article
// names. Takes the article's parse and the groups of its mentions, once offices are related
// (relate/offices.h); adds works_for. A minister who has a ministry already, or a ministry that has
// a minister already, is left alone, and so is one of another country.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_ministries(Parse& parse, const std::vector<MentionGroup>& groups,
                       const Lexicon& lexicon);

}  // namespace rawabit
