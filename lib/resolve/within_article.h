// One entity for its many mentions, within an article.
//
// Takes what the cascade found; gives groups of mentions, in the order of their first mention. Full
// names come first: a gazetteer's own entity is one whatever its form; people are one by the same
// name with inner names left out; bodies by the same words, or when one name goes on from the
// other. Then short forms go to the last full name that fits: a family name to its person, a head
// noun (`short=yes` in the rules) to a body of that head. A short form that fits nothing is no
// mention, but for meetings and agreements, which may be named by nothing else. Meetings are one
// unless something tells them apart: another kind (a visit is no conference), another ordinal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "rules/parse.h"

namespace rawabit {

struct MentionGroup {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::vector<std::uint32_t> mentions;  ///< indexes into Parse::mentions, in the order of the text
};

[[nodiscard]] std::vector<MentionGroup> resolve_within(const Parse& parse, const Lexicon& lexicon,
                                                       const CountryIndex& countries);

}  // namespace rawabit
