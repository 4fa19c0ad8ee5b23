#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "resolve/across_articles.h"
#include "resolve/across_likeness.h"
#include "resolve/across_words.h"

namespace rawabit {
namespace {

/// A name needs this many words to name a body where it is no article's fullest name of it.
constexpr std::size_t kWordsOfFurtherName = 3;
/// And this many to be compared without its connecting letters.
constexpr std::size_t kWordsOfLooseName = 4;

/// Whose body it is, by a country or place in its name, and the name without that.
struct Belonging {
  KnownId place = kUnknown;
  Words base;
};

/// The place of one of `types` that the name names, if it can be but one.
Belonging belonging_of(const Words& name, const KnownNames& known,
                       std::span<const EntityType> types) {
  constexpr std::size_t kLongest = 4;
  if (name.empty()) return {kUnknown, name};
  for (std::size_t length = std::min(kLongest, name.size() - 1); length > 0; --length) {
    for (std::size_t at = 1; at + length <= name.size(); ++at) {
      const auto first = name.begin() + static_cast<std::ptrdiff_t>(at);
      const auto last = first + static_cast<std::ptrdiff_t>(length);
      for (const EntityType type : types) {
        const auto found = known.find(type, join_words(Words(first, last)));
        if (found.size() != 1) continue;
        Belonging result{found[0], Words(name.begin(), first)};
        result.base.insert(result.base.end(), last, name.end());
        return result;
      }
    }
  }
  return {kUnknown, name};
}

constexpr std::array kCountries = {EntityType::country};
constexpr std::array kPlaces = {EntityType::city, EntityType::region};

class Organizations {
 public:
  Organizations(const AcrossInput& input, const KnownNames& known, Clusters& clusters)
      : input_(input), known_(known), clusters_(clusters) {
    for (const LocalRelation& relation : input.relations) {
      if (relation.predicate == Predicate::part_of && relation.modality == Modality::asserted &&
          relation.object != kNoLocal) {
        parts_.push_back({relation.subject, relation.object});
      }
    }
    find_contested_names();
  }

  void join() {
    join_full_names();
    join_loose_names();
    // What is part of a body may itself have parts: go on while there is something new to join.
    constexpr int kRounds = 4;
    for (int round = 0; round < kRounds; ++round) {
      if (!join_parts()) break;
    }
    find_like_names();
  }

 private:
  struct Part {
    std::uint32_t body = 0;
    std::uint32_t of = 0;
  };

  [[nodiscard]] bool is_organization(std::uint32_t local) const {
    return input_.entities[local].type == EntityType::organization;
  }

  /// Names that bodies of two countries have, or parts of several bodies, say no more than those
  /// that every country has.
  void find_contested_names() {
    find_names_of_parts();
    std::unordered_map<std::string, KnownId> country_of_name;
    for (const Part& part : parts_) {
      const KnownId country = clusters_.known(part.of);
      if (country == kUnknown || input_.entities[part.of].type != EntityType::country) continue;
      const std::string& key = input_.key_of(input_.entities[part.body]);
      const auto [found, is_new] = country_of_name.emplace(key, country);
      if (!is_new && found->second != country) contested_.insert(key);
    }
  }

  void find_names_of_parts() {
    constexpr std::size_t kSeveral = 3;
    std::unordered_map<std::string, std::unordered_set<std::string>> wholes;
    for (const Part& part : parts_) {
      if (!is_organization(part.body)) continue;
      const std::string& whole = input_.key_of(input_.entities[part.of]);
      const Words name = split_words(input_.key_of(input_.entities[part.body]));
      const Words base = without_part(name, {split_words(whole)});
      if (base.size() < name.size()) wholes[join_words(base)].insert(whole);
    }
    for (const auto& [name, of] : wholes) {
      if (of.size() >= kSeveral) contested_.insert(name);
    }
  }

  [[nodiscard]] bool is_common(const std::string& key) const {
    return known_.is_common(key) || contested_.contains(key);
  }

  void join_full_names() {
    std::vector<KeyedLocal> keyed;
    for (std::uint32_t i = 0; i < input_.entities.size(); ++i) {
      if (!is_organization(i)) continue;
      const LocalEntity& entity = input_.entities[i];
      add_full_name(keyed, i, entity.name, 1);
      for (const NameUse& use : input_.uses_of(entity)) {
        if (use.name != entity.name) add_full_name(keyed, i, use.name, kWordsOfFurtherName);
      }
    }
    clusters_.join_all(keyed, {JoinReason::full_name});
  }

  void add_full_name(std::vector<KeyedLocal>& keyed, std::uint32_t local, NameId name,
                     std::size_t least_words) const {
    const std::string& key = input_.names.key(name);
    if (key.empty() || count_words(key) < least_words) return;
    const Belonging& owner = belonging(name);
    if (is_common(key) && owner.place == kUnknown) return;
    // "The American company": a head and an origin name one of many, but what every country has.
    const bool is_bare = owner.place != kUnknown && owner.base.size() == 1;
    if (is_bare && !is_common(owner.base.front())) return;
    keyed.push_back({fingerprint("full\n" + key), local});
  }

