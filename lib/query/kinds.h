// What a set, a slot or a name may be: several types of the ontology at once, a number or a period.
// Each has a written name: a type's own, or body, actor, place, any, number, period, article,
// statement, day, confidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/types.h"

namespace rawabit {

/// One bit for each entity type, and one for each sort of what is no entity.
using Kinds = std::uint32_t;

[[nodiscard]] constexpr Kinds kind_of(EntityType type) {
  return Kinds{1} << static_cast<unsigned>(type);
}

inline constexpr Kinds kNumber = Kinds{1} << kEntityTypeNames.size();
inline constexpr Kinds kPeriod = kNumber << 1U;
inline constexpr Kinds kArticle = kPeriod << 1U;     ///< numbered apart from entities
inline constexpr Kinds kStatement = kArticle << 1U;  ///< edges, numbered apart as well
inline constexpr Kinds kDay = kStatement << 1U;      ///< told of edges: when first said
inline constexpr Kinds kConfidence = kDay << 1U;     ///< told of edges: how sure
inline constexpr Kinds kOfEdges = kStatement | kDay | kConfidence;
inline constexpr Kinds kAnyEntity = kNumber - 1;
inline constexpr Kinds kBody = kind_of(EntityType::organization) | kind_of(EntityType::country);
inline constexpr Kinds kActor = kBody | kind_of(EntityType::person);
inline constexpr Kinds kPlace =
    kind_of(EntityType::city) | kind_of(EntityType::country) | kind_of(EntityType::region);

[[nodiscard]] std::optional<Kinds> kinds_named(std::string_view name);

}  // namespace rawabit
