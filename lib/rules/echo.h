// Echoes: a name that the article gave once in full is found again where it stands alone.
//
// For people, the last word of a known name, and any longer end of it, is a mention too, where no
// class NO_ECHO (of the rules) holds; so is the whole. None begins with a word of the class
// NO_ECHO_START; a word alone of the class WEAK_ECHO counts only behind one of ECHO_CUE. For
// organizations only the whole form counts. Which entity an echo belongs to is
// for resolution to say.
#pragma once

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

/// Adds the echoes of the mentions of `type` to every row where their tokens are still free.
void echo_names(Parse& parse, EntityType type, const ClassTable& classes);

}  // namespace rawabit
