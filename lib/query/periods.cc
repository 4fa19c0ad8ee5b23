#include "query/periods.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "lexicon/list_file.h"
#include "query/data_lines.h"
#include "text/fold.h"

namespace rawabit {
namespace {

constexpr int kDays = 31;

std::optional<int> digits_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<Period> period_of(int year, int month, int day) {
  namespace chrono = std::chrono;
  const chrono::year y(year);
  if (month == 0) return Period{fmt::format("{:04}-01-01", year), fmt::format("{:04}-12-31", year)};
  const chrono::month m(static_cast<unsigned>(month));
  if (!m.ok()) return std::nullopt;
  if (day == 0) {
    const auto last = static_cast<unsigned>(chrono::year_month_day_last(y, m / chrono::last).day());
    return Period{fmt::format("{:04}-{:02}-01", year, month),
                  fmt::format("{:04}-{:02}-{:02}", year, month, last)};
  }
  if (!chrono::year_month_day(y, m, chrono::day(static_cast<unsigned>(day))).ok()) return {};
  const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return Period{date, date};
}

/// The year, month or day that lies so many of them after that of `today`, YYYY-MM-DD.
std::optional<Period> period_from(const std::string& today, char unit, int by) {
  namespace chrono = std::chrono;
  constexpr std::size_t kDayLength = 10;
  if (today.size() != kDayLength) return std::nullopt;
  const auto year = digits_of(std::string_view(today).substr(0, 4));
  const auto month = digits_of(std::string_view(today).substr(5, 2));
  const auto day = digits_of(std::string_view(today).substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  if (unit == 'y') return period_of(*year + by, 0, 0);
  const chrono::year_month_day from(chrono::year(*year),
                                    chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day)));
  if (!from.ok()) return std::nullopt;
  const chrono::year_month_day to =
      unit == 'm' ? from.year() / from.month() / 1 + chrono::months(by)
                  : chrono::year_month_day(chrono::sys_days(from) + chrono::days(by));
  return period_of(static_cast<int>(to.year()), static_cast<int>(static_cast<unsigned>(to.month())),
                   unit == 'm' ? 0 : static_cast<int>(static_cast<unsigned>(to.day())));
}

WordKeys keys_of(const QuestionWord& word, bool with_proclitics) {
  WordKeys keys;
  if (!with_proclitics) keys.push_back(word.key);
  for (const QuestionWord::Rest& rest : word.rests) keys.push_back(rest.key);
  return keys;
}

}  // namespace

Result<Periods> Periods::load(const std::string& path) {
  Result<std::vector<ListLine>> lines = read_list_file(path);
  if (!lines) return lines.error();
  Periods periods;
  for (const ListLine& line : *lines) {
    if (line.columns.size() != 2) {
      return data_error(path, line.number, "expected a month and its forms, with a tab between");
    }
    if (Status added = periods.add_relative(line.columns[0], line.columns[1]); added) {
      continue;
    }
    const std::optional<int> value = digits_of(line.columns[0]);
    if (!value || *value < 0 || *value > 12) {
      return data_error(path, line.number, "expected a month from 1 to 12, or 0");
    }
    for (const std::string& form : split_trimmed(line.columns[1], '|')) {
      if (*value == 0) {
        periods.words_between_[name_key(form)] = true;
      } else {
        periods.months_[name_key(form)] = *value;
      }
    }
  }
  return periods;
}

/// year-1, month+0, day-1; not done where the value is no such.
Status Periods::add_relative(std::string_view value, std::string_view forms) {
  for (const std::string_view unit : {"year", "month", "day"}) {
    if (!value.starts_with(unit)) continue;
    std::string_view rest = value.substr(unit.size());
    const bool is_before = rest.starts_with('-');
    if (!rest.empty()) rest.remove_prefix(1);
    const std::optional<int> by = digits_of(rest);
    if (!by) break;
    for (const std::string& form : split_trimmed(forms, '|')) {
      relative_[name_key(form)] = {unit.front(), is_before ? -*by : *by};
    }
    return Done{};
  }
  return Error{Error::Kind::data, "no offset"};
}

