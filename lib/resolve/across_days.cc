#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <optional>

#include "resolve/across_graph.h"

namespace rawabit {
namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

DayRange days_of_one(std::string_view iso) {
  const std::optional<int> year = number(iso.substr(0, 4));
  if (!year || iso.size() < 4) return {};
  if (iso.size() == 4) return {fmt::format("{}-01-01", iso), fmt::format("{}-12-31", iso)};
  const std::optional<int> month = iso.size() < 7 ? std::nullopt : number(iso.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return {};
  if (iso.size() == 7) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{*year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(*month)}}};
    return {fmt::format("{}-01", iso),
            fmt::format("{}-{:02}", iso, static_cast<unsigned>(last.day()))};
  }
  if (iso.size() < 10 || !number(iso.substr(8, 2))) return {};
  return {std::string(iso.substr(0, 10)), std::string(iso.substr(0, 10))};
}

}  // namespace

DayRange days_of(std::string_view iso) {
  const std::size_t slash = iso.find('/');
  if (slash == std::string_view::npos) return days_of_one(iso);
  DayRange first = days_of_one(iso.substr(0, slash));
  DayRange last = days_of_one(iso.substr(slash + 1));
  if (first.first.empty() || last.last.empty()) return {};
  return {first.first, last.last};
}

}  // namespace rawabit
