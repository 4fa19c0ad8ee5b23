// One phase of the cascade: the rules of one file, run over each sentence's row of nodes.
//
// All matches of all rules are found on the row as it stands; of those that overlap in what they
// make, the one that starts first wins, then the longer, then the rule that stands first in the
// file. A phase that only relates (mode `relate`) keeps every match.
// A phase that makes mentions of mentions runs again (mode `repeat`) until nothing new is found, at
// most five times.
//
// A Phase belongs to one thread: it learns letters as it meets new kinds of nodes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/class_table.h"
#include "rules/parse.h"
#include "rules/rule_file.h"

namespace re2 {
class RE2;
}

namespace rawabit {

enum class PhaseMode : std::uint8_t { chunk, repeat, relate };

class Phase {
 public:
  /// Looks up the classes of the rules' patterns. `rules` must outlive the phase. An unknown class
  /// is an Error with the rule's file and line.
  static Result<Phase> bind(const std::vector<Rule>& rules, PhaseMode mode,
                            const ClassTable& classes);
  Phase(Phase&&) noexcept;
  Phase& operator=(Phase&&) noexcept;
  ~Phase();

  void run(Parse& parse);

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
  bool run_row(Parse& parse, std::size_t row);
  void learn(Parse& parse);
  void compile();
  std::string class_string(const Parse& parse, const std::vector<std::uint32_t>& row,
                           std::vector<std::uint32_t>& node_at);
  void find(const Parse& parse, std::size_t row, std::vector<Hit>& hits);
  void find_rule(const Parse& parse, std::size_t row, std::size_t rule, std::string_view letters,
                 const std::vector<std::uint32_t>& node_at, std::vector<Hit>& hits);
  [[nodiscard]] std::size_t next_start(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                                       const Hit& hit, const std::vector<std::uint32_t>& node_at,
                                       std::pair<std::size_t, std::size_t> matched) const;
  bool apply(Parse& parse, std::size_t row, const Hit& hit);

  PhaseMode mode_ = PhaseMode::chunk;
  const ClassTable* classes_ = nullptr;
  Alphabet alphabet_;
  std::size_t compiled_size_ = 0;
  std::vector<BoundRule> rules_;
};

}  // namespace rawabit
