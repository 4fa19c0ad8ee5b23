// Is a meeting spoken of beside another one?
//
// "On the sidelines of the summit", "in preparation of the conference": what goes on being told of
// is the other meeting. Takes a parse and a mention; looks at the words right before it for an
// entry of the class SIDELINE, over at most one word of a meeting's business ("the work of").
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] bool is_on_the_sidelines(const Parse& parse, const Lexicon& lexicon,
                                       const FoundMention& meeting);

}  // namespace rawabit
