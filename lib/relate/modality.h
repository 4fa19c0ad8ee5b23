// Asserted, negated or planned: what the words of a relation's evidence say of it.
//
// A word of negation before a verb of the match negates; a verb in the future, or words such as "it
// is planned" before it, make it a plan, and so does a meeting announced for a day ahead. Signing,
// joining and founding are as often spoken of by a noun: the verb before it, of calling for it or
// of refusing it, tells then ("he called for the signing of ..."), or a noun of wish or
// possibility. Only what somebody does is concerned (taking part, chairing, meeting, cooperating,
// signing, joining, founding): a meeting announced for a later day is held there and then all the
// same, as the ontology has it.
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

void set_modality(Parse& parse, const Lexicon& lexicon);

}  // namespace rawabit
