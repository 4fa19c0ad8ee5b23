// An encounter and the meeting that the article calls it by.
//
// "X received Y in Jeddah yesterday. ... During the reception ...": the rules find who met whom
// (met_with, by rules named encounter.*); the next bare meeting noun with the article in the same
// or the following sentences, before another encounter, is that meeting. Both sides took part in
// it, and whoever was present by that sentence; it was held where and when it says. Such relations
// have the origin `inferred`.
#pragma once

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

void relate_encounters(Parse& parse, const ClassTable& classes);

}  // namespace rawabit