  void join_loose_names() {
    std::vector<KeyedLocal> keyed;
    for (std::uint32_t i = 0; i < input_.entities.size(); ++i) {
      if (!is_organization(i)) continue;
      for (const NameUse& use : input_.uses_of(input_.entities[i])) {
        const std::string& key = input_.names.key(use.name);
        if (count_words(key) < kWordsOfLooseName || is_common(key)) continue;
        keyed.push_back({loose_key(use.name), i});
      }
    }
    clusters_.join_all(keyed, {JoinReason::other_words});
  }

  /// True when something was joined that was apart.
  bool join_parts() {
    std::vector<KeyedLocal> keyed;
    for (const Part& part : parts_) add_part(keyed, part);
    for (std::uint32_t i = 0; i < input_.entities.size(); ++i) {
      if (is_organization(i)) add_body_of_place(keyed, i);
    }
    const std::vector<KeyedLocal> before = keyed;
    std::vector<std::uint32_t> roots;
    roots.reserve(before.size());
    for (const KeyedLocal& item : before) roots.push_back(clusters_.find(item.local));
    clusters_.join_all(keyed, {JoinReason::of_same_body});
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (clusters_.find(before[i].local) != roots[i]) return true;
    }
    return false;
  }

  void add_part(std::vector<KeyedLocal>& keyed, const Part& part) {
    if (!is_organization(part.body)) return;
    const LocalEntity& body = input_.entities[part.body];
    const LocalEntity& whole = input_.entities[part.of];
    std::vector<Words> names;
    for (const NameUse& use : input_.uses_of(whole)) {
      names.push_back(split_words(input_.names.key(use.name)));
    }
    Words base = without_part(split_words(input_.key_of(body)), names);
    if (whole.type == EntityType::country) base = belonging_of(base, known_, kCountries).base;
    add_base(keyed, part.body, base, identity(part.of));
  }

  void add_body_of_place(std::vector<KeyedLocal>& keyed, std::uint32_t local) {
    const Belonging& found = belonging(input_.entities[local].name);
    if (found.place == kUnknown) return;
    add_base(keyed, local, found.base, known_.entity(found.place).id);
  }

  /// A short form such as "the centre" names no part, unless every body has just one of it.
  void add_base(std::vector<KeyedLocal>& keyed, std::uint32_t local, const Words& base,
                const std::string& whole) const {
    const std::string key = join_words(base);
    if (base.size() < 2 && !known_.is_common(key)) return;
    keyed.push_back({fingerprint(fmt::format("part\n{}\n{}", key, whole)), local});
  }

  /// Names of which one has a word more: two bodies, or one that an article calls shorter.
  void find_like_names() {
    std::map<std::string, std::uint32_t> first;
    for (std::uint32_t i = 0; i < input_.entities.size(); ++i) {
      const std::string& key = input_.key_of(input_.entities[i]);
      if (is_organization(i) && !is_common(key)) first.emplace(key, i);
    }
    std::vector<Words> names;
    std::vector<std::uint32_t> locals;
    for (const auto& [key, local] : first) {
      names.push_back(split_words(key));
      locals.push_back(local);
    }
    for (const auto& [a, b] : one_word_apart(names, known_)) {
      const KnownId left = clusters_.known(locals[a]), right = clusters_.known(locals[b]);
      const bool told = left != kUnknown && right != kUnknown;
      clusters_.nearly(
          locals[a], locals[b],
          {JoinReason::shorter_name, told ? Objection::gazetteer : Objection::more_words});
    }
  }

  [[nodiscard]] std::string identity(std::uint32_t local) const {
    const KnownId known = clusters_.known(local);
    return known != kUnknown ? known_.entity(known).id : fmt::format("#{}", clusters_.find(local));
  }

  /// A city or region says whose only what has no name of its own.
  const Belonging& belonging(NameId name) const {
    const auto [found, is_new] = belongings_.try_emplace(name);
    if (!is_new) return found->second;
    const std::string& key = input_.names.key(name);
    const Words words = split_words(key);
    found->second = belonging_of(words, known_, kCountries);
    if (found->second.place == kUnknown && is_common(key)) {
      found->second = belonging_of(words, known_, kPlaces);
    }
    return found->second;
  }

  Fingerprint loose_key(NameId name) const {
    const auto [found, is_new] = loose_keys_.try_emplace(name);
    if (is_new) {
      found->second = fingerprint("loose\n" + join_words(loose_words(input_.names.key(name))));
    }
    return found->second;
  }

  const AcrossInput& input_;
  const KnownNames& known_;
  Clusters& clusters_;
  std::vector<Part> parts_;
  std::unordered_set<std::string> contested_;
  mutable std::unordered_map<NameId, Belonging> belongings_;
  mutable std::unordered_map<NameId, Fingerprint> loose_keys_;
};

}  // namespace

void join_organizations(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Organizations(input, known, clusters).join();
}

}  // namespace rawabit
