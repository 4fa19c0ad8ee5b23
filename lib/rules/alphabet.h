// The letters of a phase's class strings.
//
// A node is seen by the rules of a phase only through their atoms: which of them it satisfies is a
// set of bits, and each set that occurs is a letter. A sentence is then a string with one letter a
// node, and an atom stands for all letters whose set has its bit. New sets get new letters as they
// turn up (what is found does not depend on the numbering).
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "rules/node_kinds.h"
#include "rules/pattern.h"

namespace rawabit {

/// An atom with its name looked up: of a class (a literal is one too), with the place in the entry.
struct BoundAtom {
  enum class Kind : std::uint8_t { in_class, not_in_class, any };
  Kind kind = Kind::any;
  ProcliticSpec proclitics;
  MarkedClass cls = 0;
  auto operator<=>(const BoundAtom&) const = default;
};

/// Does this reading of a node of that kind satisfy the atom?
[[nodiscard]] bool satisfies(const NodeKinds& kinds, KindId kind, const NodeReading& reading,
                             const BoundAtom& atom);

constexpr std::size_t kMaxAtoms = 512;
using AtomSet = std::bitset<kMaxAtoms>;

class Alphabet {
 public:
  /// The number of an atom, a new one where it is new. Error: more than kMaxAtoms.
  Result<std::size_t> atom(const BoundAtom& atom);
  [[nodiscard]] std::span<const BoundAtom> atoms() const { return atoms_; }

  /// The letter of the nodes of a kind; size() tells whether it was new. To be remembered: it takes
  /// a look at all classes of the kind.
  Letter letter(const NodeKinds& kinds, KindId kind);
  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  [[nodiscard]] const AtomSet& atoms_of(Letter letter) const { return sets_[letter]; }

  /// To be called when the kinds are numbered anew: no letters are left.
  void forget_letters();

 private:
  [[nodiscard]] AtomSet atoms_of_kind(const NodeKinds& kinds, KindId kind) const;

  std::vector<BoundAtom> atoms_;
  std::vector<std::vector<std::uint16_t>> by_class_;  ///< the atoms of kind in_class
  std::vector<std::size_t> others_;                   ///< not_in_class and any
  std::unordered_map<AtomSet, Letter> letters_;
  std::vector<AtomSet> sets_;
};

}  // namespace rawabit
