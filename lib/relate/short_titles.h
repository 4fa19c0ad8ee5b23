// A minister told again by "the minister": the short wording is a form of his whole title.
//
// Takes an article's parse and the groups of its mentions; gives the groups with each "the
// minister" among the mentions of "minister of health" where who bears it there bears that whole
// title and no other. Where nothing tells whose the short title is, it stays an entity of its own.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::vector<MentionGroup> join_short_titles(const Parse& parse,
                                                          const Lexicon& lexicon,
                                                          std::vector<MentionGroup> groups);

}  // namespace rawabit
