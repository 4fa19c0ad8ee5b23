#include "relate/side_posts.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "relate/cabinets.h"
#include "relate/group_of.h"
#include "relate/office_titles.h"

namespace rawabit {
namespace {

constexpr std::string_view kSideRule = "rel.of_the_side";

}  // namespace

void settle_side_posts(Parse& parse, const std::vector<MentionGroup>& groups,
                       const Lexicon& lexicon) {
  const auto is_of_side = [](const FoundRelation& found) {
    return found.predicate == Predicate::works_for && found.rule == kSideRule;
  };
  if (std::ranges::none_of(parse.relations, is_of_side)) return;
  const GroupOf group_of(parse, groups);
  const OfficeTitles offices(parse, lexicon);
  std::set<std::size_t> heads;
  std::set<std::size_t> of_state;
  for (const FoundRelation& found : parse.relations) {
    if (found.predicate == Predicate::has_title && offices.is_office(parse.mentions[found.object]))
      of_state.insert(group_of[found.subject]);
    if (found.predicate != Predicate::works_for || is_of_side(found)) continue;
    if (parse.mentions[found.object].type != EntityType::organization) continue;
    if (!is_cabinet(parse, lexicon, found.object)) heads.insert(group_of[found.subject]);
  }
  std::erase_if(parse.relations, [&](const FoundRelation& found) {
    return is_of_side(found) && parse.mentions[found.object].type == EntityType::country &&
           heads.contains(group_of[found.subject]) && !of_state.contains(group_of[found.subject]);
  });
}

}  // namespace rawabit
