// The letters of a phase's class strings.
//
// A node is seen by the rules of a phase only through their atoms: which of them it satisfies is a
// set of bits, and each set that occurs is a letter. A sentence is then a string with one letter a
// node, and an atom stands for all letters whose set has its bit. New sets get new letters as they
// turn up (what is found does not depend on the numbering).
//
//   Alphabet alphabet;                              // of a phase: read-only once its rules are
//   bound Result<std::size_t> number = alphabet.atom(bound_atom); Letters letters(alphabet); // of
//   one thread Letter letter = letters.letter(kinds, kind); letters.atoms_of(letter)[*number]
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
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

constexpr std::size_t kMaxAtoms = 1024;
using AtomSet = std::bitset<kMaxAtoms>;

class Alphabet {
 public:
  /// The number of an atom, a new one where it is new. Error: more than kMaxAtoms.
  Result<std::size_t> atom(const BoundAtom& atom);
  [[nodiscard]] std::span<const BoundAtom> atoms() const { return atoms_; }

  /// The atoms that the nodes of a kind satisfy. It takes a look at all classes of the kind.
  [[nodiscard]] AtomSet atoms_of_kind(const NodeKinds& kinds, KindId kind) const;

 private:
  std::vector<BoundAtom> atoms_;
  std::map<BoundAtom, std::size_t> numbers_;
  std::vector<bool> is_asked_;  ///< of a class: has it atoms? Most have none
  /// The atoms in_class and not_in_class of each class, and all that is not in_class.
  std::vector<std::vector<std::uint16_t>> by_class_;
  std::vector<std::uint16_t> others_;
};

/// The letters of an alphabet, as far as one thread has met them. The alphabet must outlive them.
class Letters {
 public:
  explicit Letters(const Alphabet& alphabet) : alphabet_(&alphabet) {}

  /// The letter of the nodes of a kind; size() tells whether it was new. To be remembered.
  Letter letter(const NodeKinds& kinds, KindId kind);
  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  [[nodiscard]] const AtomSet& atoms_of(Letter letter) const { return sets_[letter]; }

  /// To be called when the kinds are numbered anew: no letters are left.
  void forget();

 private:
  const Alphabet* alphabet_;
  std::unordered_map<AtomSet, Letter> letters_;
  std::vector<AtomSet> sets_;
};

}  // namespace rawabit
