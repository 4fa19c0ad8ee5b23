// What stands inside the name of a body: other bodies and countries that it belongs to, the fields
// that it works on.
//
// For each organization: a body nested in its name gives part_of (not after the words of class
// NOT_PART_OF), as does an adjective of origin and a country right after the head; a topic of the
// gazetteers gives works_on. What the cascade has not found as a mention yet becomes one.
#pragma once

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

void relate_inside_names(Parse& parse, const ClassTable& classes);

}  // namespace rawabit
