#include "rules/sideline.h"

#include <algorithm>

namespace rawabit {
namespace {

constexpr std::uint32_t kLongest = 2;  // words of an entry

/// Does an entry of the class end right before the token?
bool ends_before(const Parse& parse, std::uint32_t token, ClassId cls) {
  for (std::uint32_t back = 1; back <= std::min(kLongest, token); ++back) {
    const bool ends = std::ranges::any_of(parse.matches_at(token - back), [&](const auto& match) {
      return match.cls == cls && match.last == token;
    });
    if (ends) return true;
  }
  return false;
}

}  // namespace

bool is_on_the_sidelines(const Parse& parse, const Lexicon& lexicon, const FoundMention& meeting) {
  const ClassId sideline = lexicon.class_named("SIDELINE");
  if (ends_before(parse, meeting.first, sideline)) return true;
  return meeting.first > 0 &&
         ends_before(parse, meeting.first, lexicon.class_named("MEETING_PREFIX")) &&
         ends_before(parse, meeting.first - 1, sideline);
}

}  // namespace rawabit
