// The gazetteer line that a mention is: the one of its type with just this form, for a place also
// that of the name behind its noun ("the city of Doha").
//
// Takes the tokens of the mention; gives nothing where no list has them.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "lexicon/lexicon.h"
#include "model/types.h"
#include "rules/parse.h"

namespace rawabit {

[[nodiscard]] std::optional<EntryId> entry_of(const Parse& parse,
                                              std::pair<std::uint32_t, std::uint32_t> tokens,
                                              EntityType type, const Lexicon& lexicon);

}  // namespace rawabit
