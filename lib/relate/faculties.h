// The university of a faculty that stands without it.
//
// Takes the article's parse and the groups of its mentions. Where the article speaks of just one
// university, its faculties of some field ("the faculty of medicine", whose head is COLLEGE_HEADED)
// are parts of that one, unless something else is told of them: adds part_of with the origin
// `inferred`.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_faculties(Parse& parse, const std::vector<MentionGroup>& groups,
                      const Lexicon& lexicon);

}  // namespace rawabit
