// For whom the holders of offices of state work, where their title does not say it.
//
// Takes an article's mentions and relations and the groups of its mentions; adds, with the origin
// `inferred`:
//   works_for the country: a minister, monarch or head of government whose titles name no country
//             works for the article's home country (home_country.h), where the article names it;
//   works_for the ministry: a minister works for the ministry of the same field that the article
//             names, when it belongs to no other country than his own;
//   works_for the body: a public prosecutor works for the public prosecution that the article names
//             (heads= of the title is headed= of the body), on the same condition;
//   has_title an honorific: "His Highness the Defence Minister" is said of the one person whom the
//             article gives that office.
// What counts as an office of state is said by the gazetteers: classes OFFICE and MINISTER, and
// lines with office=1.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_offices(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon,
                    const CountryIndex& countries);

}  // namespace rawabit
