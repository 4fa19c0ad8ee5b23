// From relations between mentions to relations between entities, with evidence.
//
// The same triple said several times is one relation with several evidences, the surest first. What
// is asserted anywhere is not stored as planned or negated too. A chair, host or organizer is no
// participant beside. Relations of an entity with itself, and those whose mentions stand for
// nothing, are left out.
#pragma once

#include <vector>

#include "model/annotation.h"
#include "model/article.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

/// The groups without the titles that no person bears: those name nobody.
[[nodiscard]] std::vector<MentionGroup> without_unborne_titles(const Parse& parse,
                                                               std::vector<MentionGroup> groups);

/// The groups without the agreements of which nothing is said but "an agreement", "the deal".
[[nodiscard]] std::vector<MentionGroup> without_bare_agreements(const Parse& parse,
                                                                std::vector<MentionGroup> groups);

/// `groups[i]` is the entity numbered i + 1.
[[nodiscard]] std::vector<Relation> relate_entities(const Article& article, const Parse& parse,
                                                    const std::vector<MentionGroup>& groups);

}  // namespace rawabit
