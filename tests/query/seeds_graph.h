// The graphs of the seeds, of their gold annotations and as extracted, with the articles' texts:
// each made once for all tests.
#pragma once

#include <string>

#include "store/store.h"

namespace rawabit::testing {

/// The path of a file of the source tree.
[[nodiscard]] std::string source_file(const std::string& path);

/// Lives as long as the program does. Fails the test that asks for it when it cannot be made.
[[nodiscard]] Database& seeds_graph();

/// The same articles, read by the project's own gazetteers and rules.
[[nodiscard]] Database& extracted_graph();

}  // namespace rawabit::testing
