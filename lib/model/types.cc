#include "model/types.h"

#include <algorithm>
#include <initializer_list>

namespace rawabit {
namespace {

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

bool among(EntityType type, std::initializer_list<EntityType> types) {
  return std::ranges::find(types, type) != types.end();
}

}  // namespace

std::optional<EntityType> entity_type_named(std::string_view name) {
  return named<EntityType>(kEntityTypeNames, name);
}
std::optional<TitleKind> title_kind_named(std::string_view name) {
  return named<TitleKind>(kTitleKindNames, name);
}
std::optional<Predicate> predicate_named(std::string_view name) {
  return named<Predicate>(kPredicateNames, name);
}
std::optional<Modality> modality_named(std::string_view name) {
  return named<Modality>(kModalityNames, name);
}
std::optional<Origin> origin_named(std::string_view name) {
  return named<Origin>(kOriginNames, name);
}

bool may_be_subject(Predicate p, EntityType subject) {
  using enum EntityType;
  switch (p) {
    case Predicate::has_title:
    case Predicate::works_for:
      return subject == person;
    case Predicate::chaired:
    case Predicate::organized:
    case Predicate::participated_in:
    case Predicate::met_with:
    case Predicate::signed_agreement:
      return among(subject, {person, organization, country});
    case Predicate::hosted:
      return among(subject, {organization, country, city});
    case Predicate::held_in:
    case Predicate::held_on:
      return subject == meeting;
    case Predicate::about:
      return among(subject, {meeting, agreement});
    case Predicate::cooperates_with:
    case Predicate::member_of:
    case Predicate::founded:
      return among(subject, {organization, country});
    case Predicate::part_of:
    case Predicate::based_in:
    case Predicate::works_on:
      return subject == organization;
    case Predicate::located_in:
      return subject == city;
  }
  return false;
}

bool may_be_object(Predicate p, EntityType object) {
  using enum EntityType;
  switch (p) {
    case Predicate::has_title:
      return object == title;
    case Predicate::works_for:
      return among(object, {organization, country, region, city});
    case Predicate::chaired:
    case Predicate::hosted:
    case Predicate::organized:
    case Predicate::participated_in:
      return object == meeting;
    case Predicate::held_in:
    case Predicate::based_in:
      return among(object, {city, country, region});
    case Predicate::held_on:
      return object == date;
    case Predicate::about:
    case Predicate::works_on:
      return object == topic;
    case Predicate::met_with:
      return among(object, {person, organization, country});
    case Predicate::cooperates_with:
    case Predicate::part_of:
      return among(object, {organization, country});
    case Predicate::signed_agreement:
      return object == agreement;
    case Predicate::member_of:
    case Predicate::founded:
      return object == organization;
    case Predicate::located_in:
      return object == country;
  }
  return false;
}

}  // namespace rawabit
