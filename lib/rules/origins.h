// The states that adjectives of origin speak of: "the Egyptian-Jordanian summit".
//
// Such an adjective is no mention by itself, but it tells of which state something is, or between
// which states. Takes the tokens of a capture; gives, for each state of the adjectives in it, a
// mention of it in the same article: the last one before the capture, else the first behind it. A
// state that the article has no mention of is left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::vector<std::uint32_t> states_of_adjectives(
    const Parse& parse, std::pair<std::uint32_t, std::uint32_t> tokens, const Lexicon& lexicon);

}  // namespace rawabit
