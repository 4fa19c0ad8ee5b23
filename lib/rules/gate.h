// Which rules of a phase can match a sentence at all: a look at its letters, without their order.
//
// Every match of a rule needs some of its atoms: for each part that must stand, one of the atoms
// that this part can have (a factor). A letter has a mask of the factors that it serves; a rule
// whose factors are not all served by the letters of a sentence cannot match there. One factor of a
// rule are the atoms that a match can begin with. The gate only leaves out searches that would be
// in vain: what is found does not depend on it.
//
//   Gate gate;
//   gate.add_rule(pattern, alphabet.atoms());                       // for each rule, in order
//   Gate::Mask row = gate.mask_of(atoms of a letter) | ...;
//   if (gate.may_match(rule, row)) ...
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/alphabet.h"
#include "rules/bound_pattern.h"

namespace rawabit {

class Gate {
 public:
  static constexpr std::size_t kMaxFactors = 256;  // beyond them, rules are searched in vain
  using Mask = std::bitset<kMaxFactors>;

  void add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms);

  /// The factors that a letter with these atoms serves.
  [[nodiscard]] Mask mask_of(const AtomSet& atoms) const;
  /// `row`: what its letters serve together.
  [[nodiscard]] bool may_match(std::size_t rule, const Mask& row) const {
    return (rules_[rule].needs & row) == rules_[rule].needs;
  }
  /// Can a match that is not empty begin with a letter of that mask?
  [[nodiscard]] bool may_start(std::size_t rule, const Mask& letter) const {
    const std::uint32_t first = rules_[rule].first;
    return first == kNone || letter[first];
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct RuleFactors {
    Mask needs;
    std::uint32_t first = kNone;
  };
  std::uint32_t factor(const AtomSet& atoms);

  std::vector<AtomSet> factors_;
  std::vector<RuleFactors> rules_;
};

}  // namespace rawabit
