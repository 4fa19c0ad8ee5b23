// Whether a country is named only in the name of a body that no office of that country is held at.
//
// Takes a mention of a country; true where it stands in the name of a company, a club, an embassy,
// of a body that something is done together with, or of a school, centre, fund or charity that
// cooperates or signs with another body: "the minister saw the academy and the French centre sign"
// makes nobody a minister of France. And whether an office is held at a body of no country: "the
// foreign minister of the European Union".
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

/// Does a known body, of no one country, stand right behind the title?
[[nodiscard]] bool is_held_at_world_body(const Parse& parse, const Lexicon& lexicon,
                                         const FoundMention& title);

[[nodiscard]] bool is_in_body_of_no_office(const Parse& parse, const Lexicon& lexicon,
                                           const FoundMention& country);

}  // namespace rawabit
