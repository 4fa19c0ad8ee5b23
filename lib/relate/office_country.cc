#include "relate/office_country.h"

#include <algorithm>
#include <array>

#include "relate/no_office.h"
#include "resolve/home_country.h"
#include "resolve/mention_attributes.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

constexpr std::string_view kHouse = "house";
constexpr std::string_view kTop = "top";            ///< attribute of heads of state
constexpr std::string_view kHers = "\u0647\u0627";  ///< of a country: "her foreign minister"

}  // namespace

OfficeCountry::OfficeCountry(const Parse& parse, const std::vector<MentionGroup>& groups,
                             const Lexicon& lexicon, const CountryIndex& countries)
    : parse_(parse),
      groups_(groups),
      lexicon_(lexicon),
      its_(lexicon.class_named("PORTFOLIO_ITS")),
      counterpart_(lexicon.class_named("COUNTERPART")),
      family_(lexicon.class_named("FAMILY")),
      statesman_(lexicon.class_named("STATESMAN")),
      at_(lexicon.class_named("AT")),
      demonym_(lexicon.class_named("DEMONYM")),
      place_cues_{lexicon.class_named("IN"), lexicon.class_named("OPEN_PAREN"),
                  lexicon.class_named("V_VISIT"), lexicon.class_named("TO")},
      group_of_(parse, groups) {
  const std::string home = home_country(parse, lexicon, countries);
  home_ = group_with(home);
  is_unnamed_ = !home.empty() && !home_;
}

void OfficeCountry::gather(const std::set<std::size_t>& holders, const WorksFor& works_for) {
  holders_ = holders;
  works_for_ = works_for;
  for (const FoundRelation& found : parse_.relations) {
    if (found.predicate == Predicate::has_title) borne_.insert(found.object);
  }
  if (!home_) home_ = sender();
  if (!home_) home_ = other_side();
  if (!home_) home_ = receiver();
  if (!home_) home_ = of_dateline();
  if (!home_ && !is_unnamed_) home_ = only_actor();
  if (!home_ && !is_unnamed_) home_ = most_spoken_of();
}

std::optional<std::size_t> OfficeCountry::find(std::uint32_t person, std::uint32_t title,
                                               bool at_home) const {
  if (is_held_at_world_body(parse_, lexicon_, parse_.mentions[title])) return std::nullopt;
  const std::string house = house_of(person);
  if (!house.empty()) return at_home ? group_with(house) : std::nullopt;
  const std::string known = country_of_statesman(person);
  if (!known.empty()) return group_with(known);
  if (const auto own = of_title(title)) return own;
  if (const auto before = of_holder_before(title)) return before;
  const auto same = of_same_title(title);
  if (same && !is_held_by_another(person, title, *same)) return same;
  if (!at_home || !home_ || is_held_by_another(person, title, *home_)) return std::nullopt;
  return home_;
}

bool OfficeCountry::is_held_by_another(std::uint32_t person, std::uint32_t title,
                                       std::size_t country) const {
  const auto words = name_words(parse_, parse_.mentions[title]);
  const bool is_top = is_envoy(title, kTop);
  return std::ranges::any_of(parse_.relations, [&](const FoundRelation& found) {
    if (found.predicate != Predicate::has_title) return false;
    const auto other = group_of_.find(found.subject);
    if (!other || *other == group_of_[person]) return false;
    const auto bodies = works_for_.find(*other);
    if (bodies == works_for_.end() || !bodies->second.contains(country)) return false;
    return (is_top && is_envoy(found.object, kTop)) ||
           name_words(parse_, parse_.mentions[found.object]) == words;
  });
}

std::optional<std::size_t> OfficeCountry::group_with(const std::string& id) const {
  if (id.empty()) return std::nullopt;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].type != EntityType::country) continue;
    for (const std::uint32_t m : groups_[g].mentions) {
      const auto& entry = parse_.mentions[m].entry;
      if (entry && lexicon_.entries()[*entry].id == id) return g;
    }
  }
  return std::nullopt;
}

bool OfficeCountry::has_class(std::uint32_t first, std::uint32_t last, ClassId cls) const {
  return std::ranges::any_of(parse_.matches_from(first, last), [&](const LexiconMatch& match) {
    return match.cls == cls && match.last <= last;
  });
}

