// The entities that a user may mean by a name alone: what `show` and `path` are given.
//
//   Result<std::vector<NameChoice>> found = entities_named(db, "Hazza Al-Hajri", language);
//
// Takes a name in any spelling, in Arabic or English, as questions do; gives the best choice of
// each type, the best first. Empty where the graph has nothing like it.
#pragma once

#include <string_view>
#include <vector>

#include "query/names.h"

namespace rawabit {

[[nodiscard]] Result<std::vector<NameChoice>> entities_named(Database& db, std::string_view name,
                                                             const QuestionLanguage& language);

}  // namespace rawabit
