#include "relate/visitors.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "relate/group_of.h"

namespace rawabit {
namespace {

constexpr std::string_view kHisVisit = "meet.his_visit";  ///< rules that take the nearest person

class Visitors {
 public:
  Visitors(Parse& parse, const std::vector<MentionGroup>& groups)
      : parse_(parse), groups_(groups), group_of_(parse, groups) {}

  void run() {
    for (FoundRelation& found : parse_.relations) {
      if (!found.rule.starts_with(kHisVisit)) continue;
      if (found.predicate != Predicate::participated_in) continue;
      const std::set<std::size_t> lands = ends_of(found.object, Predicate::held_in);
      if (!is_at_home(found.subject, lands)) continue;
      const auto guest = guest_of(found.subject, lands);
      found.subject = guest.value_or(kNoMention);
    }
    std::erase_if(parse_.relations,
                  [](const FoundRelation& found) { return found.subject == kNoMention; });
  }

 private:
  /// The groups of what the mention's group is said to be related to.
  std::set<std::size_t> ends_of(std::uint32_t mention, Predicate predicate) const {
    std::set<std::size_t> ends;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != predicate || found.subject == kNoMention) continue;
      if (group_of_[found.subject] == group_of_[mention]) ends.insert(group_of_[found.object]);
    }
    ends.erase(GroupOf::kNone);
    return ends;
  }

  bool is_at_home(std::uint32_t person, const std::set<std::size_t>& lands) const {
    const auto is_there = [&](std::size_t g) { return lands.contains(g); };
    for (const std::size_t employer : ends_of(person, Predicate::works_for)) {
      if (is_there(employer)) return true;
      const std::uint32_t body = groups_[employer].mentions.front();
      if (std::ranges::any_of(ends_of(body, Predicate::part_of), is_there)) return true;
      if (std::ranges::any_of(ends_of(body, Predicate::based_in), is_there)) return true;
    }
    return false;
  }

  std::optional<std::uint32_t> guest_of(std::uint32_t host,
                                        const std::set<std::size_t>& lands) const {
    std::optional<std::uint32_t> guest;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::met_with || found.subject == kNoMention) continue;
      const bool is_first = group_of_[found.subject] == group_of_[host];
      if (!is_first && group_of_[found.object] != group_of_[host]) continue;
      const std::uint32_t other = is_first ? found.object : found.subject;
      if (parse_.mentions[other].type != EntityType::person || is_at_home(other, lands)) continue;
      if (guest && group_of_[*guest] != group_of_[other]) return std::nullopt;
      guest = other;
    }
    return guest;
  }

  Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  GroupOf group_of_;
};

}  // namespace

void settle_visitors(Parse& parse, const std::vector<MentionGroup>& groups) {
  Visitors(parse, groups).run();
}

}  // namespace rawabit
