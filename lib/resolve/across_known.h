// What the gazetteers say about entities, as resolution across articles needs it: who has which
// name, and which names say nothing by themselves.
//
// Takes the Lexicon (or, in tests, lines of one); gives ids for name keys. A gazetteer line is
// known by its id, whichever lists it stands in: the first line with an id that has forms of its
// own, not only adjectives of origin, gives the canonical name.
//
//   KnownNames known = known_names(lexicon);
//   known.find(EntityType::organization, name_key(text))  ->  indexes into known.entities
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/types.h"
#include "resolve/across_sounds.h"

namespace rawabit {

/// Number of an entity of the gazetteers.
using KnownId = std::uint32_t;
inline constexpr KnownId kUnknown = 0xFFFFFFFF;

struct KnownEntity {
  std::string id;  ///< "country:AE"
  EntityType type = EntityType::organization;
  std::string english;
  std::vector<std::string> forms;     ///< names, canonical first
  std::vector<std::string> demonyms;  ///< adjectives of origin
  std::map<std::string, std::string> attributes;
};

class KnownNames {
 public:
  /// Adds a line; one with an id that is there already adds to it.
  KnownId add(const KnownEntity& line);
  /// A name that every country or every body has one of. As a head it is so with any words after.
  void add_common(std::string_view key, bool head);
  /// "The council": by itself, and at the end of a name, it stands for a body named elsewhere.
  void add_short_form(std::string_view key);
  void add_ordinal(std::string_view key, int value);
  /// A noun of meetings and what kind it is: receptions and talks are meetings like others.
  void add_meeting_noun(std::string_view key, std::string_view kind);
  /// Words before a topic that name the fight against it; `lam`: the topic follows with that
  /// letter.
  void add_counter(std::string_view key, bool lam);
  /// A word that is no name without the next one: "abd" before "al-aziz".
  void add_name_prefix(std::string_view folded);
  /// A word that is no name without the one before: "al-din" after "salah".
  void add_name_suffix(std::string_view folded);

  /// A given name of the Arab world, in which one letter more makes another.
  void add_native_name(std::string_view folded);
  AlikeLetters& alike_letters() { return alike_; }

  /// "Son of", between a name and the father's.
  void add_descent(std::string_view folded);

  [[nodiscard]] const KnownEntity& entity(KnownId id) const { return entities_[id]; }
  [[nodiscard]] std::size_t size() const { return entities_.size(); }
  /// The entities of that type with that name key, in the order of the lists.
  [[nodiscard]] std::span<const KnownId> find(EntityType type, std::string_view key) const;
  [[nodiscard]] KnownId with_id(std::string_view id) const;
  /// The country that a city's line names.
  [[nodiscard]] KnownId country_of(KnownId city) const;

  [[nodiscard]] bool is_common(std::string_view key) const;
  [[nodiscard]] std::optional<int> ordinal(std::string_view key) const;
  /// Empty for a word that is no noun of meetings.
  [[nodiscard]] std::string_view meeting_kind(std::string_view key) const;
  /// Does the topic that follows these words come with a lam? Nothing when they are no such words.
  [[nodiscard]] std::optional<bool> counter(std::string_view key) const;
  [[nodiscard]] bool is_name_prefix(std::string_view folded) const;
  [[nodiscard]] bool is_name_suffix(std::string_view folded) const;
  [[nodiscard]] bool is_descent(std::string_view folded) const;
  /// May two folded words be one foreign name in two spellings?
  [[nodiscard]] bool may_sound_alike(const std::string& a, const std::string& b) const;

 private:
  std::vector<KnownEntity> entities_;
  std::unordered_map<std::string, KnownId> ids_;
  std::unordered_map<std::string, std::vector<KnownId>> by_key_;  ///< type letter and key
  std::unordered_set<std::string> common_, common_heads_, short_forms_;
  std::unordered_set<std::string> name_prefixes_, name_suffixes_, descents_, native_names_;
  AlikeLetters alike_;
  std::unordered_map<std::string, bool> counters_;
  std::unordered_map<std::string, int> ordinals_;
  std::unordered_map<std::string, std::string> meeting_nouns_;
};

[[nodiscard]] KnownNames known_names(const Lexicon& lexicon);

}  // namespace rawabit
