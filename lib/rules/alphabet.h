// The letters of a phase's class strings.
//
// A node is seen by the rules of a phase only through their atoms: which of them it satisfies is a
// set of bits, and each set that occurs is a letter. A sentence is then a string with one letter a
// node, and an atom stands for all letters whose set has its bit. New sets get new letters as they
// turn up (what is found does not depend on the numbering).
//
//   Alphabet alphabet;                          // of a phase: read-only once its rules are bound
//   Result<std::size_t> number = alphabet.atom(bound_atom);
//   Letters letters(alphabet);                  // of one thread
//   Letter letter = letters.letter(kinds, kind);
//   letters.has(letter, *number)
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/key_table.h"
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

/// Some of the readings that an atom can tell apart by their proclitics: a bit for each.
using ReadingMask = std::uint8_t;
inline constexpr std::size_t kReadingMasks = 8;  ///< bits
/// The one bit of a reading.
[[nodiscard]] ReadingMask reading_mask(const Proclitics& proclitics);
/// The bits of all readings that the atom's proclitics admit.
[[nodiscard]] ReadingMask admitted_by(const ProcliticSpec& spec);

constexpr std::size_t kMaxAtoms = 1024;

class Alphabet {
 public:
  /// The number of an atom, a new one where it is new. Error: more than kMaxAtoms.
  Result<std::size_t> atom(const BoundAtom& atom);
  [[nodiscard]] std::span<const BoundAtom> atoms() const { return atoms_; }

  /// The readings whose proclitics the atom admits.
  [[nodiscard]] ReadingMask admitted(std::size_t atom) const { return admitted_[atom]; }
  /// How many words of 64 bits have a bit for each atom.
  [[nodiscard]] std::size_t words() const {
    return std::max<std::size_t>(1, (atoms_.size() + 63) / 64);
  }

 private:
  std::vector<BoundAtom> atoms_;
  std::vector<ReadingMask> admitted_;  ///< of the atoms: the proclitics that they admit
  std::map<BoundAtom, std::size_t> numbers_;
};

/// The letters of an alphabet, as far as one thread has met them. The alphabet must outlive them
/// and gets no more atoms.
class Letters {
 public:
  explicit Letters(const Alphabet& alphabet) : alphabet_(&alphabet), width_(alphabet.words()) {}

  /// The letter of the nodes of a kind, by all atoms one after another (for many kinds see
  /// speller.h); size() tells whether it was new.
  Letter letter(const NodeKinds& kinds, KindId kind);
  /// The letter of the nodes that satisfy these atoms, 64 a word.
  Letter letter_of(std::span<const std::uint64_t> set);
  [[nodiscard]] std::size_t size() const { return sets_.size() / width_; }
  /// Do the nodes of that letter satisfy the atom?
  [[nodiscard]] bool has(Letter letter, std::size_t atom) const {
    return (sets_[letter * width_ + atom / 64] >> (atom % 64) & 1U) != 0;
  }
  /// The atoms of the letter, 64 a word.
  [[nodiscard]] std::span<const std::uint64_t> set(Letter letter) const {
    return {sets_.data() + letter * width_, width_};
  }

  /// To be called when the kinds are numbered anew: no letters are left.
  void forget();

 private:
  const Alphabet* alphabet_;
  std::size_t width_;                ///< words of a set: small sets lie close together
  std::vector<std::uint64_t> sets_;  ///< of all letters, one after another
  KeyTable by_set_;                  ///< the letters, by a hash of their sets
};

}  // namespace rawabit
