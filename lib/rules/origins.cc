#include "rules/origins.h"

#include <algorithm>
#include <optional>
#include <string>

#include "rules/entry_of.h"

namespace rawabit {
namespace {

/// The ids of the states whose adjectives stand in the tokens, each once, in their order.
std::vector<std::string_view> states_told(const Parse& parse,
                                          std::pair<std::uint32_t, std::uint32_t> tokens,
                                          const Lexicon& lexicon) {
  const ClassId demonym = lexicon.class_named("DEMONYM");
  std::vector<std::string_view> ids;
  for (std::uint32_t token = tokens.first; token < tokens.second; ++token) {
    for (const LexiconMatch& match : parse.matches_at(token)) {
      const std::string_view id = lexicon.entries()[match.entry].id;
      if (match.cls == demonym && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

std::optional<std::uint32_t> mention_of(const Parse& parse, std::string_view id,
                                        std::uint32_t before, const Lexicon& lexicon) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    if (mention.type != EntityType::country || mention.dropped) continue;
    const auto entry = entry_of(parse, {mention.first, mention.last}, mention.type, lexicon);
    if (!entry || lexicon.entries()[*entry].id != id) continue;
    const auto is_nearer = [&](std::uint32_t other) {
      const std::uint32_t its = parse.mentions[other].first;
      if (mention.first < before) return its >= before || its < mention.first;
      return its > mention.first;
    };
    if (!found || is_nearer(*found)) found = m;
  }
  return found;
}

}  // namespace

std::vector<std::uint32_t> states_of_adjectives(const Parse& parse,
                                                std::pair<std::uint32_t, std::uint32_t> tokens,
                                                const Lexicon& lexicon) {
  const auto ids = states_told(parse, tokens, lexicon);
  std::vector<std::uint32_t> out;
  for (const std::string_view id : ids) {
    if (const auto mention = mention_of(parse, id, tokens.first, lexicon)) out.push_back(*mention);
  }
  return out;
}

}  // namespace rawabit
