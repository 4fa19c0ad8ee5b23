// Rows of a statement of SQL, as rows to print.
#pragma once

#include "base/result.h"
#include "render/table.h"
#include "store/sqlite.h"

namespace rawabit {

/// All rows under the names of the columns; no row stands for a statement that failed.
[[nodiscard]] Result<Rows> rows_of(Statement& statement);
[[nodiscard]] Result<Rows> rows_of(Result<Statement> statement);

}  // namespace rawabit
