// Which entities of a picture belong together: those that are tied to one meeting alone, or to one
// country alone (bodies of it, people who work for it, cities in it, what is in these cities).
//
//   std::vector<std::size_t> of = clusters_of(graph, ClusterBy::meeting);
//
// Gives for each node the index of the meeting or country whose cluster it is in (its own for that
// itself), or kNoCluster. Clusters of less than three are none.
#pragma once

#include <cstddef>
#include <vector>

#include "render/subgraph.h"

namespace rawabit {

enum class ClusterBy { none, meeting, country };

inline constexpr std::size_t kNoCluster = static_cast<std::size_t>(-1);

[[nodiscard]] std::vector<std::size_t> clusters_of(const Subgraph& graph, ClusterBy by);

}  // namespace rawabit
