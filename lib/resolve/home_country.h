// Which country an article is at home in, and which one a word means that several bear.
//
// A paper of Riyadh writes "the foreign minister" and "the Kingdom" and means its own. What tells
// the country are the lines of the gazetteers that have `country=`: an agency (of a byline), a
// monarch's honorific, a city; and the names of countries themselves.
//
//   settle_countries(parse, lexicon, countries);  "the Kingdom" becomes a mention of Saudi Arabia,
//                                                 or none where nothing tells which is meant
//   home_country(parse, lexicon, countries)       "country:SA"; empty where nothing tells
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "rules/parse.h"

namespace rawabit {

void settle_countries(Parse& parse, const Lexicon& lexicon, const CountryIndex& countries);

[[nodiscard]] std::string home_country(const Parse& parse, const Lexicon& lexicon,
                                       const CountryIndex& countries);

}  // namespace rawabit
