// Words that differ by one slip of the pen.
//
//   is_one_letter_off(letters_of("jubeir"), "jubier")  ->  true
//
// A slip is a letter too many, one too few, one for another, or two that changed places. Takes
// folded UTF-8; broken bytes count as letters.
#pragma once

#include <string>
#include <string_view>

namespace rawabit {

[[nodiscard]] std::u32string letters_of(std::string_view word);

/// False for the word itself.
[[nodiscard]] bool is_one_letter_off(std::u32string_view letters, std::string_view word);

}  // namespace rawabit
