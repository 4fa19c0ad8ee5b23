// Two bodies or two states that sign an agreement with each other cooperate.
//
// Takes an article's relations and the groups of its mentions; adds a cooperates_with, with the
// origin `inferred`, for each agreement that just two bodies, or just two states, signed. What many
// signed says nothing of any two of them. A sale, a loan or a peace is no cooperation, also where a
// rule said so. Where just two people signed, each of whom works for one
// body, and no body is said to sign, those bodies signed: of a board, the body whose it is.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

void relate_partners(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon);

}  // namespace rawabit
