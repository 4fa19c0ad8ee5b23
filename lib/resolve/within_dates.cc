#include "resolve/within_dates.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
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

constexpr std::uint32_t kDatelineWords = 4;  ///< before the day that a dateline tells

/// What the first mention of the group's date says, where it is no range.
std::optional<DateParts> parts_of(const Parse& parse, const MentionGroup& group,
                                  const DateReader& dates) {
  if (group.type != EntityType::date) return std::nullopt;
  const FoundMention& found = parse.mentions[group.mentions.front()];
  const auto reading = dates.read(*parse.text, found.first, found.last);
  if (!reading || reading->range.to) return std::nullopt;
  return reading->range.from;
}

/// "Geneva, 6 June (agency)": the day, without its year, in the opening words of the text.
bool is_of_dateline(const Parse& parse, const MentionGroup& group, const DateParts& day) {
  if (!day.month || !day.day || day.year) return false;
  const FoundMention& found = parse.mentions[group.mentions.front()];
  const auto& sentences = parse.text->sentences;
  if (found.sentence != parse.first_body_sentence || found.sentence >= sentences.size()) {
    return false;
  }
  return found.first <= sentences[found.sentence].first + kDatelineWords &&
         found.last < sentences[found.sentence].last &&
         parse.text->tokens[found.last].kind == TokenKind::punctuation;
}

/// Where nothing tells the year, "today" is the day of the dateline still.
void join_today(const Parse& parse, std::vector<MentionGroup>& groups, const DateReader& dates) {
  MentionGroup* dateline = nullptr;
  for (MentionGroup& group : groups) {
    const auto parts = parts_of(parse, group, dates);
    if (!parts) continue;
    if (dateline == nullptr && is_of_dateline(parse, group, *parts)) {
      dateline = &group;
    } else if (dateline != nullptr && parts->offset == 0 && !parts->unit) {
      dateline->mentions.insert(dateline->mentions.end(), group.mentions.begin(),
                                group.mentions.end());
      group.mentions.clear();
      return;
    }
  }
}

}  // namespace

bool lies_ahead(const Parse& parse, const Lexicon& lexicon, const FoundMention& date) {
  const std::string offset = attribute_in(parse, lexicon, date, "REL_DAY", "offset");
  if (!offset.empty()) return offset != "0" && !offset.starts_with('-');
  return attribute_in(parse, lexicon, date, "REL_MOD", "direction") == "1";
}

bool is_of_this_period(const Parse& parse, const Lexicon& lexicon, const FoundMention& date) {
  return attribute_in(parse, lexicon, date, "REL_DAY", "offset").empty() &&
         attribute_in(parse, lexicon, date, "REL_MOD", "direction") == "0";
}

bool is_last_day(const Parse& parse, const Lexicon& lexicon, const FoundMention& date) {
  if (date.first == 0) return false;
  const ClassId until = lexicon.class_named("UNTIL");
  return std::ranges::any_of(parse.matches_at(date.first - 1), [&](const auto& match) {
    return match.cls == until && match.last == date.first;
  });
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
  if (published.empty()) join_today(parse, groups, dates);
  std::erase_if(groups, [](const MentionGroup& group) { return group.mentions.empty(); });
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
