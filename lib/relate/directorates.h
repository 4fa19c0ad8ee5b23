// Who heads a directorate by the field of his title.
//
// "The director general for X" heads "the general directorate for X" (lines of the gazetteers with
// directs= and directed=). Takes the article's parse and the groups of its mentions; adds works_for
// with the origin `inferred`.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_directorates(Parse& parse, const std::vector<MentionGroup>& groups,
                         const Lexicon& lexicon);

}  // namespace rawabit
