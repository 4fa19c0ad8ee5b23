// Are the gazetteers and the rules in order? What `rawabit check` and the tests ask.
//
//   const CheckReport report = check_data({.gazetteers = {"gazetteers"}, .rules = {"rules"}});
//   for (const Error& finding : report.findings) ...
//
// A finding has file and line: what cannot be loaded (a form that two lines of one list give the
// same class is of that kind); a rule without a `yes` line; a `yes` line of which something is not
// found, or nothing by its rule (of a rule that only marks, the whole cascade must find it); a `no`
// line in which its rule finds something. What cannot be loaded is the only finding: nothing can
// follow it.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "pipeline.h"

namespace rawabit {

struct CheckReport {
  std::size_t lists = 0;
  std::size_t entries = 0;
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::vector<Error> findings;
};

[[nodiscard]] CheckReport check_data(const PipelineOptions& options);

}  // namespace rawabit