bool Periods::is_relative(const Question& question) const {
  for (std::size_t i = 0; i < question.words.size(); ++i) {
    const bool has_next = i + 1 < question.words.size();
    for (const std::string& key : keys_of(question.words[i], false)) {
      if (relative_.contains(key)) return true;
      if (has_next && relative_.contains(key + ' ' + question.words[i + 1].key)) return true;
    }
  }
  return false;
}

std::optional<Period> Periods::relative(const std::vector<WordKeys>& words,
                                        const std::string& today) const {
  if (words.empty() || words.size() > 2) return std::nullopt;
  for (std::string key : words.front()) {
    if (words.size() == 2) key += ' ' + words[1].front();
    const auto found = relative_.find(key);
    if (found != relative_.end()) return period_from(today, found->second.unit, found->second.by);
  }
  return std::nullopt;
}

std::optional<int> Periods::month(const std::vector<WordKeys>& words, std::size_t first,
                                  std::size_t& length) const {
  for (const std::string& key : words[first]) {
    if (first + 1 < words.size()) {
      const auto both = months_.find(key + ' ' + words[first + 1].front());
      length = 2;
      if (both != months_.end()) return both->second;
    }
    const auto one = months_.find(key);
    length = 1;
    if (one != months_.end()) return one->second;
  }
  return std::nullopt;
}

std::optional<Periods::Item> Periods::item(const std::vector<WordKeys>& words, std::size_t first,
                                           const NumberWords& numbers) const {
  std::size_t length = 1;
  if (const auto found = month(words, first, length))
    return Item{Item::Kind::month, *found, length};
  for (const std::string& key : words[first]) {
    const auto digits = digits_of(key);
    if (digits && key.size() == 4) return Item{Item::Kind::year, *digits, 1};
    if (digits && *digits >= 1 && *digits <= kDays) return Item{Item::Kind::number, *digits, 1};
    if (words_between_.contains(key)) return Item{};
  }
  const auto number = numbers.at(words, first);
  if (!number || number->value > kDays) return std::nullopt;
  return Item{Item::Kind::number, number->value, static_cast<std::size_t>(number->words)};
}

std::optional<Period> Periods::at(const Question& question, int from, int to,
                                  const NumberWords& numbers) const {
  const auto begin = static_cast<std::size_t>(from) / 2;
  const auto end = static_cast<std::size_t>(to) / 2;
  std::vector<WordKeys> words;
  for (std::size_t i = begin; i < end; ++i) {
    words.push_back(keys_of(question.words[i], i == begin && from % 2 != 0));
    if (words.back().empty()) return std::nullopt;
  }
  if (auto found = relative(words, question.today)) return found;
  std::string shape;  // Y, M and N, a letter an item
  int year = 0;
  int month = 0;
  std::vector<int> rest;
  for (std::size_t i = 0; i < words.size();) {
    const std::optional<Item> found = item(words, i, numbers);
    const bool is_outside = i == 0 || i + 1 == words.size();
    if (!found || (found->kind == Item::Kind::between && is_outside)) return std::nullopt;
    i += found->words;
    if (found->kind == Item::Kind::between) continue;
    if (found->kind == Item::Kind::year) year = found->value;
    if (found->kind == Item::Kind::month) month = found->value;
    if (found->kind == Item::Kind::number) rest.push_back(found->value);
    shape += found->kind == Item::Kind::year ? 'Y' : found->kind == Item::Kind::month ? 'M' : 'N';
  }
  if (shape == "Y" || shape == "MY" || shape == "YM") return period_of(year, month, 0);
  if (shape == "NMY" || shape == "MNY") return period_of(year, month, rest[0]);
  if (shape == "YN") return period_of(year, rest[0], 0);
  if (shape == "YNN") return period_of(year, rest[0], rest[1]);
  if (shape == "NNY") return period_of(year, rest[1], rest[0]);
  return std::nullopt;
}

}  // namespace rawabit
