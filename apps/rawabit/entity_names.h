// From a name on the command line to entities of the graph.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "program.h"
#include "store/sqlite.h"

namespace rawabit {

/// The entities that the name means best, in Arabic or English, in any spelling. An Error of kind
/// `usage` where nothing in the graph is called so.
[[nodiscard]] Result<std::vector<std::int64_t>> entities_called(Database& db,
                                                                const Globals& globals,
                                                                const std::string& name);

/// Prints it; a name that nothing has is an answer, all else a failure.
ExitCode report_unknown(const Error& error);

}  // namespace rawabit
