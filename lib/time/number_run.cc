#include "time/number_run.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace rawabit {
namespace {

bool is_day(int value) { return value >= 1 && value <= 31; }
bool is_month(int value) { return value >= 1 && value <= 12; }
bool is_any_year(int value) { return value >= 1000 && value <= 2999; }

/// A year that nobody marks as Hijri: the Hijri years of living memory are long past in the other
/// calendar.
Calendar calendar_of(int year) {
  return year >= 1300 && year <= 1500 ? Calendar::hijri : Calendar::gregorian;
}

std::optional<DateParts> year_alone(int value) {
  if (!is_any_year(value)) return std::nullopt;
  return DateParts{.calendar = calendar_of(value), .year = value};
}

std::optional<DateParts> lone_number(int value) {
  if (is_day(value)) return DateParts{.day = value};
  return year_alone(value);
}

/// A year of two digits: of this century, or one of the last decades of the other.
int whole_year(int value) {
  constexpr int kLastOfThisCentury = 69;
  if (value < 0 || value > 99) return value;
  return value + (value <= kLastOfThisCentury ? 2000 : 1900);
}

/// Year, month and day of three numbers, the year at either end.
std::optional<DateParts> three_numbers(std::span<const int> values, bool may_be_short) {
  const bool year_first = is_any_year(values[0]);
  const int last = may_be_short ? whole_year(values[2]) : values[2];
  const int year = year_first ? values[0] : last;
  int day = year_first ? values[2] : values[0];
  int month = values[1];
  if (!is_any_year(year)) return std::nullopt;
  if (!is_month(month) && is_month(day)) std::swap(day, month);
  if (!is_month(month) || !is_day(day)) return std::nullopt;
  const Calendar calendar = calendar_of(year);
  return DateParts{.calendar = calendar,
                   .year = year,
                   .month = month,
                   .day = day,
                   .may_be_month_first = !year_first && calendar == Calendar::gregorian &&
                                         values[0] == day && is_month(day) && day != month};
}

/// From the first to the last of several years.
std::vector<DateParts> years(std::span<const int> values) {
  if (!std::ranges::all_of(values, is_any_year)) return {};
  return {*year_alone(values.front()), *year_alone(values.back())};
}

/// The run without a time of day at its end ("28/2/2025 - 15:14").
NumberRun without_time(NumberRun run) {
  if (run.separators.empty() || run.separators.back() != ':') return run;
  run.values.resize(run.values.size() - 2);
  run.separators.resize(run.values.empty() ? 0 : run.values.size() - 1);
  return run;
}

std::vector<DateParts> two_numbers(const NumberRun& run) {
  const int first = run.values[0];
  const int second = run.values[1];
  if (run.separators[0] == '.') return {};  // a fraction
  if (run.separators[0] == '/' && is_day(first) && is_month(second)) {
    return {DateParts{.month = second, .day = first}};
  }
  const auto from = lone_number(first);
  const auto to = lone_number(second);
  if (!from || !to) return {};
  return {*from, *to};
}

/// "3-5/3/2016": two days of one month.
std::vector<DateParts> days_of_month(const NumberRun& run) {
  const bool is_range = run.values.size() == 4 && run.separators[0] == '-' &&
                        run.separators[1] == '/' && run.separators[2] == '/';
  if (!is_range) return {};
  const auto last = three_numbers(std::span(run.values).subspan(1), /*may_be_short=*/true);
  if (!last || !is_day(run.values[0]) || run.values[0] > *last->day) return {};
  DateParts first = *last;
  first.day = run.values[0];
  return {first, *last};
}

}  // namespace

std::vector<DateParts> read_number_run(const NumberRun& whole) {
  const NumberRun run = without_time(whole);
  const bool has_time = std::ranges::find(run.separators, ':') != run.separators.end();
  if (has_time || run.values.empty()) return {};
  const std::span<const int> values = run.values;
  if (values.size() == 2) return two_numbers(run);
  std::vector<DateParts> parts;
  if (values.size() == 1) {
    if (const auto number = lone_number(values[0])) parts.push_back(*number);
    return parts;
  }
  if (auto listed = years(values); !listed.empty()) return listed;
  if (auto days = days_of_month(run); !days.empty()) return days;
  if (values.size() % 3 != 0) return {};
  for (std::size_t i = 0; i < values.size(); i += 3) {
    const bool may_be_short = run.separators[i] == '/' && run.separators[i + 1] == '/';
    const auto date = three_numbers(values.subspan(i, 3), may_be_short);
    if (!date) return {};
    parts.push_back(*date);
  }
  return parts.size() <= 2 ? parts : std::vector<DateParts>();
}

std::optional<int> small_number(std::string_view digits) {
  constexpr std::size_t kMost = 4;
  int value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.size() > kMost || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace rawabit
