// The closed lists of the ontology: entity types, kinds of title, predicates, modality, origin.
// Each has its one written name, as in the JSON output and in the database.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rawabit {

enum class EntityType : std::uint8_t {
  person,
  title,
  organization,
  country,
  city,
  region,
  meeting,
  agreement,
  date,
  topic
};
inline constexpr std::array<std::string_view, 10> kEntityTypeNames = {
    "person", "title",   "organization", "country", "city",
    "region", "meeting", "agreement",    "date",    "topic"};

enum class TitleKind : std::uint8_t { none, rank, honorific, position };
inline constexpr std::array<std::string_view, 4> kTitleKindNames = {"", "rank", "honorific",
                                                                    "position"};

enum class Predicate : std::uint8_t {
  has_title,
  works_for,
  chaired,
  hosted,
  organized,
  participated_in,
  held_in,
  held_on,
  about,
  met_with,
  cooperates_with,
  signed_agreement,
  member_of,
  founded,
  part_of,
  based_in,
  works_on,
  located_in
};
inline constexpr std::array<std::string_view, 18> kPredicateNames = {
    "has_title", "works_for", "chaired", "hosted",   "organized",       "participated_in",
    "held_in",   "held_on",   "about",   "met_with", "cooperates_with", "signed",
    "member_of", "founded",   "part_of", "based_in", "works_on",        "located_in"};

enum class Modality : std::uint8_t { asserted, negated, planned };
inline constexpr std::array<std::string_view, 3> kModalityNames = {"asserted", "negated",
                                                                   "planned"};

enum class Origin : std::uint8_t { text, inferred, gazetteer };
inline constexpr std::array<std::string_view, 3> kOriginNames = {"text", "inferred", "gazetteer"};

[[nodiscard]] constexpr std::string_view name_of(EntityType v) {
  return kEntityTypeNames[static_cast<std::size_t>(v)];
}
[[nodiscard]] constexpr std::string_view name_of(TitleKind v) {
  return kTitleKindNames[static_cast<std::size_t>(v)];
}
[[nodiscard]] constexpr std::string_view name_of(Predicate v) {
  return kPredicateNames[static_cast<std::size_t>(v)];
}
[[nodiscard]] constexpr std::string_view name_of(Modality v) {
  return kModalityNames[static_cast<std::size_t>(v)];
}
[[nodiscard]] constexpr std::string_view name_of(Origin v) {
  return kOriginNames[static_cast<std::size_t>(v)];
}

/// The value of that written name; nothing when the list has no such name.
[[nodiscard]] std::optional<EntityType> entity_type_named(std::string_view name);
[[nodiscard]] std::optional<TitleKind> title_kind_named(std::string_view name);
[[nodiscard]] std::optional<Predicate> predicate_named(std::string_view name);
[[nodiscard]] std::optional<Modality> modality_named(std::string_view name);
[[nodiscard]] std::optional<Origin> origin_named(std::string_view name);

/// met_with and cooperates_with: said once, true from both ends.
[[nodiscard]] constexpr bool is_symmetric(Predicate p) {
  return p == Predicate::met_with || p == Predicate::cooperates_with;
}

/// May an entity of type `subject` / `object` stand at that end of `p`? (ONTOLOGY, Relations)
[[nodiscard]] bool may_be_subject(Predicate p, EntityType subject);
[[nodiscard]] bool may_be_object(Predicate p, EntityType object);

}  // namespace rawabit
