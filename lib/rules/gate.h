// Which rules can match a sentence at all: a look at the kinds of its nodes, without their order.
//
// Every match of a rule needs some of its atoms: for each part that must stand, one of the atoms
// that this part can have (a factor). A kind of node serves some factors; a rule whose factors are
// not all served by the nodes of a sentence cannot match there, and a phase none of whose rules can
// does not even spell it. The gate only leaves out searches that would be in vain: what is found
// does not depend on it.
//
//   Gate gate;                                                   // one for all phases
//   gate.start_phase();
//   Result<Gate::Needs> needs = gate.add_rule(pattern, alphabet.atoms());
//   gate.finish();
//   Gate::Mask row = gate.mask_of(kinds, kind) | ...;
//   if (needs.may_match(row)) ...
//
// Most rules are asked in vain. Of what a rule needs one factor is rare: only a sentence that
// serves that one (row_masks.h notes it as it learns of the sentence's nodes) need be asked the
// rest.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/bound_pattern.h"
#include "rules/node_kinds.h"

namespace rawabit {

class Gate {
 public:
  static constexpr std::size_t kMaxFactors = 2048;
  /// A bit for each factor, 64 a word.
  using Mask = std::array<std::uint64_t, kMaxFactors / 64>;

  /// What a rule asks of a sentence.
  class alignas(64) Needs {  // one line of the cache
   public:
    static constexpr std::size_t kMost = 7;  // more would hardly tell more

    void add(std::size_t factor);
    /// `row`: what its nodes serve together.
    [[nodiscard]] bool may_match(const Mask& row) const {
      for (std::size_t i = 0; i < count_; ++i) {
        if ((row[words_[i]] & bits_[i]) != bits_[i]) return false;
      }
      return true;
    }

   private:
    std::array<std::uint64_t, kMost> bits_{};  ///< those needed in one word of the mask
    std::array<std::uint8_t, kMost> words_{};
    std::uint8_t count_ = 0;  ///< of words that have any
  };
  /// The rules added next are those of one phase more, which begins with this word of a RuleSet of
  /// all phases.
  std::size_t start_phase();
  /// Error: more than kMaxFactors.
  Result<Needs> add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms);
  /// To be called once, when all rules are added: makes each rule a candidate by its rarest factor
  /// alone, the one that the fewest rules ask for.
  void finish();

  /// A bit for each rule of all phases, 64 a word: those that ask for nothing.
  [[nodiscard]] std::span<const std::uint64_t> always() const { return always_; }
  /// The factors that make any rule a candidate.
  [[nodiscard]] const Mask& keys() const { return keys_; }
  /// The rules (bits of the same) that a sentence which serves the factor makes candidates.
  [[nodiscard]] std::span<const std::uint32_t> candidates(std::size_t factor) const {
    return {by_factor_.data() + by_factor_from_[factor],
            by_factor_.data() + by_factor_from_[factor + 1]};
  }

  /// The factors that the kind serves.
  [[nodiscard]] Mask mask_of(const NodeKinds& kinds, KindId kind) const;

 private:
  struct Served {
    ReadingMask admitted = 0;
    std::uint16_t factor = 0;
  };
  static constexpr std::uint16_t kNone = 0xFFFF;
  /// `set`: numbers of `atoms`.
  Result<std::uint16_t> factor(std::span<const std::size_t> set, std::span<const BoundAtom> atoms);

  std::map<std::vector<BoundAtom>, std::uint16_t> factors_;
  std::vector<std::vector<Served>> by_class_;
  struct Asked {
    bool is_rule = false;  ///< or nothing, between two phases
    std::vector<std::uint16_t> factors = {};
  };
  std::vector<Asked> asked_;
  std::vector<std::uint64_t> always_;
  Mask keys_{};
  std::vector<std::uint32_t> by_factor_;  ///< the candidates of all factors, one after another
  std::vector<std::uint32_t> by_factor_from_;
};

}  // namespace rawabit
