// Encounters: who met whom, sentence by sentence, and where a new encounter begins.
//
// Rules named encounter.* relate two sides by met_with; all that one sentence brings together is
// one encounter. Where there is none, those count who were greeted at their arrival (greeted.*). A
// later encounter with the same people goes on with the former; with others it opens a new part of
// the article, and "the meeting" said there is another one.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/parse.h"

namespace rawabit {

struct Encounter {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  ///< tokens [first, last) of the match
  std::uint32_t last = 0;
  std::uint32_t part = 0;            ///< number of the part of the article that it opens or goes on
  std::vector<std::uint32_t> sides;  ///< mentions
  bool is_greeting = false;          ///< at somebody's arrival, which says nothing of any talk
};

/// In the order of the text.
[[nodiscard]] std::vector<Encounter> find_encounters(const Parse& parse);

/// The part of the article in which the token stands: that of the last encounter that begins at or
/// before it, 0 before the first.
[[nodiscard]] std::uint32_t part_at(const std::vector<Encounter>& encounters, std::uint32_t token);

/// May the two mentions be one person or body? By their whole names, or their last words.
[[nodiscard]] bool are_one_side(const Parse& parse, std::uint32_t a, std::uint32_t b);

}  // namespace rawabit
