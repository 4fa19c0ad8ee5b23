#include "relate/edges.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace rawabit {
namespace {

using Key = std::tuple<int, Predicate, int, Modality>;

std::vector<int> entity_of_mention(const Parse& parse, const std::vector<MentionGroup>& groups) {
  std::vector<int> entities(parse.mentions.size(), 0);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t m : groups[g].mentions) entities[m] = static_cast<int>(g) + 1;
  }
  return entities;
}

Evidence evidence_of(const Article& article, const Parse& parse, const FoundRelation& found) {
  const auto& tokens = parse.text->tokens;
  const Span<Decoded> span{tokens[found.first].span.begin, tokens[found.last - 1].span.end};
  return {article.origin.original(span), std::string(found.rule), found.confidence};
}

bool is_leading_role(Predicate p) {
  return p == Predicate::chaired || p == Predicate::hosted || p == Predicate::organized;
}

/// Asserted triples, and those of whoever chairs, hosts or organizes, by (subject, object).
struct Said {
  std::set<std::tuple<int, Predicate, int>> asserted;
  std::set<std::pair<int, int>> leading;
};

bool is_repeated(const Relation& relation, const Said& said) {
  if (relation.modality != Modality::asserted &&
      said.asserted.contains({relation.subject, relation.predicate, relation.object})) {
    return true;
  }
  return relation.predicate == Predicate::participated_in &&
         said.leading.contains({relation.subject, relation.object});
}

using Relations = std::map<Key, Relation>;

/// A speaker known by a title is the one person who bears it; what is no person, body or country
/// speaks for nobody.
class Speakers {
 public:
  Speakers(const std::vector<MentionGroup>& groups, const Relations& relations) : groups_(groups) {
    for (const auto& [key, relation] : relations) {
      if (relation.predicate == Predicate::has_title && relation.modality == Modality::asserted) {
        bearers_[relation.object].insert(relation.subject);
      }
    }
  }

  [[nodiscard]] int settled(int speaker) const {
    if (speaker == 0) return 0;
    const EntityType type = groups_[static_cast<std::size_t>(speaker) - 1].type;
    if (type != EntityType::title) return speaker;
    const auto found = bearers_.find(speaker);
    return found != bearers_.end() && found->second.size() == 1 ? *found->second.begin() : 0;
  }

 private:
  const std::vector<MentionGroup>& groups_;
  std::map<int, std::set<int>> bearers_;
};

}  // namespace

std::vector<MentionGroup> without_unborne_titles(const Parse& parse,
                                                 std::vector<MentionGroup> groups) {
  std::set<std::uint32_t> borne;
  for (const FoundRelation& found : parse.relations) {
    if (found.predicate == Predicate::has_title) borne.insert(found.object);
  }
  std::erase_if(groups, [&](const MentionGroup& group) {
    return group.type == EntityType::title &&
           std::ranges::none_of(group.mentions, [&](auto m) { return borne.contains(m); });
  });
  return groups;
}

std::vector<MentionGroup> without_bare_agreements(const Parse& parse,
                                                  std::vector<MentionGroup> groups) {
  std::set<std::uint32_t> related;
  for (const FoundRelation& found : parse.relations) {
    related.insert(found.subject);
    related.insert(found.object);
  }
  std::erase_if(groups, [&](const MentionGroup& group) {
    return group.type == EntityType::agreement && std::ranges::all_of(group.mentions, [&](auto m) {
             const FoundMention& mention = parse.mentions[m];
             return mention.last - mention.first == 1 && !related.contains(m);
           });
  });
  return groups;
}

std::vector<Relation> relate_entities(const Article& article, const Parse& parse,
                                      const std::vector<MentionGroup>& groups) {
  const std::vector<int> entities = entity_of_mention(parse, groups);
  Relations merged;
  for (const FoundRelation& found : parse.relations) {
    int subject = entities[found.subject], object = entities[found.object];
    if (subject == 0 || object == 0 || subject == object) continue;
    if (is_symmetric(found.predicate) && object < subject) std::swap(subject, object);
    Relation& relation = merged[{subject, found.predicate, object, found.modality}];
    relation.subject = subject;
    relation.predicate = found.predicate;
    relation.object = object;
    relation.modality = found.modality;
    if (relation.evidence.empty() || found.origin == Origin::text) relation.origin = found.origin;
    Evidence evidence = evidence_of(article, parse, found);
    if (found.speaker != kNoMention) evidence.speaker = entities[found.speaker];
    const bool known = std::ranges::any_of(relation.evidence, [&](const Evidence& e) {
      return e.span == evidence.span && e.rule == evidence.rule;
    });
    if (!known) relation.evidence.push_back(std::move(evidence));
  }
  Said said;
  for (const auto& [key, relation] : merged) {
    if (relation.modality != Modality::asserted) continue;
    said.asserted.insert({relation.subject, relation.predicate, relation.object});
    if (is_leading_role(relation.predicate))
      said.leading.insert({relation.subject, relation.object});
  }
  const Speakers speakers(groups, merged);
  std::vector<Relation> out;
  for (auto& [key, relation] : merged) {
    if (is_repeated(relation, said)) continue;
    for (Evidence& e : relation.evidence) e.speaker = speakers.settled(e.speaker);
    std::ranges::stable_sort(relation.evidence, [](const Evidence& a, const Evidence& b) {
      return a.confidence != b.confidence ? a.confidence > b.confidence
                                          : a.span.begin < b.span.begin;
    });
    out.push_back(std::move(relation));
  }
  return out;
}

}  // namespace rawabit
