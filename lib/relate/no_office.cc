#include "relate/no_office.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rawabit {
namespace {

constexpr std::string_view kKind = "kind";  ///< of the heads of bodies
constexpr std::array<std::string_view, 4> kPrivate = {"company", "club", "sport", "diplomatic"};
constexpr std::array<std::string_view, 8> kPartner = {
    "education", "centre", "think_tank", "health", "association", "charity", "fund", "bank"};

template <class Kinds>
bool is_of(const Lexicon& lexicon, std::span<const LexiconMatch> heads, const Kinds& kinds) {
  return std::ranges::any_of(heads, [&](const LexiconMatch& match) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    const auto kind = attributes.find(std::string(kKind));
    return kind != attributes.end() && std::ranges::find(kinds, kind->second) != kinds.end();
  });
}

/// "In cooperation with the German agency".
bool stands_behind_with(const Parse& parse, const Lexicon& lexicon, const FoundMention& body) {
  constexpr std::uint32_t kLongest = 4;  // tokens of what leads to a partner
  const ClassId with = lexicon.class_named("WITH");
  const ClassId in_cooperation = lexicon.class_named("IN_COOPERATION_WITH");
  const std::uint32_t from = body.first < kLongest ? 0 : body.first - kLongest;
  return std::ranges::any_of(parse.matches_from(from, body.first), [&](const LexiconMatch& match) {
    return match.last == body.first && (match.cls == with || match.cls == in_cooperation);
  });
}

/// The body at the mention, by whichever of its names there.
bool is_partner(const Parse& parse, const FoundMention& body) {
  const auto is_it = [&](std::uint32_t m) { return parse.mentions[m].first == body.first; };
  return std::ranges::any_of(parse.relations, [&](const FoundRelation& found) {
    const bool joins = found.predicate == Predicate::cooperates_with ||
                       found.predicate == Predicate::signed_agreement ||
                       found.predicate == Predicate::met_with;
    return joins && (is_it(found.subject) || is_it(found.object));
  });
}

}  // namespace

bool is_held_at_world_body(const Parse& parse, const Lexicon& lexicon, const FoundMention& title) {
  return std::ranges::any_of(parse.mentions, [&](const FoundMention& body) {
    if (body.dropped || body.type != EntityType::organization || !body.entry) return false;
    const auto& entry = lexicon.entries()[*body.entry];
    const bool is_joined =
        body.proclitics.conjunction != Conjunction::none;  // "and the African Union"
    return body.first == title.last && !is_joined && !entry.id.empty() &&
           !entry.attributes.contains("country");
  });
}

bool is_in_body_of_no_office(const Parse& parse, const Lexicon& lexicon,
                             const FoundMention& country) {
  return std::ranges::any_of(parse.mentions, [&](const FoundMention& body) {
    if (body.dropped || body.type != EntityType::organization) return false;
    if (body.first >= country.first || body.last < country.last) return false;
    const auto heads = parse.matches_at(body.first);
    return is_of(lexicon, heads, kPrivate) || stands_behind_with(parse, lexicon, body) ||
           (is_of(lexicon, heads, kPartner) && is_partner(parse, body));
  });
}

}  // namespace rawabit
