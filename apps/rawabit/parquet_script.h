// Parquet is written by another program: tools/export/parquet.py, which needs Python and pyarrow.
//
//   Status done = write_parquet(to_graph_jsonl(graph), "directory");
//
// Runs the Python that RAWABIT_PYTHON names, else python3; an Error where that fails (the script
// has told why on standard error).
#pragma once

#include <string>

#include "base/result.h"

namespace rawabit {

Status write_parquet(const std::string& json_lines, const std::string& directory);

}  // namespace rawabit
