// What meetings and agreements were about by their names.
//
// Takes an article's mentions; adds an about for each topic in the name of a meeting ("the
// conference on water"), and for one of which an agreement is a kind, where the article speaks of
// that topic elsewhere ("an agreement of military cooperation", "the military cooperation"). Of the
// topics in the name of a body that meets only the threat that it fights counts: a council of
// ministers of health meets about many things, a committee against drugs about drugs.
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

void relate_subjects(Parse& parse, const Lexicon& lexicon);

}  // namespace rawabit
