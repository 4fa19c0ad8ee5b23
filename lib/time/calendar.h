// Days, months and years in the Gregorian and the Hijri calendar (Umm al-Qura, by ICU).
//
//   day_of(Calendar::hijri, {1436, 10, 19})                   // 2015-08-04
//   date_in(Calendar::hijri, parse_iso_day("2015-08-04"))     // {1436, 10, 19}
//
// A date that does not exist (30 February, month 13) gives nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rawabit {

enum class Calendar : std::uint8_t { gregorian, hijri };

using Day = std::chrono::sys_days;

struct CalendarDate {
  int year = 0;
  int month = 1;
  int day = 1;
  auto operator<=>(const CalendarDate&) const = default;
};

/// The years that news speak of; what lies outside is no year.
[[nodiscard]] bool is_year(Calendar calendar, int year);

[[nodiscard]] std::optional<Day> day_of(Calendar calendar, CalendarDate date);
[[nodiscard]] CalendarDate date_in(Calendar calendar, Day day);

/// The last day of a month. Precondition: its first day exists.
[[nodiscard]] Day end_of_month(Calendar calendar, CalendarDate month);

/// 1 for Monday to 7 for Sunday, as in ISO 8601.
[[nodiscard]] int weekday_of(Day day);

[[nodiscard]] std::string iso_day(Day day);
/// Of "2015-07-21" exactly.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace rawabit
