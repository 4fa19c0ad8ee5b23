// Which local entities are one: sets that grow together, each union with its reason.
//
// Keys are joined in the order of their fingerprints; a key that would join two entities which the
// gazetteers tell apart joins nothing. What must stay apart (see Apart) is never in one set.
//
//   Clusters clusters(input.entities.size());
//   clusters.join(a, b, {JoinReason::full_name});
//   clusters.log()  ->  one Joining for each union, so that a way of them leads from any local
//                       entity of a set to any other; and those that were nearly made
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/fingerprint.h"
#include "resolve/across_known.h"
#include "resolve/across_reasons.h"

namespace rawabit {

/// What is said of a pair. Without a confidence, that of the reason or of the objection counts.
struct Grounds {
  JoinReason reason = JoinReason::none;
  Objection against = Objection::none;
  double confidence = -1;

  [[nodiscard]] double certainty() const;
};

/// Two local entities that were joined, or nearly were.
struct Joining {
  std::uint32_t first = 0, second = 0;
  bool joined = false;
  JoinReason reason = JoinReason::none;
  Objection against = Objection::none;
  double confidence = 0;
};

/// No local entity of one side is ever one with a local entity of the other.
struct Apart {
  std::vector<std::uint32_t> sides[2];
  bool is_exception[2] = {false, false};  ///< the side is that of single articles
};

/// A local entity and a key; all that share a key are one.
struct KeyedLocal {
  Fingerprint key;
  std::uint32_t local = 0;
  auto operator<=>(const KeyedLocal&) const = default;
};

class Clusters {
 public:
  explicit Clusters(std::size_t locals);

  /// To be said before anything is joined.
  void keep_apart(const std::vector<Apart>& apart);

  [[nodiscard]] std::uint32_t find(std::uint32_t local) const;
  /// The line of a gazetteer; of lines that a verdict made one, the first.
  [[nodiscard]] KnownId known(std::uint32_t local) const { return line(known_[find(local)]); }
  [[nodiscard]] KnownId line(KnownId known) const;
  [[nodiscard]] JoinReason reason(std::uint32_t local) const { return reasons_[local]; }
  [[nodiscard]] std::size_t size() const { return parents_.size(); }
  /// Must the two stay apart?
  [[nodiscard]] bool are_apart(std::uint32_t a, std::uint32_t b) const;
  /// How late it should be joined: 0, unless some verdict keeps it apart from others.
  [[nodiscard]] int lateness(std::uint32_t local) const;

  void set_known(std::uint32_t local, KnownId known) { known_[find(local)] = known; }
  /// From now on two lines of the gazetteers are one.
  void make_one(KnownId a, KnownId b);
  /// False, and nothing joined, when the gazetteers or verdicts tell the two apart.
  bool join(std::uint32_t a, std::uint32_t b, const Grounds& grounds);
  /// Joins all of them, as far as verdicts allow: those that are kept from the first set of them
  /// go to the next. The local entity by which the first set was joined.
  std::uint32_t join_group(std::vector<std::uint32_t> locals, const Grounds& grounds);
  /// Joins all that share a key. Sorts `keyed`.
  void join_all(std::vector<KeyedLocal>& keyed, const Grounds& grounds);

  /// Two that are much like one, and are not joined.
  void nearly(std::uint32_t a, std::uint32_t b, const Grounds& grounds);
  /// The log so far, of those that were nearly made only what is still apart, the most certain
  /// for each two sets; in the order of the local entities.
  [[nodiscard]] std::vector<Joining> log() const;

 private:
  struct Side {
    std::uint32_t apart = 0;
    int which = 0;
    bool is_exception = false;
  };
  [[nodiscard]] bool may_be_one(const KeyedLocal* first, const KeyedLocal* last);
  void merge_sides(std::uint32_t root, std::uint32_t other);
  void note(std::uint32_t a, std::uint32_t b, bool joined, const Grounds& grounds);

  mutable std::vector<std::uint32_t> parents_;
  std::vector<KnownId> known_;  ///< of the root of each set
  std::vector<JoinReason> reasons_;
  std::unordered_map<KnownId, KnownId> lines_;                  ///< lines that are others'
  std::unordered_map<std::uint32_t, std::vector<Side>> sides_;  ///< by root
  std::vector<Joining> joined_, nearly_;
};

}  // namespace rawabit
