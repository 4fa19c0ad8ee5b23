// The bodies that a headline calls by a shorter name than the text does.
//
// "The Olympic committee signs ...", says the headline, and the text tells of "the Egyptian Olympic
// committee": one body, where the text names just one with that head and all those words in that
// order. Takes the groups of an article's mentions (resolve/within_article.h); a body that the text
// calls by the short name as well stays what it is, and so do two of two countries.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::vector<MentionGroup> join_headline_bodies(const Parse& parse,
                                                             const Lexicon& lexicon,
                                                             const CountryIndex& countries,
                                                             std::vector<MentionGroup> groups);

}  // namespace rawabit
