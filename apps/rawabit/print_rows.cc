#include "print_rows.h"

#include "terminal.h"

namespace rawabit {

bool wants_rows(const Globals& globals) { return globals.csv || globals.markdown; }

std::string rows_text(const Globals& globals, const Rows& rows) {
  if (globals.json) return to_json(rows);
  if (globals.csv) return to_csv(rows);
  if (globals.markdown) return to_markdown(rows);
  return to_table(rows, table_look());
}

ExitCode print_rows(const Globals& globals, const Rows& rows) {
  Output output;
  const Status written = output.write(rows_text(globals, rows));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace rawabit
