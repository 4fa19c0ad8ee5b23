// Reads the expression of a phrase's `means` line:  a & participant(meeting_in(p)),  count(x).
// Refuses, with what was expected, names that are neither slot nor set and wrong numbers of
// arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/question_phrases.h"

namespace rawabit {

Result<Meaning> parse_meaning(std::string_view text, const std::vector<std::string>& slots,
                              const QuestionSets& sets);

}  // namespace rawabit
