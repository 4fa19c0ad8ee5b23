// What the words of a date say, before it is known which day they mean.
//
// "19 - 21 Shawwal 1436" is {day 19} to {hijri, day 21, month 10, year 1436}; "last February" is
// {month 2, direction -1}; "the 14th of last month" is {day 14, unit month, direction -1}; "two
// days ago" is {offset -2}. lib/time/date_reader.h makes them, lib/time/to_iso.h resolves them.
#pragma once

#include <cstdint>
#include <optional>

#include "time/calendar.h"

namespace rawabit {

enum class PeriodUnit : std::uint8_t { day, week, month, year };

/// The months that a season spans, the first of them in the year before where it is the later one.
struct Season {
  int from = 1;
  int to = 3;
  bool operator==(const Season&) const = default;
};

struct DateParts {
  Calendar calendar = Calendar::gregorian;
  std::optional<int> year = {};
  std::optional<int> month = {};
  std::optional<int> day = {};
  std::optional<int> weekday = {};  ///< 1 for Monday to 7 for Sunday
  std::optional<Season> season = {};

  std::optional<int> offset = {};  ///< so many units (days, if none is named) from the reference
  std::optional<PeriodUnit> unit = {};  ///< a period named without its number: "the month"; beside
                                        ///< a month the year that it is of ("of last year")
  std::optional<int> direction = {};    ///< -1 last, 0 this, 1 next: of unit, month or weekday

  /// "03-02-2020": day and month may also be the other way round.
  bool may_be_month_first = false;
  /// "the same month": the one that was spoken of, not the reference's.
  bool is_same_as_before = false;

  bool operator==(const DateParts&) const = default;
};

/// A day or period, or a range from one to the other.
struct DateRange {
  DateParts from;
  std::optional<DateParts> to = {};
};

}  // namespace rawabit
