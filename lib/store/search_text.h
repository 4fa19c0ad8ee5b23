// The form in which article_search holds text: folded, punctuation as spaces. What is searched for
// takes the same form.
#pragma once

#include <string>
#include <string_view>

namespace rawabit {

[[nodiscard]] std::string search_text(std::string_view text);

}  // namespace rawabit
