#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "resolve/across_articles.h"
#include "resolve/across_words.h"

namespace rawabit {
namespace {

/// One full name of a person, and what is known of those who have it.
struct FullName {
  Words words;
  std::vector<std::uint32_t> locals;  ///< whose fullest name it is
  std::set<std::uint32_t> documents;
  std::set<KnownId> countries;  ///< that they work for
};

using Names = std::map<std::string, FullName>;
using Longer = std::vector<const FullName*>;

bool disjoint(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  return std::none_of(a.begin(), a.end(), [&](std::uint32_t item) { return b.contains(item); });
}

/// An article that has both names for two persons, or two countries that they work for, say no.
bool is_contradicted(const FullName& a, const FullName& b) {
  if (!disjoint(a.documents, b.documents)) return true;
  return !a.countries.empty() && !b.countries.empty() && disjoint(a.countries, b.countries);
}

bool may_shorten(const FullName& shorter, const FullName& longer) {
  return shorter.words.size() < longer.words.size() &&
         shorter.words.front() == longer.words.front() &&
         shorter.words.back() == longer.words.back() && is_subsequence(shorter.words, longer.words);
}

/// Do the names, from short to long, each shorten the next? Then they are of one person.
bool is_chain(const Longer& names) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (!may_shorten(*names[i - 1], *names[i])) return false;
  }
  return true;
}

class Persons {
 public:
  Persons(const AcrossInput& input, const KnownNames& known, Clusters& clusters)
      : input_(input), known_(known), clusters_(clusters) {
    for (std::uint32_t i = 0; i < input.entities.size(); ++i) {
      if (input.entities[i].type == EntityType::person) add(i);
    }
    for (const LocalRelation& relation : input.relations) add_country(relation);
  }

  void join() {
    join_full_names();
    join_shorter_names();
    join_further_names();
  }

 private:
  void add(std::uint32_t local) {
    const LocalEntity& entity = input_.entities[local];
    Words words = person_words(input_.names.text(entity.name), known_);
    if (words.size() < 2) return;
    FullName& name = names_[join_words(words)];
    name.words = std::move(words);
    name.locals.push_back(local);
    name.documents.insert(entity.document);
    name_of_local_[local] = &name;
    for (const NameUse& use : input_.uses_of(entity)) {
      if (use.name == entity.name) continue;
      Words further = person_words(input_.names.text(use.name), known_);
      if (further.size() >= 2) further_[join_words(further)].push_back(local);
    }
  }

  void add_country(const LocalRelation& relation) {
    if (relation.predicate != Predicate::works_for || relation.object == kNoLocal) return;
    const auto found = name_of_local_.find(relation.subject);
    const KnownId country = clusters_.known(relation.object);
    if (found == name_of_local_.end() || country == kUnknown) return;
    if (known_.entity(country).type == EntityType::country) {
      found->second->countries.insert(country);
    }
  }

  void join_full_names() {
    for (const auto& [key, name] : names_) {
      for (const std::uint32_t local : name.locals) {
        clusters_.join(name.locals.front(), local, JoinReason::full_name);
      }
    }
  }

  /// A shorter name joins the longer ones that it may stand for, if these are all one person's.
  void join_shorter_names() {
    std::map<std::string, Longer> by_ends;
    for (const auto& [key, name] : names_) {
      by_ends[name.words.front() + " " + name.words.back()].push_back(&name);
    }
    for (auto& [ends, names] : by_ends) {
      std::stable_sort(names.begin(), names.end(), [](const FullName* a, const FullName* b) {
        return a->words.size() < b->words.size();
      });
      for (const FullName* shorter : names) join_shorter_name(*shorter, names);
    }
  }

  void join_shorter_name(const FullName& shorter, const Longer& names) {
    Longer longer;
    for (const FullName* name : names) {
      if (may_shorten(shorter, *name)) longer.push_back(name);
    }
    if (longer.empty() || !is_chain(longer)) return;
    for (const FullName* name : longer) {
      if (is_contradicted(shorter, *name)) return;
    }
    join_names(shorter, *longer.front(), JoinReason::shorter_name);
  }

  /// A full name joins those whose articles use it beside a fuller one, if these are all one.
  void join_further_names() {
    for (const auto& [key, holders] : further_) {
      const auto found = names_.find(key);
      if (found == names_.end()) continue;
      const FullName& holder = *name_of_local_.at(holders.front());
      const bool one = std::all_of(holders.begin(), holders.end(), [&](std::uint32_t local) {
        return clusters_.find(local) == clusters_.find(holders.front()) &&
               !is_contradicted(found->second, *name_of_local_.at(local));
      });
      if (one) join_names(found->second, holder, JoinReason::other_name);
    }
  }

  void join_names(const FullName& a, const FullName& b, JoinReason reason) {
    clusters_.join(a.locals.front(), b.locals.front(), reason);
  }

  const AcrossInput& input_;
  const KnownNames& known_;
  Clusters& clusters_;
  Names names_;
  std::unordered_map<std::uint32_t, FullName*> name_of_local_;
  std::map<std::string, std::vector<std::uint32_t>> further_;
};

}  // namespace

void join_persons(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Persons(input, known, clusters).join();
}

}  // namespace rawabit
