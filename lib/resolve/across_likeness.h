// Names that are much alike, and that nothing joins: what a person may want to look at.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/across_known.h"
#include "resolve/across_words.h"

namespace rawabit {

/// A name, and words of which two names must share one (positions of a person); of names of three
/// words and more they need not.
struct ComparedName {
  Words words;
  std::vector<std::string> marks;
};

/// Pairs of indexes, the smaller first, in order.
using IndexPairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// The pairs that differ in one letter of one word.
[[nodiscard]] IndexPairs one_letter_apart(const std::vector<ComparedName>& names);

/// The pairs of which one has one word more, between the first and the last, that is no place and
/// no number.
[[nodiscard]] IndexPairs one_word_apart(const std::vector<Words>& names, const KnownNames& known);

}  // namespace rawabit
