// Parts of a date -> ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash.
//
// Takes what the words say and the day they are said on (the publication date; empty when it is not
// known). Gives "" when that is not enough, or when there is no such day. Rules:
// - a month or day without a year is the one at most six months away, the past one of two; with
//   "last" the last one before, with "next" the first one after the reference;
// - a weekday is the last one up to the reference; with "last" before it, with "next" after it;
// - a weekday beside "today", "yesterday" and the like outvotes them by up to three days, since the
//   day of publication is often the day after;
// - a week runs from Sunday to Saturday; a Hijri month or year is given as its first and last day;
// - the day stands before the month, unless only the other order gives the reference itself.
//
//   to_iso({.month = 2, .direction = -1}, "2020-03-02")   // "2020-02"
#pragma once

#include <string>
#include <string_view>

#include "time/date_parts.h"

namespace rawabit {

[[nodiscard]] std::string to_iso(const DateParts& parts, std::string_view reference);

/// "A/B". What one end leaves out (the month of "19" in "19 - 21 Shawwal") it takes from the other.
[[nodiscard]] std::string to_iso(const DateRange& range, std::string_view reference);

}  // namespace rawabit
