// The figures of an evaluation as tables or as one JSON object.
//
//   fmt::print("{}", report_text(scores, {.by_type = true, .errors = 10}));
#pragma once

#include <cstddef>
#include <string>

#include "evaluate/score.h"

namespace rawabit {

struct ReportOptions {
  bool by_type = false;    ///< a row for each type and predicate (JSON has them always)
  std::size_t errors = 0;  ///< how many errors of each kind to list
};

[[nodiscard]] std::string report_text(const Scores& scores, const ReportOptions& options);
[[nodiscard]] std::string report_json(const Scores& scores, const ReportOptions& options);

}  // namespace rawabit
