// Whose delegation "the delegation" is.
//
// Takes a parse, the token before which it is asked and the sentence; gives the mention of the body
// or state whose delegation the text spoke of last ("a delegation of the ministry", "the Kuwaiti
// delegation"), in that sentence or the few before it, and who was said to lead it; none where it
// named none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::vector<std::uint32_t> delegation_before(const Parse& parse, std::uint32_t before,
                                                           std::size_t row, const Lexicon& lexicon);

/// The same where a delegation has done something between the tokens: one that stands right behind
/// a verb that is not one of receiving, and is no object by its form. Nothing where none has.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> acting_delegation(const Parse& parse,
                                                                          std::uint32_t after,
                                                                          std::uint32_t before,
                                                                          std::size_t row,
                                                                          const Lexicon& lexicon);

}  // namespace rawabit
