#include "query/kinds.h"

#include <array>
#include <utility>

namespace rawabit {

std::optional<Kinds> kinds_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Kinds>, 10> kGroups = {
      {{"body", kBody},
       {"actor", kActor},
       {"place", kPlace},
       {"any", kAnyEntity},
       {"number", kNumber},
       {"period", kPeriod},
       {"article", kArticle},
       {"statement", kStatement},
       {"day", kDay},
       {"confidence", kConfidence}}};
  for (const auto& [group, kinds] : kGroups) {
    if (group == name) return kinds;
  }
  const std::optional<EntityType> type = entity_type_named(name);
  if (!type) return std::nullopt;
  return kind_of(*type);
}

}  // namespace rawabit
