#include "resolve/within_dates.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "resolve/mention_attributes.h"
#include "time/to_iso.h"

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

bool lies_ahead(const Parse& parse, const Lexicon& lexicon, const FoundMention& date) {
  const std::string offset = attribute_in(parse, lexicon, date, "REL_DAY", "offset");
  if (!offset.empty()) return offset != "0" && !offset.starts_with('-');
  return attribute_in(parse, lexicon, date, "REL_MOD", "direction") == "1";
}

bool same_day(const Parse& parse, const Lexicon& lexicon, const FoundMention& a,
              const FoundMention& b) {
  if (is_particular(parse, lexicon, a) || is_particular(parse, lexicon, b)) return false;
  const std::string offset = attribute_in(parse, lexicon, a, "REL_DAY", "offset");
  const std::string other_offset = attribute_in(parse, lexicon, b, "REL_DAY", "offset");
  if (!offset.empty() && !other_offset.empty()) return offset == other_offset;
  const std::string weekday = attribute_in(parse, lexicon, a, "WEEKDAY", "weekday");
  return !weekday.empty() && weekday == attribute_in(parse, lexicon, b, "WEEKDAY", "weekday");
}

std::string iso_date(const Parse& parse, const MentionGroup& group, const DateReader& dates,
                     std::string_view published) {
  const auto tokens = [&](std::uint32_t m) {
    return parse.mentions[m].last - parse.mentions[m].first;
  };
  std::vector<std::uint32_t> fullest_first = group.mentions;
  std::ranges::stable_sort(fullest_first, std::greater<>{}, tokens);
  for (const std::uint32_t m : fullest_first) {
    const FoundMention& found = parse.mentions[m];
    const auto reading = dates.read(*parse.text, found.first, found.last);
    if (!reading) continue;
    if (std::string iso = to_iso(reading->range, published); !iso.empty()) return iso;
  }
  return {};
}

std::vector<MentionGroup> join_same_dates(const Parse& parse, std::vector<MentionGroup> groups,
                                          const DateReader& dates, std::string_view published) {
  std::map<std::string, std::size_t> by_iso;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].type != EntityType::date) continue;
    const std::string iso = iso_date(parse, groups[g], dates, published);
    if (iso.empty()) continue;
    const auto [known, is_new] = by_iso.try_emplace(iso, g);
    if (is_new) continue;
    auto& mentions = groups[known->second].mentions;
    mentions.insert(mentions.end(), groups[g].mentions.begin(), groups[g].mentions.end());
    std::ranges::sort(mentions, {},
                      [&](std::uint32_t m) { return std::pair(parse.mentions[m].first, m); });
    groups[g].mentions.clear();
  }
  std::erase_if(groups, [](const MentionGroup& group) { return group.mentions.empty(); });
  return groups;
}

}  // namespace rawabit
