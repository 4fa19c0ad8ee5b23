// Looks around in the graph that are one statement of SQL each; every row of the statement is a row
// to show, under the names of its columns.
//
//   Result<Statement> rows = shared_participation(db, a, b);
//   Result<Statement> rows = timeline(db);
//
// near_ones() is for a connection that narrow() has narrowed around something.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

/// Who is how many steps away, and what ties them to those nearer.
[[nodiscard]] Result<Statement> near_ones(Database& db);

/// The meetings in which both took part, in any role.
[[nodiscard]] Result<Statement> shared_participation(Database& db, std::int64_t a, std::int64_t b);

/// Month by month: how many meetings, how many took part in them, how many articles were published.
[[nodiscard]] Result<Statement> timeline(Database& db);

}  // namespace rawabit
