// Names of the graph that are like one that it does not have: what to offer instead.
//
//   Result<std::vector<std::string>> like = names_like(db, "jon kirby", language);
//
// Takes a name in any spelling, in Arabic or English; gives canonical names, the likest first and
// of those the most named. A name is like another when most of its letters, or of its sounds where
// the scripts differ, stand in the other in the same order. Empty where none is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/question_language.h"
#include "store/sqlite.h"

namespace rawabit {

[[nodiscard]] Result<std::vector<std::string>> names_like(Database& db, std::string_view name,
                                                          const QuestionLanguage& language);

}  // namespace rawabit
