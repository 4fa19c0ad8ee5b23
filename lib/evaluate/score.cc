#include "evaluate/score.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <optional>
#include <set>
#include <tuple>

#include "evaluate/match.h"

namespace rawabit {
namespace {

enum ErrorKind : std::size_t {
  missed_entity,
  spurious_entity,
  inexact_entity,
  missed_relation,
  spurious_relation
};

const std::string kParticipation(name_of(Predicate::participated_in));

bool is_symmetric_name(const std::string& predicate) {
  const auto known = predicate_named(predicate);
  return known && is_symmetric(*known);
}

/// Chairs, hosts and organizers took part.
bool also_participates(const std::string& predicate) {
  const auto known = predicate_named(predicate);
  return known == Predicate::chaired || known == Predicate::hosted || known == Predicate::organized;
}

/// One article under judgement.
class Judge {
 public:
  Judge(const ScoreDocument& gold, const ScoreDocument& system, Scores& scores)
      : gold_(gold), system_(system), scores_(scores), matches_(match_entities(gold, system)) {
    for (const ScoreEntity& entity : gold.entities) gold_name_[entity.id] = entity.name;
    for (const ScoreEntity& entity : system.entities) system_name_[entity.id] = entity.name;
    for (const EntityMatch& match : matches_) {
      gold_id_of_[system.entities[match.system].id] = gold.entities[match.gold].id;
      found_.insert(gold.entities[match.gold].id);
    }
  }
  void judge_entities();
  void judge_relations();

 private:
  using Key = std::tuple<std::string, std::string, std::string>;
  using Pairs = std::map<std::size_t, std::size_t>;

  static void count(std::map<std::string, Tally>& rows, const std::string& key,
                    std::initializer_list<int Tally::*> fields);
  void error(ErrorKind kind, std::initializer_list<std::string_view> parts);
  [[nodiscard]] std::vector<Key> wanted_keys(const ScoreRelation& relation, bool substitute) const;
  [[nodiscard]] Pairs pair_relations() const;
  [[nodiscard]] std::string name_in(const std::map<std::string, std::string>& names,
                                    const std::string& id) const;

