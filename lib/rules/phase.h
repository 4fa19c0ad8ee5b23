// One phase of the cascade: the rules of one file, run over each sentence's row of nodes.
//
// All matches of all rules are found on the row as it stands; of those that overlap in what they
// make, the one that starts first wins, then the longer, then the rule that stands first in the
// file. A phase that only relates (mode `relate`) keeps every match.
// A phase that makes mentions of mentions runs again (mode `repeat`) until nothing new is found, at
// most five times.
//
// Of the rules only those are searched for that can match the sentence by the letters it has
// (gate.h).
//
// A Phase belongs to one thread: it learns letters as it meets new kinds of nodes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/class_table.h"
#include "rules/gate.h"
#include "rules/parse.h"
#include "rules/program.h"
#include "rules/rule_file.h"

namespace rawabit {

enum class PhaseMode : std::uint8_t { chunk, repeat, relate };

class Phase {
 public:
  /// Looks up the classes of the rules' patterns, and tells the gate what they need. `rules` must
  /// outlive the phase; `number` is its own among those that use the same NodeKinds. An unknown
  /// class is an Error with the rule's file and line.
  static Result<Phase> bind(const std::vector<Rule>& rules, PhaseMode mode,
                            const ClassTable& classes, std::size_t number, Gate& gate);
  Phase(Phase&&) noexcept;
  Phase& operator=(Phase&&) noexcept;
  ~Phase();

  void run(Parse& parse, RowMasks& masks);
  /// To be called when Parse::kinds was cleared.
  void forget_kinds();

 private:
  struct BoundRule;
  /// A rule's match: for each capture (in order of opening) the tokens that it holds.
  struct Hit {
    std::size_t rule = 0;
    std::uint32_t first = 0;  ///< what is made or, where nothing is, matched: tokens [first, last)
    std::uint32_t last = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> captures;
  };

  Phase();
  bool run_row(Parse& parse, std::size_t row, RowMasks& masks);
  /// Finds the matches of all rules in the row.
  void find(const Parse& parse, std::size_t row, RowMasks& masks);
  Letter letter(NodeKinds& kinds, KindId kind);
  void spell(const Parse& parse, const std::vector<std::uint32_t>& nodes, RowMasks& masks);
  void find_rule(const Parse& parse, const std::vector<std::uint32_t>& nodes, std::size_t rule);
  [[nodiscard]] Hit hit_of(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                           std::size_t rule) const;
  [[nodiscard]] std::size_t next_start(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                                       const Hit& hit) const;
  bool apply(Parse& parse, std::size_t row, const Hit& hit);

  std::size_t number_ = 0;
  PhaseMode mode_ = PhaseMode::chunk;
  const ClassTable* classes_ = nullptr;
  Alphabet alphabet_;
  std::vector<BoundRule> rules_;
  std::vector<Gate::Needs> needs_;  ///< of the rules; close together, as all are asked each time
  Search search_;
  std::vector<Letter> letters_;                ///< of the current row
  std::vector<const Gate::Mask*> node_masks_;  ///< of its nodes
  std::vector<Hit> hits_;                      ///< in it
};

}  // namespace rawabit
