// Which of two meetings those present attended, where the one is told beside the other.
//
// "A seminar, on the sidelines of the conference, in the presence of X": X is at the seminar,
// though the conference stands nearer. Takes an article's relations; gives the ones told of a
// meeting that another one of its sentence was held beside to that other one. A relative clause
// behind the conference ("which X attends") speaks of the conference. What two who met beside a
// conference talked of is nothing that the conference is about.
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

void settle_asides(Parse& parse, const Lexicon& lexicon);

}  // namespace rawabit
