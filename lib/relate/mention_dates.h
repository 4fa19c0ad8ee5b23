// The ISO 8601 date that a mention of a date means.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

/// From the words of the mention (month, weekday, numbers, relative words, by the attributes of
/// the gazetteers) and the publication date (ISO 8601, or empty). Empty where it stays open.
[[nodiscard]] std::string mention_date(const Parse& parse, const FoundMention& mention,
                                       const Lexicon& lexicon, std::string_view published);

}  // namespace rawabit
