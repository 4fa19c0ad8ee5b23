#include "relate/sides.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/types.h"
#include "relate/cabinets.h"
#include "relate/group_of.h"

namespace rawabit {
namespace {

constexpr std::string_view kKind = "kind";
constexpr std::string_view kInternational = "international";

class Sides {
 public:
  Sides(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon)
      : parse_(parse),
        lexicon_(lexicon),
        partner_(lexicon.class_named("ENVOYS_PARTNER")),
        group_of_(parse, groups) {}

  void run() {
    for (FoundRelation& relation : parse_.relations) {
      if (names_a_person(relation) && settle(relation)) settled_.push_back(relation);
    }
    std::erase_if(parse_.relations,
                  [&](const FoundRelation& r) { return names_a_person(r) || is_outdone(r); });
  }

 private:
  [[nodiscard]] bool is_person(std::uint32_t mention) const {
    return parse_.mentions[mention].type == EntityType::person;
  }

  [[nodiscard]] bool names_a_person(const FoundRelation& relation) const {
    return relation.predicate == Predicate::cooperates_with &&
           (is_person(relation.subject) || is_person(relation.object));
  }

  /// What a rule says for want of sides ("the two countries last named"), where it has told sides.
  [[nodiscard]] bool is_outdone(const FoundRelation& relation) const {
    if (relation.predicate != Predicate::cooperates_with) return false;
    bool is_said = false;
    for (const FoundRelation& told : settled_) {
      if (told.rule != relation.rule || told.first != relation.first) continue;
      if (are_one(told, relation)) return false;
      is_said = told.of_states;
    }
    return is_said;
  }

  [[nodiscard]] bool are_one(const FoundRelation& a, const FoundRelation& b) const {
    return (a.subject == b.subject && a.object == b.object) ||
           (a.subject == b.object && a.object == b.subject);
  }

  bool settle(FoundRelation& relation) const {
    using enum EntityType;
    constexpr std::array<std::pair<EntityType, EntityType>, 4> kPairs = {
        {{organization, organization},
         {country, country},
         {organization, country},
         {country, organization}}};
    for (const auto& [left, right] : kPairs) {
      if (relation.of_states && (left != country || right != country)) continue;
      const auto one = stood_for(relation.subject, left);
      const auto other = stood_for(relation.object, right);
      if (!one || !other || group_of_[*one] == group_of_[*other]) continue;
      if (left != right && !is_partner_of_states(left == organization ? *one : *other)) continue;
      relation.subject = *one;
      relation.object = *other;
      relation.origin = Origin::inferred;
      return true;
    }
    return false;
  }

  /// Whom a side stands for: itself, where it is of the type, or what the person works for. Whoever
  /// sits in a cabinet speaks for his state.
  [[nodiscard]] std::optional<std::uint32_t> stood_for(std::uint32_t side, EntityType type) const {
    if (parse_.mentions[side].type == type) return side;
    if (!is_person(side)) return std::nullopt;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate == Predicate::works_for && found.modality == Modality::asserted &&
          group_of_[found.subject] == group_of_[side] &&
          parse_.mentions[found.object].type == type &&
          !is_cabinet(parse_, lexicon_, found.object)) {
        return found.object;
      }
    }
    return std::nullopt;
  }

  /// A state cooperates with a body of many states or with a company, a university of another
  /// state, with no ministry of it.
  [[nodiscard]] bool is_partner_of_states(std::uint32_t body) const {
    if (parse_.has_class_at(parse_.mentions[body].first, partner_)) return true;
    const auto& entry = parse_.mentions[body].entry;
    if (!entry) return false;
    const auto& attributes = lexicon_.entries()[*entry].attributes;
    const auto kind = attributes.find(std::string(kKind));
    return kind != attributes.end() && kind->second == kInternational;
  }

  Parse& parse_;
  const Lexicon& lexicon_;
  ClassId partner_;
  GroupOf group_of_;
  std::vector<FoundRelation> settled_;
};

}  // namespace

void settle_sides(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon) {
  Sides(parse, groups, lexicon).run();
}

}  // namespace rawabit
