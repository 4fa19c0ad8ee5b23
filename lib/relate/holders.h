// The holders of titles that stand for them: "the Defence Minister attended".
//
// Rules may give a title where a person belongs (holder: ends). Takes the article's parse; puts in
// the title's place the one person to whom the article gives it elsewhere, for the same country or
// body where both say one; drops the relations of titles whose holder the article does not tell.
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

void settle_holders(Parse& parse, const Lexicon& lexicon);

}  // namespace rawabit
