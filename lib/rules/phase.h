// One phase of the cascade: the rules of one file, run over each sentence's row of nodes.
//
// All matches of all rules are found on the row as it stands; of those that overlap in what they
// make, the one that starts first wins, then the longer, then the rule that stands first in the
// file. A phase that only relates (mode `relate`) keeps every match.
// A phase that makes mentions of mentions runs again (mode `repeat`) until nothing new is found, at
// most five times.
//
// Of the rules only those are searched for that can match the sentence by the letters it has
// (gate.h), only from where these letters can begin a match (openings.h), and only where there is
// one (automaton.h).
//
//   Result<PhaseRules> bound = PhaseRules::bind(rules, PhaseMode::chunk, classes, gate);
//   Phase phase(*bound, 0);     // of one thread: it learns letters as it meets new kinds of nodes
//   phase.run(parse, masks, speller);
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/apply.h"
#include "rules/automaton.h"
#include "rules/class_table.h"
#include "rules/gate.h"
#include "rules/openings.h"
#include "rules/parse.h"
#include "rules/program.h"
#include "rules/row_masks.h"
#include "rules/rule_file.h"
#include "rules/speller.h"

namespace rawabit {

enum class PhaseMode : std::uint8_t { chunk, repeat, relate };

/// The rules of a phase with everything looked up; read-only, shared by the threads.
class PhaseRules {
 public:
  /// Looks up the classes of the rules' patterns, and tells the gate what they need. `rules` and
  /// `classes` must outlive them. An unknown class, too large a pattern, and more classes than
  /// alphabet.h or gate.h allow are an Error with the rule's file and line.
  static Result<PhaseRules> bind(const std::vector<Rule>& rules, PhaseMode mode,
                                 const ClassTable& classes, Gate& gate);
  [[nodiscard]] const Alphabet& alphabet() const { return alphabet_; }

 private:
  friend class Phase;
  struct BoundRule {
    const Rule* rule = nullptr;
    RuleActions actions;
    Program program;
    std::size_t captures = 0;
  };
  PhaseRules(PhaseMode mode, const ClassTable& classes) : mode_(mode), classes_(&classes) {}

  PhaseMode mode_;
  const ClassTable* classes_;
  Alphabet alphabet_;
  Openings openings_;
  std::vector<BoundRule> rules_;
  std::vector<Gate::Needs> needs_;  ///< of the rules
  std::size_t first_word_ = 0;      ///< where the gate has them
};

class Phase {
 public:
  /// `rules` must outlive the phase; `number` is its own among those that use the same NodeKinds.
  Phase(const PhaseRules& rules, std::size_t number);

  /// `speller`: of all phases that use the NodeKinds.
  void run(Parse& parse, RowMasks& masks, Speller& speller);
  [[nodiscard]] Letters& letters() { return *letters_; }
  /// To be called when Parse::kinds was cleared.
  void forget_kinds();

 private:
  /// A rule's match.
  struct Hit {
    std::uint32_t rule = 0;
    std::uint32_t first = 0;  ///< what is made or, where nothing is, matched: tokens [first, last)
    std::uint32_t last = 0;
    std::uint32_t captures = 0;  ///< where its own begin in captures_: ascending as they are found
  };

  bool run_row(Parse& parse, std::size_t row, RowMasks& masks, Speller& speller);
  /// Finds the matches of all rules in the row.
  void find(const Parse& parse, std::size_t row, RowMasks& masks, Speller& speller);
  void spell(const Parse& parse, const std::vector<std::uint32_t>& nodes, Speller& speller);
  bool pass_gate(const RowMasks::Row& row);
  void find_rule(const Parse& parse, const std::vector<std::uint32_t>& nodes, std::size_t rule);
  Hit hit_of(const Parse& parse, const std::vector<std::uint32_t>& nodes, std::size_t rule);
  [[nodiscard]] Captures captures_of(const Hit& hit) const;
  void sort_hits();
  [[nodiscard]] std::size_t next_start(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                                       const Hit& hit) const;
  bool apply(Parse& parse, std::size_t row, const Hit& hit);

  const PhaseRules* rules_;
  std::size_t number_;
  std::unique_ptr<Letters> letters_;  ///< stays where it is: others refer to it
  std::vector<Automaton> automata_;   ///< of the rules
  LetterOpenings openings_;
  Search search_;
  RuleSet alive_;                    ///< those that the gate lets pass
  std::vector<Letter> spelled_;      ///< the current row
  std::vector<Hit> hits_;            ///< in it
  std::vector<TokenSpan> captures_;  ///< of each hit, for each capture (in order of opening)
};

}  // namespace rawabit
