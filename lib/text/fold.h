// Folding: one spelling for the many ways to write an Arabic word, with the way back.
//
// Takes UTF-8, gives UTF-8: NFKC; diacritics (Mn), format characters (Cf) and tatweel dropped;
// hamza forms of alef to bare alef; alef maqsura to yeh; teh marbuta to heh; waw and yeh with hamza
// to waw and yeh; the Persian and Maghrebi forms of kaf, heh, yeh, feh and qaf to the Arabic ones,
// peh, tcheh, jeh, veh and gaf to the letter that most write for them; decimal digits to ASCII;
// Latin letters to lower case. Punctuation and the article stay. The same folding serves
// gazetteers, rules, queries and search. fold(fold(x)) == fold(x). Malformed UTF-8 folds to U+FFFD,
// one for each maximal ill-formed subpart; nothing is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

[[nodiscard]] std::string fold(std::string_view text);

/// What names are compared by: fold(), punctuation and symbols of class P to one space, the article
/// dropped from the begin of each word longer than it, one space apart, none at the ends.
[[nodiscard]] std::string name_key(std::string_view text);

/// fold() with, for each byte of the folded text and one past its end, the byte of `text` where the
/// source of that folded character starts.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> source;
};
[[nodiscard]] FoldedText fold_with_source(std::string_view text);

/// The byte of `text` after its first `letters` folded code points, and the marks and spaces that
/// follow them.
[[nodiscard]] std::uint32_t skip_letters(std::string_view text, std::uint32_t letters);

}  // namespace rawabit
