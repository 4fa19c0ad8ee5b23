// Are two mentions of dates in an article one day?
//
// "yesterday" and "yesterday evening" are, by the same offset; "on Monday" and "yesterday, Monday"
// are, by the same weekday, where neither says more (a month, a number, "next").
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] bool same_day(const Parse& parse, const Lexicon& lexicon, const FoundMention& a,
                            const FoundMention& b);

}  // namespace rawabit
