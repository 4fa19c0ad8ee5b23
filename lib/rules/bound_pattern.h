// A rule's pattern with its atoms looked up: what the matcher and its gate are made from.
//
// A class is the choice between a token that is an entry of it and the tokens of a longer entry:
//   CITY   becomes   CITY:single | CITY:begin CITY:inside* CITY:end
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/class_table.h"
#include "rules/pattern.h"

namespace rawabit {

struct BoundPattern {
  enum class Kind : std::uint8_t { atom, sequence, alternation, begin, end };
  Kind kind = Kind::sequence;
  std::size_t atom = 0;  ///< number in the alphabet
  std::vector<BoundPattern> children = {};
  int min = 1;
  int max = 1;  ///< -1: without bound
  bool lazy = false;
  std::optional<std::size_t> capture = {};  ///< in the order of opening, from 0

  /// Can it match nothing?
  [[nodiscard]] bool may_be_empty() const { return min == 0 || may_be_empty_once(); }
  /// ... taken once?
  [[nodiscard]] bool may_be_empty_once() const;
};

/// Looks up the classes and literals; the atoms get their numbers from the alphabet. Error: an
/// unknown class, too many atoms.
[[nodiscard]] Result<BoundPattern> bind_pattern(const PatternNode& pattern,
                                                const ClassTable& classes, Alphabet& alphabet);

/// The atoms that a token must satisfy to be the first of what `atom` stands for.
[[nodiscard]] std::vector<BoundAtom> first_bound_atoms(const Atom& atom, const ClassTable& classes);

}  // namespace rawabit
