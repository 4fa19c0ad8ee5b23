// The graph from the articles: resolution across articles, in one transaction.
//
// Takes a database whose articles are written, and what the gazetteers know; leaves entities,
// names, edges, joins, and every local entity and evidence pointing into them. The verdicts that
// the database keeps are obeyed. Also adds what a gazetteer
// alone knows: the country of a city, with the city's first mention in each article as evidence.
// `fingerprint` (of the gazetteers) is kept as the state `resolved`.
// The result is a function of the articles, the verdicts and the gazetteers: it does not matter
// what stood in the graph before, nor in which order the articles came.
#pragma once

#include <string_view>

#include "base/result.h"
#include "resolve/across_known.h"
#include "store/store.h"

namespace rawabit {

[[nodiscard]] Status resolve_graph(Store& store, const KnownNames& known,
                                   std::string_view fingerprint);

}  // namespace rawabit
