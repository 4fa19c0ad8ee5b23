#include "rules/entry_of.h"

#include <algorithm>
#include <string_view>

namespace rawabit {
namespace {

/// The line of a list of that type whose form the tokens are.
std::optional<EntryId> entry_of_form(const Parse& parse,
                                     std::pair<std::uint32_t, std::uint32_t> tokens,
                                     EntityType type, const Lexicon& lexicon) {
  const auto entries = lexicon.entries();
  const auto lists = lexicon.lists();
  for (const LexiconMatch& match : parse.matches_at(tokens.first)) {
    if (match.last != tokens.second) continue;
    if (entity_type_named(lists[entries[match.entry].list].type) == type) return match.entry;
  }
  return std::nullopt;
}

/// The class of the nouns before the names of places of a type.
std::string_view head_class(EntityType type) {
  switch (type) {
    case EntityType::city:
      return "CITY_HEAD";
    case EntityType::country:
      return "COUNTRY_HEAD";
    case EntityType::region:
      return "REGION_HEAD";
    default:
      return {};
  }
}

}  // namespace

std::optional<EntryId> entry_of(const Parse& parse, std::pair<std::uint32_t, std::uint32_t> tokens,
                                EntityType type, const Lexicon& lexicon) {
  if (const auto entry = entry_of_form(parse, tokens, type, lexicon)) return entry;
  const std::string_view class_name = head_class(type);
  if (class_name.empty()) return std::nullopt;
  const ClassId head = lexicon.class_named(class_name);
  const bool headed = std::ranges::any_of(
      parse.matches_at(tokens.first), [&](const LexiconMatch& match) { return match.cls == head; });
  if (!headed) return std::nullopt;
  return entry_of_form(parse, {tokens.first + 1, tokens.second}, type, lexicon);
}

}  // namespace rawabit
