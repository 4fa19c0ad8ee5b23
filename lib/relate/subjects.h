// What meetings were about, where no rule saw it: by their names, and for an article's one meeting.
//
// Takes an article's mentions and relations and the groups of its mentions. A
// topic in the name of a meeting is what it is about. Where the article tells
// of one meeting only, a topic that is spoken of after a word of discussing or of cooperation in
// its sentence is what the meeting was about, unless it is a part of a body's or person's name and
// title, or what an agreement is about. Such relations
// have the origin `inferred`.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_subjects(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon);

}  // namespace rawabit
