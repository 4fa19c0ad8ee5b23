// The best one-to-one assignment: Hungarian method on a table of weights.
//
//   best_assignment({{5, 9}, {4, 8}})  ->  {{0, 0}, {1, 1}} or the other pair of the same total:
//   which one is decided by the order of rows and columns, never by chance.
//
// Rows may be shorter than the longest one; what is missing weighs 0, and pairs of weight 0 are
// left out. Nothing is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rawabit {

using WeightTable = std::vector<std::vector<std::int64_t>>;

/// Pairs (row, column) of greatest total weight, in the order of rows.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> best_assignment(
    const WeightTable& weights);

}  // namespace rawabit
