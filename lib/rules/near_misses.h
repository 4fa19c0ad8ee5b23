// The rules that almost matched a sentence, and where they broke off.
//
// Takes the rules of a step and a row as the step finds it; gives, for each rule that matches
// nowhere in the row though it begins to, how far it got: the longest run of the parts of its
// pattern, from the first on, that matches; the token at which the next part failed; what that part
// wants and what the token is. Where all the other parts are there, but for one, that is told too:
// then the rule lacks that part alone. Parts are those of the outermost sequence.
//
//   for (const NearMiss& miss : near_misses(step.rules, classes, parse, row)) ...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/class_table.h"
#include "rules/parse.h"
#include "rules/rule_file.h"

namespace rawabit {

struct NearMiss {
  std::string rule = {}, file = {};
  int line = 0;
  int matched = 0;            ///< parts that matched before it broke off: of those that must stand
  int wanted = 0;             ///< parts that must stand, in all
  bool lacks_one = false;     ///< all the others are there
  std::uint32_t first = 0;    ///< tokens [first, last) that matched; empty: its first part lacks
  std::uint32_t last = 0;     ///< the token at which it broke off; the end of the row
  std::string expected = {};  ///< the parts that failed, as the rule has them
  std::vector<std::string> found =
      {};  ///< the classes of what stands there; none at the end of the row
};

/// In the order of the rules.
[[nodiscard]] std::vector<NearMiss> near_misses(const std::vector<Rule>& rules,
                                                const ClassTable& classes, const Parse& parse,
                                                std::size_t row);

/// Is `a` nearer to a match than `b`?
[[nodiscard]] bool is_nearer(const NearMiss& a, const NearMiss& b);

}  // namespace rawabit
