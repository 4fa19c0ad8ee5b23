// Out of the database: what all articles say by themselves, as resolution across articles takes it,
// with what the last resolution made of it.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "resolve/across_clusters.h"
#include "resolve/across_input.h"
#include "store/sqlite.h"

namespace rawabit {

struct StoredArticles {
  AcrossInput input;
  /// One for each of input.entities: the entity and the reason that the database has for it.
  std::vector<std::int64_t> entities;
  std::vector<JoinReason> reasons;
  /// One for each of input.relations: the edge that the database has for it; 0: none.
  std::vector<std::int64_t> edges;
};

[[nodiscard]] Result<StoredArticles> read_articles(Database& db);

}  // namespace rawabit
