// Rows on standard output, as the user wants them: a table, JSON, CSV or Markdown.
#pragma once

#include "program.h"
#include "render/table.h"

namespace rawabit {

/// Are rows asked for in place of the text that the command prints for people?
[[nodiscard]] bool wants_rows(const Globals& globals);

/// In the form of --json, --csv or --markdown, else a table that fits the terminal.
[[nodiscard]] std::string rows_text(const Globals& globals, const Rows& rows);

/// Prints them; what the command returns.
ExitCode print_rows(const Globals& globals, const Rows& rows);

}  // namespace rawabit
