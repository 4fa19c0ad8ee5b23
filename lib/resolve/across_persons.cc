#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "resolve/across_articles.h"
#include "resolve/across_likeness.h"
#include "resolve/across_words.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

/// One full name of a person, and what is known of those who have it.
struct FullName {
  Words words;
  std::vector<std::uint32_t> locals;  ///< whose fullest name it is
  std::set<std::uint32_t> documents;
  std::set<KnownId> countries;  ///< that they work for
  std::set<std::string> positions;
  std::uint32_t main = 0;  ///< of locals: by whom all that may be one were joined
  std::string father;      ///< whom the name calls the father: "Salman bin Sultan"; else empty
};

using Names = std::vector<const FullName*>;

template <class T>
bool disjoint(const std::set<T>& a, const std::set<T>& b) {
  return std::none_of(a.begin(), a.end(), [&](const T& item) { return b.contains(item); });
}

/// How many articles have both names, for two persons.
std::size_t shared_documents(const FullName& a, const FullName& b) {
  return static_cast<std::size_t>(std::ranges::count_if(
      a.documents, [&](auto document) { return b.documents.contains(document); }));
}

bool are_two(const std::set<KnownId>& a, const std::set<KnownId>& b) {
  return !a.empty() && !b.empty() && disjoint(a, b);
}

/// Articles that have both names for two persons, two fathers, or two countries that they work for,
/// say no. One article in many may err.
Objection objection_to(const FullName& a, const FullName& b) {
  constexpr std::size_t kMany = 25;
  if (!a.father.empty() && !b.father.empty() && a.father != b.father) return Objection::two_fathers;
  const std::size_t shared = shared_documents(a, b);
  if (shared * kMany > std::min(a.documents.size(), b.documents.size())) {
    return Objection::one_article;
  }
  return are_two(a.countries, b.countries) ? Objection::two_countries : Objection::none;
}

bool is_contradicted(const FullName& a, const FullName& b) {
  return objection_to(a, b) != Objection::none;
}

bool may_shorten(const FullName& shorter, const FullName& longer) {
  return shorter.words.size() < longer.words.size() &&
         shorter.words.front() == longer.words.front() &&
         shorter.words.back() == longer.words.back() && is_subsequence(shorter.words, longer.words);
}

/// "Muhammad bin Nayef" of "Muhammad bin Nayef bin Abdulaziz".
bool may_begin(const FullName& shorter, const FullName& longer) {
  constexpr std::size_t kLeastWords = 3;
  return shorter.words.size() >= kLeastWords && shorter.words.size() < longer.words.size() &&
         std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin());
}

/// What a shorter name may stand for, or why it stands for none of them.
struct Longer {
  Names names;  ///< from short to long
  Objection against = Objection::none;
};

/// The names that `shorter` may stand for, if each may stand for the next: then they are of one
/// person.
Longer longer_names(const FullName& shorter, const Names& names) {
  Longer longer;
  for (const FullName* name : names) {
    if (!may_shorten(shorter, *name)) continue;
    if (longer.against == Objection::none && !longer.names.empty() &&
        !may_shorten(*longer.names.back(), *name) && !may_begin(*longer.names.back(), *name)) {
      longer.against = Objection::several;
    }
    if (longer.against == Objection::none) longer.against = objection_to(shorter, *name);
    longer.names.push_back(name);
  }
  return longer;
}

class Persons {
 public:
  Persons(const AcrossInput& input, const KnownNames& known, Clusters& clusters)
      : input_(input), known_(known), clusters_(clusters) {
    for (std::uint32_t i = 0; i < input.entities.size(); ++i) {
      if (input.entities[i].type == EntityType::person) add(i);
    }
    for (const LocalRelation& relation : input.relations) add_circumstance(relation);
  }

  void join() {
    join_full_names();
    join_shorter_names();
    join_further_names();
    find_like_spellings();
  }

