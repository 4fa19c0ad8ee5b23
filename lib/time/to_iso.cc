#include "time/to_iso.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rawabit {
namespace {

/// A stretch of days, and its name in ISO 8601.
struct Period {
  Day first;
  Day last;
  std::string iso;
};
using Found = std::optional<Period>;

std::string range_iso(const std::string& first, const std::string& last) {
  return first + "/" + last;
}

Found period_of_day(Day day) { return Period{day, day, iso_day(day)}; }

Found period_of_days(Day first, Day last) {
  return Period{first, last, range_iso(iso_day(first), iso_day(last))};
}

Found period_of_month(Calendar calendar, int year, int month) {
  const auto first = day_of(calendar, {year, month, 1});
  if (!first) return std::nullopt;
  const Day last = end_of_month(calendar, {year, month, 1});
  if (calendar == Calendar::hijri) return period_of_days(*first, last);
  return Period{*first, last, fmt::format("{:04}-{:02}", year, month)};
}

Found period_of_year(Calendar calendar, int year) {
  const auto first = day_of(calendar, {year, 1, 1});
  if (!first) return std::nullopt;
  const Day last = end_of_month(calendar, {year, 12, 1});
  if (calendar == Calendar::hijri) return period_of_days(*first, last);
  return Period{*first, last, fmt::format("{:04}", year)};
}

/// The month so many months after that of `date`.
CalendarDate month_after(CalendarDate date, int months) {
  const int count = date.year * 12 + (date.month - 1) + months;
  return {count / 12, count % 12 + 1, 1};
}

Found period_of(Calendar calendar, int year, int month, std::optional<int> day) {
  if (!day) return period_of_month(calendar, year, month);
  const auto found = day_of(calendar, {year, month, *day});
  return found ? period_of_day(*found) : std::nullopt;
}

int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

/// How the years around the reference are tried for a date without one.
struct YearChoice {
  Day reference;
  std::optional<int> direction;

