// The `shapes` lists: patterns over one whole folded word, each for a class.
//
// A pattern that RE2 does not take is refused with file and line. The simple ones, which are nearly
// all, are matched by an automaton of our own (shape_automaton.h), the others by RE2.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lists.h"
#include "lexicon/shape_automaton.h"

namespace rawabit {

class ShapeSet {
 public:
  static Result<ShapeSet> compile(const std::vector<ShapeLine>& lines);

  /// The classes whose pattern fits the whole of `word`, ascending, each once.
  [[nodiscard]] std::vector<ClassId> match(std::string_view word) const;

 private:
  void match_by_re2(std::string_view word, std::vector<ClassId>& found) const;

  ShapeAutomaton automaton_;
  std::vector<ClassId> of_automaton_;           // of each pattern that it took
  std::vector<ClassId> classes_;                // of each of the others
  std::vector<std::unique_ptr<RE2>> patterns_;  // for when the set runs out of memory
  std::unique_ptr<RE2::Set> set_;
};

}  // namespace rawabit
