// What each sentence of an article serves (gate.h), noted as its nodes are made.
//
// Many kinds of nodes serve the same factors: each such mask is kept once. What a sentence serves
// only grows: a node that has been put into another is still counted, so that the gate lets pass a
// little more than it might.
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
  [[nodiscard]] const Gate::Mask& of_kind(const NodeKinds& kinds, KindId kind);
  [[nodiscard]] std::uint32_t number_of(const Gate::Mask& mask);
  /// Adds what the mask has and the row has not.
  void add(const Gate::Mask& mask, std::size_t row);

  const Gate& gate_;
  std::vector<std::uint32_t> of_kind_;  ///< numbers of masks
  std::vector<Gate::Mask> masks_;       ///< each once
  KeyTable known_masks_;                ///< their numbers, by a hash
  std::vector<Gate::Mask> served_;
  std::vector<std::uint64_t> candidates_;  ///< of each row, a RuleSet of all phases
  std::size_t nodes_seen_ = 0;  ///< of the article: those before are in the masks of their rows
};

}  // namespace rawabit