  /// Days from the reference, the smaller the better; nothing when it can't be this one.
  [[nodiscard]] std::optional<int> distance(const Period& period) const {
    constexpr int kHalfYear = 184;
    if (direction == -1) {
      return period.last < reference ? std::optional(days_between(period.last, reference))
                                     : std::nullopt;
    }
    if (direction == 1) {
      return period.first > reference ? std::optional(days_between(reference, period.first))
                                      : std::nullopt;
    }
    const int away =
        std::max({days_between(period.last, reference), days_between(reference, period.first), 0});
    return away <= kHalfYear ? std::optional(away) : std::nullopt;
  }
};

/// The best of the periods that `period_in` gives for the years around `year`; of two that are as
/// good the earlier one.
template <class PeriodIn>
Found in_best_year(int year, const YearChoice& choice, PeriodIn period_in) {
  Found best;
  int least = 0;
  for (const int candidate : {year - 1, year, year + 1, year + 2}) {
    Found period = period_in(candidate);
    const auto distance = period ? choice.distance(*period) : std::nullopt;
    if (!distance || (best && *distance >= least)) continue;
    best = std::move(period);
    least = *distance;
  }
  return best;
}

Found of_month(const DateParts& parts, Day reference) {
  return in_best_year(
      date_in(parts.calendar, reference).year, {reference, parts.direction},
      [&parts](int year) { return period_of(parts.calendar, year, *parts.month, parts.day); });
}

/// "October of last year".
Found of_other_year(const DateParts& parts, Day reference) {
  const int year = date_in(parts.calendar, reference).year + parts.direction.value_or(0);
  return period_of(parts.calendar, year, *parts.month, parts.day);
}

/// A Hijri month with a Gregorian year ("Ramadan 2015"): the one that begins in that year.
Found hijri_in_gregorian_year(const DateParts& parts) {
  const auto new_year = day_of(Calendar::gregorian, {*parts.year, 1, 1});
  if (!new_year) return std::nullopt;
  const int first = date_in(Calendar::hijri, *new_year).year;
  for (const int year : {first, first + 1}) {
    const auto begin = day_of(Calendar::hijri, {year, *parts.month, parts.day.value_or(1)});
    if (begin && date_in(Calendar::gregorian, *begin).year == *parts.year) {
      return period_of(Calendar::hijri, year, *parts.month, parts.day);
    }
  }
  return std::nullopt;
}

Found with_year(const DateParts& parts, std::optional<Day> reference) {
  if (!parts.month) return period_of_year(parts.calendar, *parts.year);
  if (parts.calendar == Calendar::hijri && !is_year(Calendar::hijri, *parts.year)) {
    return hijri_in_gregorian_year(parts);
  }
  Found day_first = period_of(parts.calendar, *parts.year, *parts.month, parts.day);
  if (!parts.may_be_month_first || !parts.day) return day_first;
  Found month_first = period_of(parts.calendar, *parts.year, *parts.day, parts.month);
  const bool is_reference = month_first && reference && month_first->first == *reference;
  return is_reference || !day_first ? month_first : day_first;
}

Found of_weekday(int weekday, std::optional<int> direction, Day reference) {
  const int back = (weekday_of(reference) - weekday + 7) % 7;
  if (direction == 1) return period_of_day(reference + std::chrono::days(7 - back));
  const int back_to_past = back == 0 && direction.value_or(0) < 0 ? 7 : back;
  const int weeks_more = direction == -2 ? 1 : 0;
  return period_of_day(reference - std::chrono::days(back_to_past + 7 * weeks_more));
}

/// The day of that weekday at most three days from `day`.
Day nearest_weekday(Day day, int weekday) {
  const int ahead = (weekday - weekday_of(day) + 7) % 7;
  return day + std::chrono::days(ahead > 3 ? ahead - 7 : ahead);
}

Found of_week(Day any_day) {
  const Day sunday = any_day - std::chrono::days(weekday_of(any_day) % 7);
  return period_of_days(sunday, sunday + std::chrono::days(6));
}

/// The period so many units from the one that the reference lies in.
Found of_unit(const DateParts& parts, int units, Day reference) {
  const CalendarDate now = date_in(parts.calendar, reference);
  switch (*parts.unit) {
    case PeriodUnit::day:
      return period_of_day(reference + std::chrono::days(units));
    case PeriodUnit::week:
      return of_week(reference + std::chrono::days(7 * units));
    case PeriodUnit::month: {
      const CalendarDate month = month_after(now, units);
      return period_of(parts.calendar, month.year, month.month, parts.day);
    }
    case PeriodUnit::year:
      return period_of_year(parts.calendar, now.year + units);
  }
  return std::nullopt;
}

/// "Until the 22nd current": of this month.
Found of_near_month(DateParts parts, Day reference) {
  parts.unit = PeriodUnit::month;
  return of_unit(parts, *parts.direction, reference);
}

Found with_offset(const DateParts& parts, Day reference) {
  const PeriodUnit unit = parts.unit.value_or(PeriodUnit::day);
  if (unit == PeriodUnit::week) {
    return period_of_day(reference + std::chrono::days(7 * *parts.offset));
  }
  if (unit != PeriodUnit::day) return of_unit(parts, *parts.offset, reference);
  const Day day = reference + std::chrono::days(*parts.offset);
  return period_of_day(parts.weekday ? nearest_weekday(day, *parts.weekday) : day);
}

Found of_season(Season season, int last_year) {
  const int first_year = season.from > season.to ? last_year - 1 : last_year;
  const Found first = period_of_month(Calendar::gregorian, first_year, season.from);
  const Found last = period_of_month(Calendar::gregorian, last_year, season.to);
  if (!first || !last) return std::nullopt;
  return Period{first->first, last->last, range_iso(first->iso, last->iso)};
}

Found with_season(const DateParts& parts, std::optional<Day> reference) {
  if (parts.year) {
    // "Winter 2015" may be either end of that year.
    return parts.season->from > parts.season->to ? std::nullopt
                                                 : of_season(*parts.season, *parts.year);
  }
  if (!reference) return std::nullopt;
  return in_best_year(date_in(Calendar::gregorian, *reference).year, {*reference, parts.direction},
                      [&parts](int year) { return of_season(*parts.season, year); });
}

Found resolve(const DateParts& parts, std::optional<Day> reference) {
  if (parts.is_same_as_before) return std::nullopt;
  if (parts.season) return with_season(parts, reference);
  if (parts.year && (parts.month || !parts.day)) return with_year(parts, reference);
  if (!reference) return std::nullopt;
  if (parts.month && parts.unit == PeriodUnit::year) return of_other_year(parts, *reference);
  if (parts.month) return of_month(parts, *reference);
  if (parts.offset) return with_offset(parts, *reference);
  if (parts.weekday) return of_weekday(*parts.weekday, parts.direction, *reference);
  if (parts.unit && parts.direction) return of_unit(parts, *parts.direction, *reference);
  if (parts.day && parts.direction) return of_near_month(parts, *reference);
  return std::nullopt;
}

/// What `parts` leaves out and the other end of the range says.
DateParts completed(DateParts parts, const DateParts& other) {
  const bool is_same_calendar = parts.calendar == other.calendar || !parts.month;
  if (!is_same_calendar) return parts;
  if (!parts.month && parts.day) {
    parts.calendar = other.calendar;
    parts.month = other.month;
    if (!parts.unit) parts.unit = other.unit;
  }
  if (!parts.year) parts.year = other.year;
  if (!parts.direction) parts.direction = other.direction;
  return parts;
}

}  // namespace

std::string to_iso(const DateParts& parts, std::string_view reference) {
  const Found found = resolve(parts, parse_iso_day(reference));
  return found ? found->iso : std::string();
}

std::string to_iso(const DateRange& range, std::string_view reference) {
  if (!range.to) return to_iso(range.from, reference);
  const std::optional<Day> day = parse_iso_day(reference);
  const Found first = resolve(completed(range.from, *range.to), day);
  const Found last = resolve(completed(*range.to, range.from), day);
  if (!first || !last || first->first > last->last) return {};
  const auto begin_of = [](const std::string& iso) { return iso.substr(0, iso.find('/')); };
  const auto end_of = [](const std::string& iso) { return iso.substr(iso.find('/') + 1); };
  return range_iso(begin_of(first->iso), end_of(last->iso));
}

}  // namespace rawabit
