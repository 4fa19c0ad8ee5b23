// Names as lists of words, for comparing them across articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/across_known.h"

namespace rawabit {

using Words = std::vector<std::string>;

/// The words between single spaces.
[[nodiscard]] Words split_words(std::string_view key);
[[nodiscard]] std::string join_words(const Words& words);
[[nodiscard]] std::size_t count_words(std::string_view key);

/// A folded word without its proclitics and article, as far as they can be taken off.
[[nodiscard]] std::string bare_word(std::string_view word);

/// The words of a name key without their proclitics, the first word as it is: "centre of A and-B"
/// and "centre of A for-B" become one.
[[nodiscard]] Words loose_words(std::string_view key);

/// The words of a person's name: folded, without punctuation, prefixes as one with the next word
/// ("abd" + "al-aziz", however it is spaced).
[[nodiscard]] Words person_words(std::string_view name, const KnownNames& known);

/// The words of `name` without the longest run of words (from the second on) that reads as one of
/// `parts`, with or without a proclitic; `name` itself where none does.
[[nodiscard]] Words without_part(const Words& name, const std::vector<Words>& parts);

/// Twice what two lists share, over what they have: 0 to 1.
[[nodiscard]] double word_overlap(const Words& a, const Words& b);

}  // namespace rawabit
