// Two graphs: the entities and edges that each has and the other has not, after resolution across
// articles. compare_readings() tells of what articles say; this of what became of it, merges
// included.
//
//   Result<ArticleDifference> found = compare_graphs(before, after);
//
// Entities are told by type and canonical name, edges by the names of their ends; several of one
// name count as many. What a gazetteer alone knows counts too. What SQLite refuses is an Error.
#pragma once

#include "base/result.h"
#include "compare/difference.h"
#include "store/store.h"

namespace rawabit {

[[nodiscard]] Result<ArticleDifference> compare_graphs(Store& before, Store& after);

}  // namespace rawabit
