// Bodies of an article that are one under a name cut short: "the literary club" of "the literary
// club of A", where the article names no other literary club.
#pragma once

#include <vector>

#include "resolve/within_article.h"
#include "resolve/within_bodies.h"
#include "rules/parse.h"

namespace rawabit {

/// Puts the mentions of such groups into that of the full name; the groups stay in their order.
void join_abridged(const Parse& parse, const BodyComparison& bodies,
                   std::vector<MentionGroup>& groups);

}  // namespace rawabit
