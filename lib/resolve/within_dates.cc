#include "resolve/within_dates.h"

#include <string>

#include "resolve/mention_attributes.h"

namespace rawabit {
namespace {

/// Says more than a relative day or a weekday.
bool is_particular(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention) {
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    if (parse.text->tokens[t].kind == TokenKind::number) return true;
  }
  return !attribute_in(parse, lexicon, mention, "MONTH", "month").empty() ||
         !attribute_in(parse, lexicon, mention, "REL_MOD", "direction").empty();
}

}  // namespace

bool same_day(const Parse& parse, const Lexicon& lexicon, const FoundMention& a,
              const FoundMention& b) {
  if (is_particular(parse, lexicon, a) || is_particular(parse, lexicon, b)) return false;
  const std::string offset = attribute_in(parse, lexicon, a, "REL_DAY", "offset");
  const std::string other_offset = attribute_in(parse, lexicon, b, "REL_DAY", "offset");
  if (!offset.empty() && !other_offset.empty()) return offset == other_offset;
  const std::string weekday = attribute_in(parse, lexicon, a, "WEEKDAY", "weekday");
  return !weekday.empty() && weekday == attribute_in(parse, lexicon, b, "WEEKDAY", "weekday");
}

}  // namespace rawabit
