// Are two mentions of dates in an article one day, and which?
//
// "yesterday" and "yesterday evening" are, by the same offset; "on Monday" and "yesterday, Monday"
// are, by the same weekday, where neither says more (a month, a number, "next").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_article.h"
#include "rules/parse.h"
#include "time/date_reader.h"

namespace rawabit {

[[nodiscard]] bool same_day(const Parse& parse, const Lexicon& lexicon, const FoundMention& a,
                            const FoundMention& b);

/// The ISO date of the fullest mention that tells it, in an article of the day `published`; empty
/// where none does.
[[nodiscard]] std::string iso_date(const Parse& parse, const MentionGroup& group,
                                   const DateReader& dates, std::string_view published);

/// Groups of dates that turn out to be one day or period become one: "today" and the day of
/// publication where the article writes it out.
[[nodiscard]] std::vector<MentionGroup> join_same_dates(const Parse& parse,
                                                        std::vector<MentionGroup> groups,
                                                        const DateReader& dates,
                                                        std::string_view published);

/// Does the date lie ahead, as its words say ("tomorrow", "next month")?
[[nodiscard]] bool lies_ahead(const Parse& parse, const Lexicon& lexicon, const FoundMention& date);

/// "The 22nd of the current month", which may lie ahead or not.
[[nodiscard]] bool is_of_this_period(const Parse& parse, const Lexicon& lexicon,
                                     const FoundMention& date);

/// "Until next Thursday": what lasts so long need not lie ahead.
[[nodiscard]] bool is_last_day(const Parse& parse, const Lexicon& lexicon,
                               const FoundMention& date);

}  // namespace rawabit
