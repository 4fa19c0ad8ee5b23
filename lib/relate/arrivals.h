// Somebody arrives somewhere, and the visit that the article goes on to speak of.
//
// "X arrived in Cairo yesterday. ... During the visit ...": the next visit that is called no more
// than that ("the visit", "his visit") in the sentences after it, before somebody else arrives, is
// X's, to that city, on that day, unless rules have said otherwise of it. So is that of a
// delegation
// ("a delegation of A visited B"), and of whoever visits a body, which takes part. Takes a parse,
// with the relations that rules have found; adds relations of the origin `inferred`.
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

void relate_arrivals(Parse& parse, const Lexicon& lexicon);

}  // namespace rawabit
