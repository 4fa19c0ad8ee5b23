// Which rules can match a sentence at all: a look at the kinds of its nodes, without their order.
//
// Every match of a rule needs some of its atoms: for each part that must stand, one of the atoms
// that this part can have (a factor). A kind of node serves some factors; a rule whose factors are
// not all served by the nodes of a sentence cannot match there, and a phase none of whose rules can
// does not even spell it. The gate only leaves out searches that would be in vain: what is found
// does not depend on it.
//
//   Gate gate;                                                   // one for all phases
//   Result<Gate::Needs> needs = gate.add_rule(pattern, alphabet.atoms());
//   Gate::Mask row = gate.mask_of(kinds, kind) | ...;
//   if (needs.may_match(row)) ...
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/large_pages.h"
#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/bound_pattern.h"
#include "rules/node_kinds.h"
#include "rules/parse.h"

namespace rawabit {

class Gate {
 public:
  static constexpr std::size_t kMaxFactors = 2048;
  /// A bit for each factor, 64 a word.
  using Mask = std::array<std::uint64_t, kMaxFactors / 64>;

  /// What a rule asks of a sentence.
  class Needs {
   public:
    static constexpr std::size_t kMost = 7;  // more would hardly tell more

    void add(std::size_t factor);
    /// Asks first for what the fewest rules ask for, which most rows lack. `asked`: of each factor,
    /// by how many rules.
    void put_rarest_first(std::span<const std::uint32_t> asked);
    /// What is asked for first, of one word of the mask: most rows lack it.
    struct First {
      std::uint64_t bits = 0;
      std::size_t word = 0;
    };
    [[nodiscard]] First first() const { return {bits_[0], words_[0]}; }
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
  /// Of each factor, by how many rules it is asked for.
  [[nodiscard]] std::span<const std::uint32_t> asked() const { return asked_; }
  /// Error: more than kMaxFactors.
  Result<Needs> add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms);

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
  std::vector<std::uint32_t> asked_;
  std::vector<std::vector<Served>> by_class_;
};

/// The masks of the kinds and rows of the articles of one thread, worked out once.
class RowMasks {
 public:
  explicit RowMasks(const Gate& gate);

  void start_article(const Parse& parse);
  /// What the row's nodes serve together; also what nodes served that are no longer in it.
  const Gate::Mask& of_row(const Parse& parse, std::size_t row) {
    if (nodes_seen_ != parse.nodes.size()) see_new_nodes(parse);
    return rows_[row];
  }
  const Gate::Mask& of_kind(const NodeKinds& kinds, KindId kind);
  /// To be called when the kinds were cleared.
  void forget_kinds() { kinds_.clear(); }

 private:
  void see_new_nodes(const Parse& parse);

  const Gate& gate_;
  std::vector<Gate::Mask, LargePages<Gate::Mask>> kinds_;
  std::vector<Gate::Mask> rows_;
  std::size_t nodes_seen_ = 0;  ///< of the article: those before are in the masks of their rows
};

}  // namespace rawabit
