// The last step of every run: the graph from the articles, the indexes, one plain file.
#pragma once

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "store/store.h"

namespace rawabit {

/// Does what an interrupted run left undone too. Costs next to nothing when the graph is complete.
[[nodiscard]] Status complete_graph(Store& store, const Lexicon& lexicon);

}  // namespace rawabit
