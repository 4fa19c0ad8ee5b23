// The letters that are words or parts of words by the grammar, folded and as they are: they belong
// to the writing itself, as the proclitics do. Words that mean something stand in gazetteers.
#pragma once

#include <string_view>

namespace rawabit {

inline constexpr std::string_view kArticle = "\u0627\u0644";  ///< alef, lam
inline constexpr std::string_view kForThe = "\u0644\u0644";   ///< lam and the article
inline constexpr std::string_view kWaw = "\u0648";            ///< "and"

}  // namespace rawabit