std::string OfficeCountry::house_of(std::uint32_t person) const {
  const FoundMention& name = parse_.mentions[person];
  for (const LexiconMatch& match : parse_.matches_from(name.first, name.last)) {
    if (match.cls != family_ || match.last != name.last) continue;
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto house = attributes.find(std::string(kHouse));
    if (house != attributes.end()) return house->second;
  }
  return {};
}

std::string OfficeCountry::country_of_statesman(std::uint32_t person) const {
  if (group_of_[person] == GroupOf::kNone) return {};
  for (const std::uint32_t m : groups_[group_of_[person]].mentions) {
    const FoundMention& name = parse_.mentions[m];
    for (const LexiconMatch& match : parse_.matches_at(name.first)) {
      if (match.cls == statesman_ && match.last <= name.last) {
        return country_of(lexicon_.entries()[match.entry]);
      }
    }
  }
  return {};
}

/// "The Omani minister for foreign affairs".
std::optional<std::size_t> OfficeCountry::of_title(std::uint32_t title) const {
  const FoundMention& whole = parse_.mentions[title];
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.dropped || found.type != EntityType::country) continue;
    if (found.first <= whole.first || found.last > whole.last) continue;
    if (has_class(found.first, found.last, demonym_)) return group_of_.find(m);
  }
  return std::nullopt;
}

/// Nothing but a punctuation mark between the two tokens.
bool OfficeCountry::stands_right_before(std::uint32_t end, std::uint32_t begin) const {
  return end == begin ||
         (end + 1 == begin && parse_.text->tokens[end].kind == TokenKind::punctuation);
}

/// "The prime minister of Tunisia, A, and his foreign minister, B"; "..., and the foreign
/// minister".
std::optional<std::size_t> OfficeCountry::of_holder_before(std::uint32_t title) const {
  const FoundMention& its = parse_.mentions[title];
  const bool is_joined = its.proclitics.conjunction == Conjunction::waw;
  if (!is_joined && !has_class(its.first, its.last, its_)) return std::nullopt;
  std::optional<std::size_t> nearest;
  std::uint32_t at = 0;
  for (const std::size_t holder : holders_) {
    for (const std::uint32_t m : groups_[holder].mentions) {
      const FoundMention& name = parse_.mentions[m];
      if (name.sentence != its.sentence || name.last > its.first || name.first < at) continue;
      if (is_joined && !stands_right_before(name.last, its.first)) continue;
      nearest = holder, at = name.first;
    }
  }
  if (!is_joined && parse_.text->form(parse_.text->tokens[its.last - 1]).ends_with(kHers)) {
    if (const auto own = country_between(at, its.first, its.sentence)) return own;
  }
  if (!nearest) return std::nullopt;
  const auto bodies = works_for_.find(*nearest);
  if (bodies == works_for_.end()) return std::nullopt;
  const auto country = std::ranges::find_if(
      bodies->second, [&](std::size_t g) { return groups_[g].type == EntityType::country; });
  if (country == bodies->second.end()) return std::nullopt;
  return *country;
}

std::optional<std::size_t> OfficeCountry::country_between(std::uint32_t from, std::uint32_t to,
                                                          std::uint32_t sentence) const {
  std::optional<std::size_t> nearest;
  std::uint32_t at = from;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.dropped || found.type != EntityType::country || found.sentence != sentence) continue;
    if (found.first <= at || found.last > to) continue;
    nearest = group_of_.find(m), at = found.first;
  }
  return nearest;
}

std::optional<std::size_t> OfficeCountry::country_at(std::uint32_t token,
                                                     std::uint32_t sentence) const {
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.dropped || found.type != EntityType::country || found.sentence != sentence) continue;
    if (found.first == token) return group_of_.find(m);
  }
  return std::nullopt;
}

std::optional<std::size_t> OfficeCountry::of_same_title(std::uint32_t title) const {
  const auto words = name_words(parse_, parse_.mentions[title]);
  const std::set<std::size_t> sides = counterparts();
  std::optional<std::size_t> only;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& other = parse_.mentions[m];
    if (other.dropped || other.type != EntityType::title || borne_.contains(m)) continue;
    if (name_words(parse_, other) != words) continue;
    const auto country = country_at(other.last, other.sentence);
    // "The Sudanese minister" is the counterpart's title where one is told.
    if (!country || sides.contains(*country)) continue;
    if (only && only != country) return std::nullopt;
    only = country;
  }
  return only;
}

bool OfficeCountry::is_envoy(std::uint32_t title, std::string_view attribute) const {
  return has_attribute(parse_, lexicon_, parse_.mentions[title], attribute);
}

}  // namespace rawabit
