#include "query_rows.h"

namespace rawabit {
namespace {

Cell cell_of(const Statement& statement, int column) {
  if (statement.is_null(column)) return Cell::null();
  if (statement.is_text(column)) return statement.text(column);
  return Cell::number(statement.text(column));
}

}  // namespace

Result<Rows> rows_of(Statement& statement) {
  Rows rows;
  for (int i = 0; i < statement.columns(); ++i) rows.head.emplace_back(statement.column_name(i));
  auto row = statement.step();
  for (; row && *row; row = statement.step()) {
    rows.cells.emplace_back();
    for (int i = 0; i < statement.columns(); ++i) {
      rows.cells.back().push_back(cell_of(statement, i));
    }
  }
  if (!row) return row.error();
  return rows;
}

Result<Rows> rows_of(Result<Statement> statement) {
  if (!statement) return statement.error();
  return rows_of(*statement);
}

}  // namespace rawabit
