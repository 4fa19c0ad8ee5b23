// Are two mentions of meetings in an article one meeting?
//
// They are unless something tells them apart: the kind of their noun (gazetteer attribute kind: a
// visit is no meeting, an exercise is no course), an ordinal of their own, or both being introduced
// as new (indefinite nouns in different sentences with different words after them).
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] bool one_meeting(const Parse& parse, const Lexicon& lexicon,
                               const std::vector<std::uint32_t>& group, std::uint32_t mention);

}  // namespace rawabit
