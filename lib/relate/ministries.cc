#include "relate/ministries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "relate/group_of.h"
#include "resolve/mention_attributes.h"
#include "text/letters.h"

namespace rawabit {
namespace {

constexpr double kConfidence = 0.6;
constexpr std::string_view kMinistry = "ministry";  ///< attribute of the head of ministries
constexpr std::string_view kDeputy = "deputy";      ///< of deputies and aides of "the minister"
constexpr std::string_view kRule = "office.nearest_ministry";

using Words = std::vector<std::string>;

/// One begins with the other and goes on with "and".
bool is_longer_name(const Words& whole, const Words& part) {
  return part.size() < whole.size() && std::equal(part.begin(), part.end(), whole.begin()) &&
         whole[part.size()].starts_with(kWaw);
}

class Ministries {
 public:
  Ministries(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon)
      : parse_(parse),
        groups_(groups),
        lexicon_(lexicon),
        minister_(lexicon.class_named("MINISTER")),
        the_minister_(lexicon.class_named("MINISTER_DEF")),
        portfolio_(lexicon.class_named("PORTFOLIO")),
        group_of_(parse, groups) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (const auto ministry = ministry_of(groups[g])) ministries_[g] = *ministry;
    }
  }

  void run() {
    if (ministries_.empty()) return;
    gather();
    for (const FoundRelation& title : titles_) {
      if (has_ministry(group_of_[title.subject])) continue;
      if (const auto ministry = nearest(title)) relate(title, *ministry);
    }
  }

 private:
  struct Ministry {
    std::uint32_t mention = 0;
    Words field;
  };

  bool begins_with(std::uint32_t m, ClassId cls) const {
    return parse_.has_class_at(parse_.mentions[m].first, cls);
  }

  bool has_attribute(std::uint32_t m, std::string_view name) const {
    return rawabit::has_attribute(parse_, lexicon_, parse_.mentions[m], name);
  }

  /// The words of the field that stands right behind the mention's head.
  Words field_of(std::uint32_t m) const {
    const FoundMention& mention = parse_.mentions[m];
    std::uint32_t last = 0;
    for (const LexiconMatch& match : parse_.matches_at(mention.first + 1)) {
      if (match.cls == portfolio_ && match.last <= mention.last) last = std::max(last, match.last);
    }
    Words words;
    for (std::uint32_t t = mention.first + 1; t < last; ++t) {
      words.emplace_back(parse_.text->form(parse_.text->tokens[t]));
    }
    return words;
  }

  std::optional<Ministry> ministry_of(const MentionGroup& group) const {
    if (group.type != EntityType::organization) return std::nullopt;
    for (const std::uint32_t m : group.mentions) {
      if (!has_attribute(m, kMinistry)) continue;
      if (Words field = field_of(m); !field.empty()) return Ministry{m, std::move(field)};
    }
    return std::nullopt;
  }

  void gather() {
    for (const FoundRelation& found : parse_.relations) {
      const std::size_t subject = group_of_[found.subject], object = group_of_[found.object];
      if (found.modality != Modality::asserted || subject == GroupOf::kNone ||
          object == GroupOf::kNone)
        continue;
      if (found.predicate == Predicate::works_for) works_for_[subject].insert(object);
      if (found.predicate == Predicate::part_of) part_of_[subject].insert(object);
      if (found.predicate == Predicate::has_title && is_ministers(found.object)) {
        titles_.push_back(found);
      }
    }
    for (const FoundRelation& title : titles_) {
      if (is_deputys(title.object)) continue;
      const auto& bodies = works_for_[group_of_[title.subject]];
      led_.insert(bodies.begin(), bodies.end());
    }
  }

  bool is_ministers(std::uint32_t title) const {
    return begins_with(title, minister_) || begins_with(title, the_minister_);
  }
  bool is_deputys(std::uint32_t title) const { return has_attribute(title, kDeputy); }

  bool has_ministry(std::size_t person) const {
    const auto bodies = works_for_.find(person);
    return bodies != works_for_.end() && std::ranges::any_of(bodies->second, [&](std::size_t g) {
             return groups_[g].type == EntityType::organization;
           });
  }

  /// Of two countries, or of one where the other's is not told.
  bool are_strangers(std::size_t person, std::size_t ministry) const {
    const auto countries = [&](const auto& ties, std::size_t of) {
      std::set<std::size_t> out;
      const auto found = ties.find(of);
      if (found == ties.end()) return out;
      for (const std::size_t g : found->second) {
        if (groups_[g].type == EntityType::country) out.insert(g);
      }
      return out;
    };
    const auto his = countries(works_for_, person), its = countries(part_of_, ministry);
    return !its.empty() && !his.empty() && his != its;
  }

  /// The one ministry that may be meant; nothing where several may.
  std::optional<std::size_t> nearest(const FoundRelation& title) const {
    const Words field = field_of(title.object);
    const bool is_bare = field.empty() && begins_with(title.object, the_minister_);
    if (field.empty() && (!is_bare || ministries_.size() > 1)) return std::nullopt;
    std::optional<std::size_t> only;
    for (const auto& [g, ministry] : ministries_) {
      const bool may_be =
          is_bare || is_longer_name(field, ministry.field) || is_longer_name(ministry.field, field);
      if (!may_be || are_strangers(group_of_[title.subject], g)) continue;
      if (led_.contains(g) && !is_deputys(title.object)) continue;
      if (only) return std::nullopt;
      only = g;
    }
    return only;
  }

  void relate(const FoundRelation& title, std::size_t ministry) {
    parse_.relations.push_back({title.subject, ministries_[ministry].mention, Predicate::works_for,
                                Modality::asserted, Origin::inferred, kConfidence, kRule,
                                title.first, title.last});
    works_for_[group_of_[title.subject]].insert(ministry);
    if (!is_deputys(title.object)) led_.insert(ministry);
  }

  Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  const Lexicon& lexicon_;
  ClassId minister_, the_minister_, portfolio_;
  GroupOf group_of_;
  std::map<std::size_t, Ministry> ministries_;  ///< by group
  std::vector<FoundRelation> titles_;           ///< of ministers
  std::set<std::size_t> led_;                   ///< ministries that have a minister
  std::map<std::size_t, std::set<std::size_t>> works_for_, part_of_;
};

}  // namespace

void relate_ministries(Parse& parse, const std::vector<MentionGroup>& groups,
                       const Lexicon& lexicon) {
  Ministries(parse, groups, lexicon).run();
}

}  // namespace rawabit
