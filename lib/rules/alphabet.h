// The letters of a phase's class strings.
//
// A node is seen by the rules of a phase only through their atoms: which of them it satisfies is a
// set of bits, and each set that occurs gets one code point. A sentence is then a string with one
// letter a node, and an atom is the character class of all letters whose set has its bit. New sets
// get new letters as they turn up; the phase then compiles its patterns again (what is found does
// not depend on the numbering).
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "rules/class_table.h"
#include "rules/parse.h"
#include "rules/pattern.h"

namespace rawabit {

/// An atom with its names looked up: of a class, with the place in the entry.
struct BoundAtom {
  Atom::Kind kind = Atom::Kind::any;
  ProcliticSpec proclitics;
  MarkedClass cls = 0;
  std::string literal;  ///< folded
  auto operator<=>(const BoundAtom&) const = default;
};

class Alphabet {
 public:
  static constexpr std::size_t kMaxAtoms = 512;
  using AtomSet = std::bitset<kMaxAtoms>;

  /// The number of an atom, a new one where it is new. Error: more than kMaxAtoms.
  Result<std::size_t> atom(const BoundAtom& atom);

  /// The letter of a node; grows() tells whether it was new.
  char32_t letter(const Parse& parse, const Node& node);
  [[nodiscard]] std::size_t size() const { return sets_.size(); }

  /// The character class, in RE2's syntax, of the letters whose nodes satisfy the atom.
  [[nodiscard]] std::string character_class(std::size_t atom) const;

  /// Does this reading of the node satisfy the atom?
  [[nodiscard]] static bool satisfies(const Parse& parse, const Node& node,
                                      const NodeReading& reading, const BoundAtom& atom);

 private:
  struct Hash {
    std::size_t operator()(const AtomSet& set) const { return std::hash<AtomSet>{}(set); }
  };
  AtomSet atoms_of(const Parse& parse, const Node& node) const;
  void add_class_atoms(const Parse& parse, const NodeReading& reading, AtomSet& set) const;

  std::vector<BoundAtom> atoms_;
  std::unordered_map<MarkedClass, std::vector<std::size_t>> by_class_;  ///< kind in_class
  std::unordered_map<std::string, std::vector<std::size_t>> by_literal_;
  std::vector<std::size_t> others_;  ///< not_in_class and any
  std::unordered_map<AtomSet, char32_t, Hash> letters_;
  std::vector<AtomSet> sets_;
};

/// Appends the code point in UTF-8.
void append_utf8(char32_t code_point, std::string& out);

}  // namespace rawabit
