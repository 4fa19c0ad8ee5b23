// The graph of the seeds' gold annotations, with the articles' texts: made once for all tests.
#pragma once

#include <string>

#include "store/store.h"

namespace rawabit::testing {

/// The path of a file of the source tree.
[[nodiscard]] std::string source_file(const std::string& path);

/// Lives as long as the program does. Fails the test that asks for it when it cannot be made.
[[nodiscard]] Database& seeds_graph();

}  // namespace rawabit::testing
