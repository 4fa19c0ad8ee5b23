// The last mention of a type before a token, for which something holds.
//
//   last_mention(parse, EntityType::person, {.token = before, .first_row = row - 2},
//                [](const FoundMention& person) { return true; });
//
// Of two that begin at one token the later found counts. Nothing where none is meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "rules/parse.h"

namespace rawabit {

/// Where to look: mentions that end at the token or before it, in no earlier sentence.
struct LookBack {
  std::uint32_t token = 0;
  std::size_t first_row = 0;
};

template <class IsMeant>
std::optional<std::uint32_t> last_mention(const Parse& parse, EntityType type, LookBack where,
                                          IsMeant is_meant) {
  std::optional<std::uint32_t> last;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    if (mention.dropped || mention.type != type || mention.last > where.token) continue;
    if (mention.sentence < where.first_row) continue;
    if (last && mention.first < parse.mentions[*last].first) continue;
    if (is_meant(mention)) last = m;
  }
  return last;
}

}  // namespace rawabit
