// What the headline says was discussed is what the article's talks were about.
//
// "A and B discuss drug trafficking", says the headline; the text tells of their meeting. Takes the
// article's parse and the groups of its mentions; adds about, with the origin `inferred`, for the
// topics behind a word of discussing in the headline, where that names no meeting itself and the
// text tells of just one meeting that is talks.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_headline(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon);

}  // namespace rawabit
