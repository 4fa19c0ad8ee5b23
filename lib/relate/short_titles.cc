#include "relate/short_titles.h"

#include <algorithm>
#include <optional>
#include <set>

#include "relate/group_of.h"

namespace rawabit {
namespace {

class ShortTitles {
 public:
  ShortTitles(const Parse& parse, const Lexicon& lexicon, const std::vector<MentionGroup>& groups)
      : parse_(parse),
        groups_(groups),
        short_(lexicon.class_named("MINISTER_DEF")),
        whole_(lexicon.class_named("MINISTER")),
        group_of_(parse, groups) {}

  [[nodiscard]] bool is_short(const MentionGroup& group) const {
    return is_position(group) && std::ranges::all_of(group.mentions, [&](std::uint32_t m) {
             const FoundMention& found = parse_.mentions[m];
             return found.last - found.first == 1 && begins_with(found, short_);
           });
  }

  /// The one whole title of whoever bears the short one at this place.
  [[nodiscard]] std::optional<std::size_t> whole_title_of(std::uint32_t short_title) const {
    std::set<std::size_t> titles;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::has_title || found.object != short_title) continue;
      if (group_of_[found.subject] == GroupOf::kNone) continue;
      titles.merge(whole_titles_of(group_of_[found.subject]));
    }
    return titles.size() == 1 ? std::optional(*titles.begin()) : std::nullopt;
  }

 private:
  static bool is_position(const MentionGroup& group) {
    return group.type == EntityType::title && group.kind == TitleKind::position;
  }

  [[nodiscard]] bool begins_with(const FoundMention& found, ClassId cls) const {
    return parse_.has_class_at(found.first, cls);
  }

  [[nodiscard]] std::set<std::size_t> whole_titles_of(std::size_t person) const {
    std::set<std::size_t> titles;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::has_title || group_of_[found.subject] != person) continue;
      const std::size_t title = group_of_[found.object];
      if (title == GroupOf::kNone || !is_position(groups_[title]) || is_short(groups_[title]))
        continue;
      if (begins_with(parse_.mentions[found.object], whole_)) titles.insert(title);
    }
    return titles;
  }

  const Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  ClassId short_, whole_;
  GroupOf group_of_;
};

}  // namespace

std::vector<MentionGroup> join_short_titles(const Parse& parse, const Lexicon& lexicon,
                                            std::vector<MentionGroup> groups) {
  std::vector<std::pair<std::uint32_t, std::size_t>> moves;  // mention, to which group
  {
    const ShortTitles titles(parse, lexicon, groups);
    for (const MentionGroup& group : groups) {
      if (!titles.is_short(group)) continue;
      for (const std::uint32_t m : group.mentions) {
        if (const auto whole = titles.whole_title_of(m)) moves.emplace_back(m, *whole);
      }
    }
  }
  for (const auto& [m, into] : moves) {
    for (MentionGroup& group : groups) std::erase(group.mentions, m);
    groups[into].mentions.push_back(m);
  }
  for (MentionGroup& group : groups) {
    if (moves.empty()) break;
    std::ranges::stable_sort(group.mentions, {},
                             [&](std::uint32_t m) { return parse.mentions[m].first; });
  }
  std::erase_if(groups, [](const MentionGroup& group) { return group.mentions.empty(); });
  return groups;
}

}  // namespace rawabit