  const ScoreDocument& gold_;
  const ScoreDocument& system_;
  Scores& scores_;
  std::vector<EntityMatch> matches_;
  std::map<std::string, std::string> gold_name_, system_name_, gold_id_of_;
  std::set<std::string> found_;
};

void Judge::count(std::map<std::string, Tally>& rows, const std::string& key,
                  std::initializer_list<int Tally::*> fields) {
  Tally& row = rows[key];
  Tally& overall = rows[""];
  for (const auto field : fields) {
    ++(row.*field);
    ++(overall.*field);
  }
}

void Judge::error(ErrorKind kind, std::initializer_list<std::string_view> parts) {
  scores_.errors[kind].push_back(fmt::format("{}\t{}", gold_.id, fmt::join(parts, "\t")));
}

std::string Judge::name_in(const std::map<std::string, std::string>& names,
                           const std::string& id) const {
  const auto found = names.find(id);
  return found == names.end() ? "?" : found->second;
}

void Judge::judge_entities() {
  for (const ScoreEntity& wanted : gold_.entities) {
    count(scores_.entities, wanted.type, {&Tally::gold});
    if (!found_.contains(wanted.id)) error(missed_entity, {wanted.type, wanted.name});
  }
  for (const ScoreEntity& found : system_.entities) {
    count(scores_.entities, found.type, {&Tally::system});
    if (!gold_id_of_.contains(found.id)) {
      error(spurious_entity, {found.type, name_in(system_name_, found.id)});
    }
  }
  for (const EntityMatch& match : matches_) {
    const ScoreEntity& wanted = gold_.entities[match.gold];
    const ScoreEntity& found = system_.entities[match.system];
    count(scores_.entities, wanted.type, {&Tally::lenient});
    if (match.strict) {
      count(scores_.entities, wanted.type, {&Tally::strict});
    } else {
      error(inexact_entity, {found.type, name_in(system_name_, found.id), "for", wanted.name});
    }
  }
}

std::vector<Judge::Key> Judge::wanted_keys(const ScoreRelation& relation, bool substitute) const {
  const auto subject = gold_id_of_.find(relation.subject);
  const auto object = gold_id_of_.find(relation.object);
  if (subject == gold_id_of_.end() || object == gold_id_of_.end()) return {};
  const std::string& wanted = substitute ? kParticipation : relation.predicate;
  std::vector<Key> keys = {{subject->second, wanted, object->second}};
  if (is_symmetric_name(relation.predicate)) {
    keys.emplace_back(object->second, wanted, subject->second);
  }
  return keys;
}

/// {index in gold: index in system}, one to one: first the same predicate, then a chair, host or
/// organizer for a gold participant.
Judge::Pairs Judge::pair_relations() const {
  std::map<Key, std::deque<std::size_t>> left;
  for (std::size_t i = 0; i < gold_.relations.size(); ++i) {
    const ScoreRelation& relation = gold_.relations[i];
    left[{relation.subject, relation.predicate, relation.object}].push_back(i);
  }
  Pairs pairs;
  std::set<std::size_t> taken;
  for (const bool substitute : {false, true}) {
    for (std::size_t i = 0; i < system_.relations.size(); ++i) {
      const ScoreRelation& relation = system_.relations[i];
      if (taken.contains(i) || (substitute && !also_participates(relation.predicate))) continue;
      for (const Key& key : wanted_keys(relation, substitute)) {
        const auto found = left.find(key);
        if (found == left.end() || found->second.empty()) continue;
        pairs[found->second.front()] = i;
        found->second.pop_front();
        taken.insert(i);
        break;
      }
    }
  }
  return pairs;
}

void Judge::judge_relations() {
  const Pairs pairs = pair_relations();
  std::set<std::size_t> right;
  for (std::size_t i = 0; i < gold_.relations.size(); ++i) {
    const ScoreRelation& wanted = gold_.relations[i];
    count(scores_.relations, wanted.predicate, {&Tally::gold});
    if (const auto found = pairs.find(i); found != pairs.end()) {
      // A right edge of the system counts under the gold predicate that it satisfies.
      count(scores_.relations, wanted.predicate, {&Tally::lenient, &Tally::system});
      right.insert(found->second);
      continue;
    }
    error(missed_relation, {name_in(gold_name_, wanted.subject), wanted.predicate,
                            name_in(gold_name_, wanted.object)});
  }
  for (std::size_t i = 0; i < system_.relations.size(); ++i) {
    if (right.contains(i)) continue;
    const ScoreRelation& found = system_.relations[i];
    count(scores_.relations, found.predicate, {&Tally::system});
    error(spurious_relation, {name_in(system_name_, found.subject), found.predicate,
                              name_in(system_name_, found.object)});
  }
}

std::map<std::string, const ScoreDocument*> by_id(const std::vector<ScoreDocument>& documents) {
  std::map<std::string, const ScoreDocument*> found;
  for (const ScoreDocument& document : documents) found[document.id] = &document;
  return found;
}

std::vector<std::string> ids_only_in(const std::map<std::string, const ScoreDocument*>& left,
                                     const std::map<std::string, const ScoreDocument*>& right) {
  std::vector<std::string> ids;
  for (const auto& [id, document] : left) {
    if (!right.contains(id)) ids.push_back(id);
  }
  return ids;
}

}  // namespace

Figures figures(int right, const Tally& tally) {
  const auto ratio = [](int part, int whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return {right, ratio(right, tally.system), ratio(right, tally.gold),
          ratio(2 * right, tally.gold + tally.system)};
}

Scores score(const std::vector<ScoreDocument>& gold, const std::vector<ScoreDocument>& system) {
  const auto gold_by_id = by_id(gold);
  const auto system_by_id = by_id(system);
  Scores scores;
  scores.documents = gold.size();
  scores.missing = ids_only_in(gold_by_id, system_by_id);
  scores.not_in_gold = ids_only_in(system_by_id, gold_by_id);
  for (const ScoreDocument& document : gold) {
    const auto found = system_by_id.find(document.id);
    const ScoreDocument nothing{document.id, {}, {}};
    Judge judge(document, found == system_by_id.end() ? nothing : *found->second, scores);
    judge.judge_entities();
    judge.judge_relations();
  }
  return scores;
}

}  // namespace rawabit
