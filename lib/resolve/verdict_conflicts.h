// Do verdicts contradict each other? What two names have in common by `same`, directly or by way of
// others, no `not_same` may take apart. A name without an article holds for every article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "resolve/verdicts.h"

namespace rawabit {

/// The first `not_same` that others contradict, with the lines of the shortest chain of them.
[[nodiscard]] std::optional<Error> conflict_among(const std::vector<Verdict>& verdicts,
                                                  const std::string& file);

}  // namespace rawabit
