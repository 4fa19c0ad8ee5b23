#include "relate/partners.h"

#include <compare>
#include <map>
#include <set>
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

/// What one match tells of who signed, or all matches together (by no rule).
struct Signing {
  std::size_t agreement = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view rule;
  EntityType type = EntityType::organization;
  auto operator<=>(const Signing&) const = default;
};

using Signers = std::map<std::size_t, std::size_t>;  // group -> one of its relations
using Signings = std::map<Signing, Signers>;

class Partners {
 public:
  Partners(Parse& parse, const std::vector<MentionGroup>& groups)
      : parse_(parse), group_(group_of_mention(parse, groups)), none_(groups.size()) {}

  void relate() {
    collect();
    for (const auto& [signing, signers] : together_) {
      if (signers.size() == 2) relate_two(signing, signers);
    }
    for (const auto& [signing, signers] : of_one_type_) {
      const bool is_told = related_.contains({signing.agreement, signing.type});
      if (signers.size() == 2 && !is_told) relate_two(signing, signers);
    }
  }

 private:
  void collect() {
    for (std::size_t r = 0; r < parse_.relations.size(); ++r) {
      const FoundRelation& found = parse_.relations[r];
      const EntityType type = parse_.mentions[found.subject].type;
      const bool is_body = type == EntityType::organization || type == EntityType::country;
      const bool is_said = found.predicate == Predicate::signed_agreement &&
                           found.modality == Modality::asserted && is_body;
      if (!is_said || group_[found.object] == none_) continue;
      const std::size_t agreement = group_[found.object];
      const std::size_t signer = group_[found.subject];
      of_one_type_[{agreement, 0, 0, {}, type}].try_emplace(signer, r);
      together_[{agreement, found.first, found.last, found.rule, type}].try_emplace(signer, r);
    }
  }

  void relate_two(const Signing& signing, const Signers& signers) {
    const FoundRelation one = parse_.relations[signers.begin()->second];
    const FoundRelation other = parse_.relations[signers.rbegin()->second];
    related_.insert({signing.agreement, signing.type});
    parse_.relations.push_back({.subject = one.subject,
                                .object = other.subject,
                                .predicate = Predicate::cooperates_with,
                                .origin = Origin::inferred,
                                .confidence = kConfidence,
                                .rule = kRule,
                                .first = one.first,
                                .last = one.last});
  }

  Parse& parse_;
  std::vector<std::size_t> group_;
  std::size_t none_;
  Signings together_, of_one_type_;
  std::set<std::pair<std::size_t, EntityType>> related_;
};

}  // namespace

void relate_partners(Parse& parse, const std::vector<MentionGroup>& groups) {
  Partners(parse, groups).relate();
}

}  // namespace rawabit
