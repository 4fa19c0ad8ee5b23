#include "relate/faculties.h"

#include <algorithm>
#include <optional>
#include <set>

#include "relate/group_of.h"

namespace rawabit {
namespace {

constexpr double kConfidence = 0.7;
constexpr std::string_view kRule = "faculty.of_the_university";

class Faculties {
 public:
  Faculties(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon)
      : parse_(parse),
        groups_(groups),
        university_(lexicon.class_named("LEARNED_HEADED")),
        college_(lexicon.class_named("COLLEGE_HEADED")) {}

  void run() {
    const auto university = only_university();
    if (!university) return;
    const GroupOf group_of(parse_, groups_);
    std::set<std::size_t> told, with_field;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate == Predicate::part_of) told.insert(group_of[found.subject]);
      if (found.predicate == Predicate::works_on) with_field.insert(group_of[found.subject]);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      // One named after a founder or a town may be on its own.
      if (told.contains(g) || !with_field.contains(g)) continue;
      if (!is_headed(groups_[g], college_)) continue;
      add(groups_[g].mentions.front(), groups_[*university].mentions.front());
    }
  }

 private:
  bool is_headed(const MentionGroup& group, ClassId head) const {
    return group.type == EntityType::organization &&
           std::ranges::any_of(group.mentions, [&](std::uint32_t m) {
             const FoundMention& body = parse_.mentions[m];
             return body.last > body.first + 1 && parse_.has_class_at(body.first, head);
           });
  }

  std::optional<std::size_t> only_university() const {
    std::optional<std::size_t> only;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (!is_headed(groups_[g], university_)) continue;
      if (only) return std::nullopt;
      only = g;
    }
    return only;
  }

  void add(std::uint32_t faculty, std::uint32_t university) {
    const FoundMention& part = parse_.mentions[faculty];
    parse_.relations.push_back({faculty, university, Predicate::part_of, Modality::asserted,
                                Origin::inferred, kConfidence, kRule, part.first, part.last});
  }

  Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  ClassId university_, college_;
};

}  // namespace

void relate_faculties(Parse& parse, const std::vector<MentionGroup>& groups,
                      const Lexicon& lexicon) {
  Faculties(parse, groups, lexicon).run();
}

}  // namespace rawabit
