// The verdicts of a database: kept there, so that every run obeys them until others take their
// place.
#pragma once

#include <vector>

#include "base/result.h"
#include "resolve/verdicts.h"
#include "store/store.h"

namespace rawabit {

[[nodiscard]] Result<std::vector<Verdict>> stored_verdicts(Database& db);

/// Puts them in place of those that are there. Where they differ, the graph has to be resolved
/// again, and the state of the store says so.
[[nodiscard]] Status replace_verdicts(Store& store, const std::vector<Verdict>& verdicts);

}  // namespace rawabit
