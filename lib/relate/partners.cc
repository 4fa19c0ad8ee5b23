#include "relate/partners.h"

#include <map>
#include <utility>

namespace rawabit {
namespace {

constexpr std::string_view kRule = "partners.signed";
constexpr double kConfidence = 0.6;

std::vector<std::size_t> group_of_mention(const Parse& parse,
                                          const std::vector<MentionGroup>& groups) {
  std::vector<std::size_t> group(parse.mentions.size(), groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t m : groups[g].mentions) group[m] = g;
  }
  return group;
}

}  // namespace

void relate_partners(Parse& parse, const std::vector<MentionGroup>& groups) {
  const std::vector<std::size_t> group = group_of_mention(parse, groups);
  using Signers = std::map<std::size_t, std::size_t>;  // group -> one of its relations
  std::map<std::pair<std::size_t, EntityType>, Signers> by_agreement;
  for (std::size_t r = 0; r < parse.relations.size(); ++r) {
    const FoundRelation& found = parse.relations[r];
    const EntityType type = parse.mentions[found.subject].type;
    const bool is_body = type == EntityType::organization || type == EntityType::country;
    const bool is_said = found.predicate == Predicate::signed_agreement &&
                         found.modality == Modality::asserted && is_body;
    if (!is_said || group[found.object] == groups.size()) continue;
    by_agreement[{group[found.object], type}].try_emplace(group[found.subject], r);
  }
  for (const auto& [agreement, signers] : by_agreement) {
    if (signers.size() != 2) continue;
    const FoundRelation one = parse.relations[signers.begin()->second];
    const FoundRelation other = parse.relations[signers.rbegin()->second];
    parse.relations.push_back({.subject = one.subject,
                               .object = other.subject,
                               .predicate = Predicate::cooperates_with,
                               .origin = Origin::inferred,
                               .confidence = kConfidence,
                               .rule = kRule,
                               .first = one.first,
                               .last = one.last});
  }
}

}  // namespace rawabit
