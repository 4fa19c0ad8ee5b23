// Who acted last: the subject of a verb that names none.
//
// "The minister X arrived ... and met Y": X. Takes a parse, the token before which it is asked and
// the sentence; gives the last person, in that sentence or the two before it, who stands behind a
// verb or "that", begins a sentence or has a visit spoken of, and whom nobody was said to meet
// there; where a delegation has acted since, whose it is and who leads it. Where nobody acted, who
// was named last.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::vector<std::uint32_t> last_subject(const Parse& parse, std::uint32_t before,
                                                      std::size_t row, const Lexicon& lexicon);

}  // namespace rawabit
