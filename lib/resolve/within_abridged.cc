#include "resolve/within_abridged.h"

#include <algorithm>
#include <optional>

namespace rawabit {
namespace {

/// Is every name of `shorter` that of `longer` cut short, short forms such as "the club" aside?
bool is_abridged(const Parse& parse, const BodyComparison& bodies, const MentionGroup& shorter,
                 const MentionGroup& longer) {
  bool is_named = false;
  for (const std::uint32_t m : shorter.mentions) {
    if (parse.mentions[m].is_short) continue;
    is_named = true;
    const bool is_cut = std::ranges::any_of(
        longer.mentions, [&](std::uint32_t other) { return bodies.is_abridged(m, other); });
    if (!is_cut) return false;
  }
  return is_named;
}

std::optional<std::size_t> only_full_name(const Parse& parse, const BodyComparison& bodies,
                                          const std::vector<MentionGroup>& groups,
                                          std::size_t shorter) {
  std::optional<std::size_t> only;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (g == shorter || groups[g].type != EntityType::organization) continue;
    if (!is_abridged(parse, bodies, groups[shorter], groups[g])) continue;
    if (only) return std::nullopt;
    only = g;
  }
  return only;
}

}  // namespace

void join_abridged(const Parse& parse, const BodyComparison& bodies,
                   std::vector<MentionGroup>& groups) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].type != EntityType::organization) continue;
    const auto full = only_full_name(parse, bodies, groups, g);
    if (!full) continue;
    auto& into = groups[*full].mentions;
    into.insert(into.end(), groups[g].mentions.begin(), groups[g].mentions.end());
    groups[g].mentions.clear();
  }
  std::erase_if(groups, [](const MentionGroup& group) { return group.mentions.empty(); });
}

}  // namespace rawabit
