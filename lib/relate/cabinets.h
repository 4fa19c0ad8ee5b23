// For which country the members of a cabinet work.
//
// "The head of the Egyptian Council of Ministers" holds an office of state, though his title ends
// before the body. Takes the article's parse and the groups of its mentions; adds works_for, with
// the origin `inferred`, for the country that the cabinet is said to be of. A line of the
// gazetteers with cabinet=1 is one; a cabinet whose country the article does not tell gives
// nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

/// The mention names a cabinet (gazetteer attribute cabinet).
[[nodiscard]] bool is_cabinet(const Parse& parse, const Lexicon& lexicon, std::uint32_t m);

void relate_cabinets(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon);

}  // namespace rawabit
