// Which local entities are one: sets that grow together, each joining with its reason.
//
// Keys are joined in the order of their fingerprints; a key that would join two entities which the
// gazetteers tell apart joins nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/fingerprint.h"
#include "resolve/across_known.h"

namespace rawabit {

/// Why a local entity was joined to others; the strongest is kept.
enum class JoinReason : std::uint8_t {
  none,
  gazetteer,      ///< one line of a gazetteer has names of both
  same_wording,   ///< titles: same words, same kind
  same_date,      ///< one ISO date
  full_name,      ///< the full name of both is the same
  other_words,    ///< the same words but for connecting letters
  of_same_body,   ///< the same name of a part of the same body or country
  shorter_name,   ///< the name of one is the other's with words left out, and nobody else's
  other_name,     ///< the full name of one is a further name of the other
  same_series,    ///< meetings: same series, same number
  same_occasion,  ///< meetings: same place and day, like names
  same_people     ///< meetings: same day, the same two or more who took part
};
inline constexpr std::array<std::string_view, 12> kJoinReasonNames = {
    "",           "gazetteer",   "same_wording",  "same_date",
    "full_name",  "other_words", "of_same_body",  "shorter_name",
    "other_name", "same_series", "same_occasion", "same_people"};

/// A local entity and a key; all that share a key are one.
struct KeyedLocal {
  Fingerprint key;
  std::uint32_t local = 0;
  auto operator<=>(const KeyedLocal&) const = default;
};

class Clusters {
 public:
  explicit Clusters(std::size_t locals);

  [[nodiscard]] std::uint32_t find(std::uint32_t local) const;
  [[nodiscard]] KnownId known(std::uint32_t local) const { return known_[find(local)]; }
  [[nodiscard]] JoinReason reason(std::uint32_t local) const { return reasons_[local]; }
  [[nodiscard]] std::size_t size() const { return parents_.size(); }

  void set_known(std::uint32_t local, KnownId known) { known_[find(local)] = known; }
  /// False, and nothing joined, when the gazetteers tell the two apart.
  bool join(std::uint32_t a, std::uint32_t b, JoinReason reason);
  /// Joins all that share a key. Sorts `keyed`.
  void join_all(std::vector<KeyedLocal>& keyed, JoinReason reason);

 private:
  [[nodiscard]] bool may_be_one(const KeyedLocal* first, const KeyedLocal* last) const;

  mutable std::vector<std::uint32_t> parents_;
  std::vector<KnownId> known_;  ///< of the root of each set
  std::vector<JoinReason> reasons_;
};

}  // namespace rawabit
