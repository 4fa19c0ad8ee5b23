#include "compare/difference.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "text/fold.h"

namespace rawabit {
namespace {

/// A fact's names as they are compared.
struct Keys {
  explicit Keys(const EntityFact& fact) : name(name_key(fact.name)) {
    for (const std::string& form : fact.forms) forms.insert(name_key(form));
    spans.insert(fact.spans.begin(), fact.spans.end());
  }
  std::string name;
  std::set<std::string> forms;
  std::set<Span<Original>> spans;
};

template <class T>
bool share(const std::set<T>& a, const std::set<T>& b) {
  return std::ranges::any_of(a, [&](const T& item) { return b.contains(item); });
}

/// The ways in which two entities may be one, surest first.
constexpr std::array<bool (*)(const Keys&, const Keys&), 4> kSame = {
    [](const Keys& a, const Keys& b) { return a.name == b.name && share(a.spans, b.spans); },
    [](const Keys& a, const Keys& b) { return a.name == b.name; },
    [](const Keys& a, const Keys& b) { return share(a.spans, b.spans); },
    [](const Keys& a, const Keys& b) { return share(a.forms, b.forms); }};

std::vector<Keys> keys_of(const std::vector<EntityFact>& entities) {
  return {entities.begin(), entities.end()};
}

class EntityPairing {
 public:
  EntityPairing(const std::vector<EntityFact>& before, const std::vector<EntityFact>& after)
      : before_(before),
        after_(after),
        before_keys_(keys_of(before)),
        after_keys_(keys_of(after)),
        pairs_(before.size()),
        taken_(after.size()) {}

  std::vector<std::optional<std::size_t>> run() && {
    for (const auto same : kSame) {
      for (std::size_t i = 0; i < before_.size(); ++i) {
        if (!pairs_[i]) pair(i, same);
      }
    }
    return std::move(pairs_);
  }

 private:
  void pair(std::size_t i, bool (*same)(const Keys&, const Keys&)) {
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (taken_[j] || before_[i].type != after_[j].type) continue;
      if (!same(before_keys_[i], after_keys_[j])) continue;
      pairs_[i] = j;
      taken_[j] = true;
      return;
    }
  }

  const std::vector<EntityFact>& before_;
  const std::vector<EntityFact>& after_;
  std::vector<Keys> before_keys_, after_keys_;
  std::vector<std::optional<std::size_t>> pairs_;
  std::vector<bool> taken_;
};

using RelationKey = std::tuple<std::size_t, Predicate, std::size_t, Modality>;

RelationKey key_of(const RelationFact& relation, std::size_t subject, std::size_t object) {
  if (is_symmetric(relation.predicate) && object < subject) std::swap(subject, object);
  return {subject, relation.predicate, object, relation.modality};
}

std::vector<std::optional<std::size_t>> pair_relations(
    const ArticleFacts& before, const ArticleFacts& after,
    const std::vector<std::optional<std::size_t>>& entities) {
  std::map<RelationKey, std::size_t> there;
  for (std::size_t j = 0; j < after.relations.size(); ++j) {
    const RelationFact& relation = after.relations[j];
    there.emplace(key_of(relation, relation.subject, relation.object), j);
  }
  std::vector<std::optional<std::size_t>> pairs(before.relations.size());
  for (std::size_t i = 0; i < before.relations.size(); ++i) {
    const RelationFact& relation = before.relations[i];
    const auto subject = entities[relation.subject];
    const auto object = entities[relation.object];
    if (!subject || !object) continue;
    const auto found = there.find(key_of(relation, *subject, *object));
    if (found == there.end()) continue;
    pairs[i] = found->second;
    there.erase(found);
  }
  return pairs;
}

bool reads_otherwise(const EntityFact& before, const EntityFact& after) {
  return name_key(before.name) != name_key(after.name) || before.kind != after.kind ||
         before.iso != after.iso;
}

void add_entity_changes(const ArticleFacts& before, const ArticleFacts& after,
                        const FactPairs& pairs, std::vector<Change>& changes) {
  for (std::size_t i = 0; i < before.entities.size(); ++i) {
    const EntityFact& was = before.entities[i];
    if (!pairs.entities[i]) {
      changes.push_back({Change::Kind::lost, false, was.label(), words_of(was), {}, {}});
    } else if (const EntityFact& is = after.entities[*pairs.entities[i]];
               reads_otherwise(was, is)) {
      changes.push_back(
          {Change::Kind::changed, false, is.label(), words_of(was), words_of(is), {}});
    }
  }
  for (const std::size_t j : unpaired(pairs.entities, after.entities.size())) {
    const EntityFact& is = after.entities[j];
    changes.push_back({Change::Kind::gained, false, is.label(), {}, words_of(is), {}});
  }
}

void add_relation_changes(const ArticleFacts& before, const ArticleFacts& after,
                          const FactPairs& pairs, std::vector<Change>& changes) {
  for (std::size_t i = 0; i < before.relations.size(); ++i) {
    const RelationFact& was = before.relations[i];
    if (pairs.relations[i]) continue;
    changes.push_back({Change::Kind::lost,
                       true,
                       name_of(was.predicate),
                       words_of(before, was),
                       {},
                       was.sentence});
  }
  for (const std::size_t j : unpaired(pairs.relations, after.relations.size())) {
    const RelationFact& is = after.relations[j];
    changes.push_back(
        {Change::Kind::gained, true, name_of(is.predicate), {}, words_of(after, is), is.sentence});
  }
}

}  // namespace

FactPairs pair_facts(const ArticleFacts& before, const ArticleFacts& after) {
  FactPairs pairs;
  pairs.entities = EntityPairing(before.entities, after.entities).run();
  pairs.relations = pair_relations(before, after, pairs.entities);
  return pairs;
}

std::vector<std::size_t> unpaired(const std::vector<std::optional<std::size_t>>& pairs,
                                  std::size_t count) {
  std::vector<bool> taken(count);
  for (const auto& pair : pairs) {
    if (pair) taken[*pair] = true;
  }
  std::vector<std::size_t> left;
  for (std::size_t j = 0; j < count; ++j) {
    if (!taken[j]) left.push_back(j);
  }
  return left;
}

ArticleDifference difference(const ArticleFacts& before, const ArticleFacts& after) {
  const FactPairs pairs = pair_facts(before, after);
  ArticleDifference found{after.id, {}};
  add_entity_changes(before, after, pairs, found.changes);
  add_relation_changes(before, after, pairs, found.changes);
  return found;
}

}  // namespace rawabit
