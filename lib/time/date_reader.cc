#include "time/date_reader.h"

#include <utility>
#include <vector>

namespace rawabit {
namespace {

bool is_empty(const DateParts& parts) { return parts == DateParts{.calendar = parts.calendar}; }

/// Puts the words of a date together, from left to right. A word that says again, but otherwise,
/// what was said before begins another date.
class Assembler {
 public:
  void add(const DateWord& word) {
    if (!word.numbers.empty()) {
      for (const DateParts& parts : word.numbers) add_numbers(parts);
    } else if (word.ago) {
      ago_ = word.ago;
    } else if (word.month) {
      add_month(word);
    } else if (word.weekday) {
      set(&DateParts::weekday, *word.weekday);
    } else if (word.value) {
      add_number_in_words(*word.value);
    } else if (word.offset) {
      set(&DateParts::offset, *word.offset);
    } else if (word.unit) {
      add_unit(*word.unit, word.count);
      add_remark(word);  // "this week" says both
    } else {
      add_remark(word);
    }
    follows_unit_ = word.unit.has_value();
  }

  std::optional<DateRange> finish() && {
    close();
    prefer_gregorian();
    if (dates_.empty()) return std::nullopt;
    DateRange range{.from = dates_.front()};
    if (dates_.size() > 1) range.to = dates_.back();
    return range;
  }

 private:
  void close() {
    if (!is_empty(date_)) dates_.push_back(cleaned(date_));
    date_ = {};
  }

  void set(std::optional<int> DateParts::*part, int value) {
    if (date_.*part && date_.*part != value) close();
    date_.*part = value;
  }

  /// A lone day or year, or several parts that belong together.
  void add_numbers(const DateParts& parts) {
    const bool is_lone =
        parts.day.has_value() + parts.month.has_value() + parts.year.has_value() == 1;
    if (is_lone && parts.day) {
      set(&DateParts::day, *parts.day);
      return;
    }
    if (is_lone) {
      set(&DateParts::year, *parts.year);
      if (!date_.month) date_.calendar = parts.calendar;
      return;
    }
    if (date_.day || date_.month || date_.year) close();
    const auto weekday = date_.weekday;
    date_ = parts;
    date_.weekday = weekday;
  }

  void add_month(const DateWord& word) {
    const Calendar calendar = word.calendar.value_or(Calendar::gregorian);
    const bool is_other = date_.month && (date_.month != word.month || date_.calendar != calendar);
    if (is_other) close();
    date_.calendar = calendar;
    date_.month = word.month;
    if (word.day) date_.day = word.day;
  }

  void add_number_in_words(int value) {
    constexpr int kLastDay = 31;
    // "The second week" names no day.
    if (value >= 1 && value <= kLastDay && !follows_unit_) set(&DateParts::day, value);
  }

  void add_unit(PeriodUnit unit, std::optional<int> count) {
    if (ago_) {
      const int many = count.value_or(date_.day.value_or(1));
      if (!count) date_.day.reset();
      date_.offset = *ago_ * many;
      date_.unit = unit;
      ago_.reset();
    } else if (count == 1) {
      date_.unit = unit;
    } else if (!count) {
      date_.day.reset();  // "three days": the number was no day of the month
    }
  }

  /// Words that only say more of what was named.
  void add_remark(const DateWord& word) {
    if (word.season) date_.season = word.season;
    if (word.direction) {
      date_.direction = word.direction;
      date_.is_same_as_before = date_.is_same_as_before || word.is_same_as_before;
    }
    if (word.calendar && !date_.month) date_.calendar = *word.calendar;
  }

  /// Without nouns that only introduce what is named ("the month of March", "the year 2014").
  static DateParts cleaned(DateParts date) {
    if (date.offset && !date.unit && date.direction) date.is_same_as_before = true;
    if (date.offset) return date;
    const bool is_of_other_year = date.unit == PeriodUnit::year && date.direction && !date.year;
    if (date.month && date.unit != PeriodUnit::day && !is_of_other_year) date.unit.reset();
    if (date.year && date.unit == PeriodUnit::year) date.unit.reset();
    if (date.unit == PeriodUnit::day && (date.day || date.weekday)) date.unit.reset();
    return date;
  }

  /// Of one date in two calendars the Gregorian stays, if it is whole.
  void prefer_gregorian() {
    const auto is_whole = [](const DateParts& d) { return d.month && (d.day || d.year); };
    const bool has_both = dates_.size() == 2 && dates_[0].calendar != dates_[1].calendar &&
                          is_whole(dates_[0]) && is_whole(dates_[1]);
    if (!has_both) return;
    const bool keep_first = dates_[0].calendar == Calendar::gregorian;
    dates_ = {keep_first ? dates_[0] : dates_[1]};
  }

  DateParts date_ = {};
  std::vector<DateParts> dates_ = {};
  std::optional<int> ago_ = {};
  bool follows_unit_ = false;
};

}  // namespace

std::optional<DateReading> DateReader::read(const TokenizedText& text, std::uint32_t first,
                                            std::uint32_t last) const {
  const DateWords words = finder_.find(text, first, last);
  Assembler assembler;
  for (const DateWord& word : words.words) assembler.add(word);
  const std::optional<DateRange> range = std::move(assembler).finish();
  if (!range) return std::nullopt;
  return DateReading{*range, words.other_words};
}

}  // namespace rawabit
