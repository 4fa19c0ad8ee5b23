// The `shapes` lists: patterns over one whole folded word, each for a class.
//
// A pattern that RE2 does not take is refused with file and line.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lists.h"

namespace rawabit {

class ShapeSet {
 public:
  static Result<ShapeSet> compile(const std::vector<ShapeLine>& lines);

  /// The classes whose pattern fits the whole of `word`, ascending, each once.
  [[nodiscard]] std::vector<ClassId> match(std::string_view word) const;

 private:
  std::vector<ClassId> classes_;                // of each pattern
  std::vector<std::unique_ptr<RE2>> patterns_;  // for when the set runs out of memory
  std::unique_ptr<RE2::Set> set_;
};

}  // namespace rawabit
