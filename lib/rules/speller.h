// The letters of a kind in all phases at once.
//
// Nearly every kind of node meets many phases. What their alphabets ask of a class lies in one
// list, so that a new kind is spelled for all of them with one look at its classes.
//
//   const Alphabets alphabets(all);               // of the phases, in order; read-only
//   Speller speller(alphabets, letters);          // of one thread; `letters` of the same phases
//   speller.spell(kinds, kind, phase);            // sets kinds.letter(kind, phase) for each phase
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/alphabet.h"
#include "rules/node_kinds.h"

namespace rawabit {

/// What all alphabets ask, put side by side: a bit for each atom of each of them.
class Alphabets {
 public:
  /// The alphabets get no more atoms.
  explicit Alphabets(std::span<const Alphabet* const> alphabets);
  /// Adds the classes that some atom asks for.
  void add_wanted(WantedClasses& wanted) const;

 private:
  friend class Speller;
  struct Asked {
    std::uint32_t bit = 0;
    ReadingMask admitted = 0;  ///< the readings that have the class and satisfy the atom
    bool excludes = false;     ///< the atom asks for nodes without the class
  };
  /// The words of a set of bits that are one alphabet's.
  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
  };

  std::vector<Part> parts_;
  std::size_t words_ = 0;
  std::vector<Asked> asked_;               ///< of all classes, one after another
  std::vector<std::uint32_t> asked_from_;  ///< of each class, and the end
  /// For each reading mask's bit, the atoms that need no class.
  std::array<std::vector<std::uint64_t>, kReadingMasks> others_;
};

class Speller {
 public:
  /// All must outlive it.
  Speller(const Alphabets& alphabets, std::vector<Letters*> letters)
      : alphabets_(&alphabets), letters_(std::move(letters)) {}

  /// The letter of the kind in the phase; those of the others are remembered with it.
  Letter spell(NodeKinds& kinds, KindId kind, std::size_t phase);

 private:
  void add_reading(const NodeKinds& kinds, const NodeReading& reading);

  const Alphabets* alphabets_;
  std::vector<Letters*> letters_;
  std::vector<std::uint64_t> set_;       ///< scratch
  std::vector<std::uint32_t> excluded_;  ///< scratch: bits
};

}  // namespace rawabit