 private:
  void add(std::uint32_t local) {
    const LocalEntity& entity = input_.entities[local];
    Words words = person_words(input_.names.text(entity.name), known_);
    if (words.size() < 2) return;
    FullName& name = names_[join_words(words)];
    if (words.size() > 2 && known_.is_descent(words[1])) name.father = words[2];
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

  void add_circumstance(const LocalRelation& relation) {
    const auto found = name_of_local_.find(relation.subject);
    if (found == name_of_local_.end() || relation.object == kNoLocal) return;
    const LocalEntity& object = input_.entities[relation.object];
    if (relation.predicate == Predicate::has_title && object.kind == TitleKind::position) {
      found->second->positions.insert(input_.key_of(object));
    }
    const KnownId country = clusters_.known(relation.object);
    if (relation.predicate == Predicate::works_for && object.type == EntityType::country &&
        country != kUnknown) {
      found->second->countries.insert(country);
      countries_of_local_[relation.subject].insert(country);
    }
  }

  void join_full_names() {
    for (auto& [key, name] : names_) {
      join_other_countries(name);
      name.main = clusters_.join_group(name.locals, {JoinReason::full_name});
    }
  }

  /// Namesakes there are: those who work for a country of their own are joined with a doubt.
  void join_other_countries(const FullName& name) {
    std::set<KnownId> countries;
    std::uint32_t first = kNoLocal;
    for (const std::uint32_t local : name.locals) {
      const auto found = countries_of_local_.find(local);
      if (found == countries_of_local_.end()) continue;
      if (are_two(countries, found->second)) {
        clusters_.join(first, local,
                       {JoinReason::full_name, Objection::two_countries, certainty_of(name)});
      }
      if (first == kNoLocal) first = local;
      countries.insert(found->second.begin(), found->second.end());
    }
  }

  /// That all who have the name are one although some work for another country: of a name that
  /// many articles have, some articles may err.
  static double certainty_of(const FullName& name) {
    constexpr double kOfFew = 0.5, kMore = 0.25, kMany = 20;
    return kOfFew + kMore * std::min(1.0, static_cast<double>(name.documents.size() - 1) / kMany);
  }

  /// A shorter name joins the longer ones that it may stand for, if these are all one person's.
  void join_shorter_names() {
    std::map<std::string, Names> by_first_word;
    for (const auto& [key, name] : names_) by_first_word[name.words.front()].push_back(&name);
    for (auto& [word, names] : by_first_word) {
      std::stable_sort(names.begin(), names.end(), [](const FullName* a, const FullName* b) {
        return a->words.size() < b->words.size();
      });
      for (const FullName* shorter : names) {
        join_shortened(*shorter, names);
        join_cut_short(*shorter, names);
      }
    }
  }

  void join_shortened(const FullName& shorter, const Names& names) {
    const Longer longer = longer_names(shorter, names);
    if (longer.names.empty()) return;
    if (longer.against == Objection::none) {
      return join_names(shorter, *longer.names.front(), JoinReason::shorter_name);
    }
    for (const FullName* name : longer.names) {
      const Objection own = objection_to(shorter, *name);
      nearly(shorter, *name, own == Objection::none ? Objection::several : own);
    }
  }

  /// A name cut short is many a man's: the position must be the same as well. Where several have
  /// it, it is his who is named so much more often than all the others.
  void join_cut_short(const FullName& shorter, const Names& names) {
    Names candidates;
    for (const FullName* name : names) {
      if (!may_begin(shorter, *name)) continue;
      const Objection against = objection_to(shorter, *name);
      if (against == Objection::none && !disjoint(shorter.positions, name->positions)) {
        candidates.push_back(name);
      } else {
        nearly(shorter, *name, against == Objection::none ? Objection::other_position : against);
      }
    }
    if (const FullName* one = only_one(candidates)) {
      return join_names(shorter, *one, JoinReason::shorter_name);
    }
    for (const FullName* name : candidates) nearly(shorter, *name, Objection::several);
  }

  /// The name that all are of, or nearly all articles.
  const FullName* only_one(const Names& names) const {
    constexpr std::size_t kFarMore = 8;
    const FullName* best = nullptr;
    for (const FullName* name : names) {
      if (best == nullptr || name->documents.size() > best->documents.size()) best = name;
    }
    std::size_t others = 0;
    for (const FullName* name : names) {
      const bool same = clusters_.find(name->main) == clusters_.find(best->main);
      if (!same && !may_begin(*best, *name) && !may_begin(*name, *best)) {
        others += name->documents.size();
      }
    }
    return best != nullptr && others * kFarMore <= best->documents.size() ? best : nullptr;
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

  /// Names that differ in one letter of one word: of one person, or of two brothers. A foreign name
  /// that may be spelled so is of one.
  void find_like_spellings() {
    std::vector<const FullName*> names;
    std::vector<ComparedName> compared;
    for (const auto& [key, name] : names_) {
      names.push_back(&name);
      compared.push_back({name.words, {name.positions.begin(), name.positions.end()}});
    }
    for (const auto& [a, b] : one_letter_apart(compared)) {
      const Objection against = objection_to(*names[a], *names[b]);
      const auto [left, right] = std::ranges::mismatch(names[a]->words, names[b]->words);
      if (against == Objection::none && known_.may_sound_alike(*left, *right)) {
        join_names(*names[a], *names[b], JoinReason::other_spelling);
        continue;
      }
      nearly(*names[a], *names[b], against == Objection::none ? Objection::other_letters : against,
             JoinReason::like_spelling);
    }
  }

  void join_names(const FullName& a, const FullName& b, JoinReason reason) {
    clusters_.join(a.main, b.main, {reason});
  }

  void nearly(const FullName& a, const FullName& b, Objection against,
              JoinReason reason = JoinReason::shorter_name) {
    clusters_.nearly(a.main, b.main, {reason, against});
  }

  const AcrossInput& input_;
  const KnownNames& known_;
  Clusters& clusters_;
  std::map<std::string, FullName> names_;
  std::unordered_map<std::uint32_t, FullName*> name_of_local_;
  std::unordered_map<std::uint32_t, std::set<KnownId>> countries_of_local_;
  std::map<std::string, std::vector<std::uint32_t>> further_;
};

}  // namespace

void join_persons(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Persons(input, known, clusters).join();
}

}  // namespace rawabit
