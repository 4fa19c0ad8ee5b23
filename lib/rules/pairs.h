// Of which two bodies a dual is said: "the memorandum between both universities".
//
// Takes the tokens of a match in which a dual stands that the gazetteers know (attribute one= of
// its line, the noun in the singular); gives the last two different bodies before them that are
// called by that noun, not more than a few sentences back, else the two that the sentence names
// before it, if just two, or the sentence before, where this one names none and the noun fits
// whatever body ("both institutions"); none where there are no two.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

inline constexpr std::string_view kPair = "$pair";

[[nodiscard]] std::vector<std::uint32_t> pair_meant(const Parse& parse,
                                                    std::pair<std::uint32_t, std::uint32_t> tokens,
                                                    std::size_t row, const Lexicon& lexicon);

}  // namespace rawabit
