// A pattern as text again, for whoever asks what a rule expected. Named patterns (`let`) stand as
// what they are.
#pragma once

#include <string>

#include "rules/pattern.h"

namespace rawabit {

[[nodiscard]] std::string text_of(const PatternNode& pattern);

}  // namespace rawabit
