// Are two mentions of meetings in an article one meeting?
//
// They are unless something tells them apart: the kind of their noun (gazetteer attribute kind: a
// visit is no meeting, an exercise is no course), their ordinals, the words that name them (both
// have some, and none in common), or another encounter between them (resolve/encounters.h).
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/encounters.h"
#include "rules/parse.h"

namespace rawabit {

class MeetingComparison {
 public:
  MeetingComparison(const Parse& parse, const Lexicon& lexicon);

  /// May `mention` join the group?
  [[nodiscard]] bool joins(const std::vector<std::uint32_t>& group, std::uint32_t mention) const;

 private:
  const Parse& parse_;
  const Lexicon& lexicon_;
  std::vector<Encounter> encounters_;
};

}  // namespace rawabit
