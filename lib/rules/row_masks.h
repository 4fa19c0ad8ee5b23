// What each sentence of an article serves (gate.h), noted as its nodes are made.
//
// Many kinds of nodes serve the same factors: each such mask is kept once, and of its words those
// that are not 0. What a sentence serves only grows: a node that has been put into another is still
// counted, so that the gate lets pass a little more than it might.
//
//   RowMasks masks(gate);              // of one thread
//   masks.start_article(parse);        // when its first rows stand
//   const RowMasks::Row row = masks.of_row(parse, number);
//   row.candidates, row.served
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/key_table.h"
#include "rules/gate.h"
#include "rules/node_kinds.h"
#include "rules/parse.h"

namespace rawabit {

class RowMasks {
 public:
  /// The gate is finished, and must outlive them.
  explicit RowMasks(const Gate& gate) : gate_(gate) {}

  void start_article(const Parse& parse);

  struct Row {
    const Gate::Mask& served;                   ///< by its nodes together
    std::span<const std::uint64_t> candidates;  ///< a bit for each rule that may be worth asking
  };
  [[nodiscard]] Row of_row(const Parse& parse, std::size_t row) {
    if (nodes_seen_ != parse.nodes.size()) see_new_nodes(parse);
    const std::size_t words = gate_.always().size();
    return {served_[row], {candidates_.data() + row * words, words}};
  }
  /// To be called when the kinds were cleared.
  void forget_kinds();

 private:
  void see_new_nodes(const Parse& parse);
  void prepare(const Parse& parse, std::size_t node) const;
  /// Adds what nodes of the kind serve.
  void add_kind(const NodeKinds& kinds, KindId kind, Gate::Mask& together);
  /// Where in packed_ the mask is.
  [[nodiscard]] std::uint32_t place_of(const Gate::Mask& mask);
  /// Adds what the mask has and the row has not.
  void add(const Gate::Mask& mask, std::size_t row);

  const Gate& gate_;
  std::vector<std::uint32_t> of_kind_;  ///< places in packed_
  std::vector<std::uint64_t>
      packed_;            ///< of each mask a bit for each word that is not 0, and these
  KeyTable known_masks_;  ///< their places, by a hash
  std::vector<Gate::Mask> served_;
  std::vector<std::uint64_t> candidates_;  ///< of each row, a RuleSet of all phases
  std::size_t nodes_seen_ = 0;  ///< of the article: those before are in the masks of their rows
};

}  // namespace rawabit
