// Resolution across articles: which local entities of all articles are one.
//
// Takes what all articles say by themselves, and the gazetteers; gives sets of local entities, each
// with the gazetteer line it is, and why each local entity joined. A pure function of the set of
// articles: neither their order nor what was resolved before changes the result.
//
// What a person has decided comes first (resolve/verdicts.h) and is never undone by the rest.
//
// In the order of strength: a gazetteer's line; the same full name, word by word or but for
// connecting letters; a part of the same body ("the general secretariat" of the GCC, the ministry
// of interior of Morocco); a person's name with words left out, where it can only be his. A family
// name, a bare "ministry of interior", "the meeting" joins nothing.
#pragma once

#include "resolve/across_clusters.h"
#include "resolve/across_input.h"
#include "resolve/across_known.h"
#include "resolve/verdicts.h"

namespace rawabit {

[[nodiscard]] Clusters resolve_across(const AcrossInput& input, const KnownNames& known,
                                      const std::vector<Verdict>& verdicts = {});

// The parts of it, in this order.

/// Links each local entity to the line of a gazetteer that has one of its names.
void join_by_gazetteer(const AcrossInput& input, const KnownNames& known, Clusters& clusters);
/// Titles by wording, dates by ISO date, places, topics and agreements by full name.
void join_by_wording(const AcrossInput& input, const KnownNames& known, Clusters& clusters);
void join_organizations(const AcrossInput& input, const KnownNames& known, Clusters& clusters);
void join_persons(const AcrossInput& input, const KnownNames& known, Clusters& clusters);
/// After all others: meetings are told apart by their places and dates.
void join_meetings(const AcrossInput& input, const KnownNames& known, Clusters& clusters);

}  // namespace rawabit
