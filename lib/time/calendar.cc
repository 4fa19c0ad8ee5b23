#include "time/calendar.h"

#include <fmt/format.h>
#include <unicode/ucal.h>

#include <charconv>
#include <memory>

namespace rawabit {
namespace {

using CalendarHandle = std::unique_ptr<UCalendar, decltype(&ucal_close)>;

CalendarHandle open_hijri() {
  UErrorCode status = U_ZERO_ERROR;
  CalendarHandle calendar(
      ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status), &ucal_close);
  if (U_SUCCESS(status)) ucal_setAttribute(calendar.get(), UCAL_LENIENT, 0);
  return calendar;
}

constexpr double kMillisecondsPerDay = 86'400'000;

std::optional<Day> day_of_hijri(CalendarDate date) {
  const CalendarHandle calendar = open_hijri();
  if (!calendar) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(calendar.get());
  ucal_set(calendar.get(), UCAL_EXTENDED_YEAR, date.year);
  ucal_set(calendar.get(), UCAL_MONTH, date.month - 1);
  ucal_set(calendar.get(), UCAL_DATE, date.day);
  const UDate time = ucal_getMillis(calendar.get(), &status);  // fails where there is no such day
  if (U_FAILURE(status)) return std::nullopt;
  return Day(std::chrono::days(static_cast<int>(time / kMillisecondsPerDay)));
}

CalendarDate date_in_hijri(Day day) {
  const CalendarHandle calendar = open_hijri();
  if (!calendar) return {};
  UErrorCode status = U_ZERO_ERROR;
  const auto days = static_cast<double>(day.time_since_epoch().count());
  ucal_setMillis(calendar.get(), days * kMillisecondsPerDay, &status);
  const auto field = [&](UCalendarDateFields which) {
    return ucal_get(calendar.get(), which, &status);
  };
  return {field(UCAL_EXTENDED_YEAR), field(UCAL_MONTH) + 1, field(UCAL_DATE)};
}

std::optional<Day> day_of_gregorian(CalendarDate date) {
  const std::chrono::year_month_day found{std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
  if (!found.ok()) return std::nullopt;
  return Day(found);
}

CalendarDate date_in_gregorian(Day day) {
  const std::chrono::year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

bool is_year(Calendar calendar, int year) {
  // The Umm al-Qura tables end with 1600; before 1300 Hijri dates are computed, and rough.
  return calendar == Calendar::hijri ? year >= 1 && year <= 1600 : year >= 1000 && year <= 2999;
}

std::optional<Day> day_of(Calendar calendar, CalendarDate date) {
  if (!is_year(calendar, date.year) || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > 31) {
    return std::nullopt;
  }
  return calendar == Calendar::hijri ? day_of_hijri(date) : day_of_gregorian(date);
}

CalendarDate date_in(Calendar calendar, Day day) {
  return calendar == Calendar::hijri ? date_in_hijri(day) : date_in_gregorian(day);
}

Day end_of_month(Calendar calendar, CalendarDate month) {
  constexpr int kShortestMonth = 28;
  constexpr int kLongestMonth = 31;
  for (int day = kLongestMonth; day > kShortestMonth; --day) {
    month.day = day;
    if (const auto found = day_of(calendar, month)) return *found;
  }
  month.day = kShortestMonth;
  return day_of(calendar, month).value_or(Day());
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

std::string iso_day(Day day) {
  const CalendarDate date = date_in_gregorian(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&text](std::size_t at, std::size_t size) {
    int value = -1;
    const char* const end = text.data() + at + size;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc{} && stop == end ? value : -1;
  };
  const CalendarDate date{number(0, 4), number(5, 2), number(8, 2)};
  if (date.month < 1 || date.day < 1) return std::nullopt;
  return day_of(Calendar::gregorian, date);
}

}  // namespace rawabit
