#include "time/to_iso.h"

#include <catch2/catch.hpp>
#include <string>

namespace rawabit {
namespace {

constexpr auto kHijri = Calendar::hijri;
constexpr auto kWeek = PeriodUnit::week;
constexpr auto kMonth = PeriodUnit::month;
constexpr auto kYear = PeriodUnit::year;

struct Row {
  std::string what;
  DateParts parts;
  std::string reference, iso;
};

void check(const Row& row) {
  INFO(row.what << ", said on " << row.reference);
  CHECK(to_iso(row.parts, row.reference) == row.iso);
}

}  // namespace

TEST_CASE("full dates need no reference") {
  const Row table[] = {
      {"a day", {.year = 2020, .month = 3, .day = 1}, "", "2020-03-01"},
      {"a month", {.year = 2020, .month = 3}, "", "2020-03"},
      {"a year", {.year = 2014}, "", "2014"},
      {"a leap day", {.year = 2016, .month = 2, .day = 29}, "", "2016-02-29"},
      {"no leap day", {.year = 2015, .month = 2, .day = 29}, "", ""},
      {"no such day", {.year = 2015, .month = 6, .day = 31}, "", ""},
      {"no such month", {.year = 2015, .month = 13, .day = 1}, "", ""},
      {"no such year", {.year = 15, .month = 3, .day = 1}, "", ""},
      {"the weekday does not matter",
       {.year = 2020, .month = 3, .day = 1, .weekday = 3},
       "",
       "2020-03-01"},
      {"a Hijri day", {.calendar = kHijri, .year = 1436, .month = 10, .day = 22}, "", "2015-08-07"},
      {"a Hijri month",
       {.calendar = kHijri, .year = 1436, .month = 9},
       "",
       "2015-06-18/2015-07-16"},
      {"a Hijri year", {.calendar = kHijri, .year = 1436}, "", "2014-10-25/2015-10-13"},
      {"no such Hijri day", {.calendar = kHijri, .year = 1436, .month = 9, .day = 30}, "", ""},
      {"no such Hijri year", {.calendar = kHijri, .year = 1700}, "", ""},
      {"a Hijri month in a Gregorian year",
       {.calendar = kHijri, .year = 2015, .month = 9},
       "",
       "2015-06-18/2015-07-16"},
      {"a summer", {.year = 2015, .season = Season{6, 8}}, "", "2015-06/2015-08"},
      {"a winter of two years", {.year = 2015, .season = Season{12, 2}}, "", ""},
      {"nothing", {}, "2020-03-01", ""},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("digits stand day first, unless only month first is the reference") {
  const DateParts open{.year = 2020, .month = 2, .day = 3, .may_be_month_first = true};
  check({"not known", open, "", "2020-02-03"});
  check({"month first", open, "2020-03-02", "2020-03-02"});
  check({"near is not enough", open, "2020-03-03", "2020-02-03"});
  check({"day first", open, "2020-02-03", "2020-02-03"});
  check({"settled", {.year = 2020, .month = 2, .day = 3}, "2020-03-02", "2020-02-03"});
}

TEST_CASE("a month or day without a year is the one at most six months away") {
  const Row table[] = {
      {"no reference", {.month = 3, .day = 1}, "", ""},
      {"the past one", {.month = 7, .day = 14}, "2015-07-21", "2015-07-14"},
      {"the coming one", {.month = 8, .day = 3}, "2015-07-22", "2015-08-03"},
      {"over New Year, back", {.month = 12, .day = 30}, "2016-01-02", "2015-12-30"},
      {"over New Year, ahead", {.month = 1, .day = 5}, "2015-12-30", "2016-01-05"},
      {"the month that is now", {.month = 7}, "2015-07-22", "2015-07"},
      {"a month", {.month = 9}, "2015-07-22", "2015-09"},
      {"a month that is nearer in the past", {.month = 2}, "2015-07-24", "2015-02"},
      {"a leap day in no leap year", {.month = 2, .day = 29}, "2015-03-01", ""},
      {"Hijri", {.calendar = kHijri, .month = 10, .day = 19}, "2015-07-22", "2015-08-04"},
      {"over the Hijri New Year",
       {.calendar = kHijri, .month = 1, .day = 1},
       "2015-10-10",
       "2015-10-14"},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("last and next choose the year") {
  const Row table[] = {
      {"last February", {.month = 2, .direction = -1}, "2020-03-02", "2020-02"},
      {"last February, in February", {.month = 2, .direction = -1}, "2020-02-10", "2019-02"},
      {"last October", {.month = 10, .direction = -1}, "2020-03-02", "2019-10"},
      {"next September", {.month = 9, .direction = 1}, "2015-07-23", "2015-09"},
      {"next January", {.month = 1, .direction = 1}, "2015-07-23", "2016-01"},
      {"next July, in July", {.month = 7, .direction = 1}, "2015-07-23", "2016-07"},
      {"last 20 June", {.month = 6, .day = 20, .direction = -1}, "2015-07-22", "2015-06-20"},
      {"this 17 July", {.month = 7, .day = 17, .direction = 0}, "2015-07-22", "2015-07-17"},
      {"this Shawwal",
       {.calendar = kHijri, .month = 10, .day = 19, .direction = 0},
       "2015-07-22",
       "2015-08-04"},
      {"last Ramadan",
       {.calendar = kHijri, .month = 9, .direction = -1},
       "2015-07-22",
       "2015-06-18/2015-07-16"},
      {"no reference", {.month = 2, .direction = -1}, "", ""},
      {"last summer, in summer",
       {.season = Season{6, 8}, .direction = -1},
       "2015-07-24",
       "2014-06/2014-08"},
      {"next winter", {.season = Season{12, 2}, .direction = 1}, "2015-07-24", "2015-12/2016-02"},
      {"autumn", {.season = Season{9, 11}}, "2015-07-23", "2015-09/2015-11"},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("days counted from the reference") {
  const Row table[] = {
      {"today", {.offset = 0}, "2015-07-21", "2015-07-21"},
      {"yesterday", {.offset = -1}, "2015-07-01", "2015-06-30"},
      {"the day before", {.offset = -2}, "2015-01-01", "2014-12-30"},
      {"tomorrow", {.offset = 1}, "2016-02-28", "2016-02-29"},
      {"no reference", {.offset = -1}, "", ""},
      {"no such reference", {.offset = -1}, "2015-02-30", ""},
      {"today Tuesday", {.weekday = 2, .offset = 0}, "2015-07-21", "2015-07-21"},
      {"today Monday, published on Tuesday",
       {.weekday = 1, .offset = 0},
       "2015-07-21",
       "2015-07-20"},
      {"yesterday Monday, published on Wednesday",
       {.weekday = 1, .offset = -1},
       "2015-07-22",
       "2015-07-20"},
      {"two days ago", {.offset = -2, .unit = PeriodUnit::day}, "2015-07-21", "2015-07-19"},
      {"a week ago", {.offset = -1, .unit = kWeek}, "2015-07-21", "2015-07-14"},
      {"three months ago", {.offset = -3, .unit = kMonth}, "2015-02-21", "2014-11"},
      {"in ten months", {.offset = 10, .unit = kMonth}, "2015-02-21", "2015-12"},
      {"two years ago", {.offset = -2, .unit = kYear}, "2015-02-21", "2013"},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("a weekday is the last one") {
  const Row table[] = {
      // 2015-07-21 is a Tuesday
      {"the same day", {.weekday = 2}, "2015-07-21", "2015-07-21"},
      {"the day before", {.weekday = 1}, "2015-07-21", "2015-07-20"},
      {"six days before", {.weekday = 3}, "2015-07-21", "2015-07-15"},
      {"last, the same day", {.weekday = 2, .direction = -1}, "2015-07-21", "2015-07-14"},
      {"last", {.weekday = 7, .direction = -1}, "2015-07-21", "2015-07-19"},
      {"next, the same day", {.weekday = 2, .direction = 1}, "2015-07-21", "2015-07-28"},
      {"next", {.weekday = 3, .direction = 1}, "2015-07-21", "2015-07-22"},
      {"no reference", {.weekday = 3}, "", ""},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("weeks, months and years around the reference") {
  const Row table[] = {
      {"this week", {.unit = kWeek, .direction = 0}, "2015-07-21", "2015-07-19/2015-07-25"},
      {"this week, on a Sunday",
       {.unit = kWeek, .direction = 0},
       "2015-07-19",
       "2015-07-19/2015-07-25"},
      {"last week", {.unit = kWeek, .direction = -1}, "2015-07-21", "2015-07-12/2015-07-18"},
      {"last month", {.unit = kMonth, .direction = -1}, "2015-01-21", "2014-12"},
      {"next month", {.unit = kMonth, .direction = 1}, "2015-12-21", "2016-01"},
      {"this month", {.unit = kMonth, .direction = 0}, "2015-12-21", "2015-12"},
      {"the 14th of last month",
       {.day = 14, .unit = kMonth, .direction = -1},
       "2015-08-02",
       "2015-07-14"},
      {"the 31st of last month", {.day = 31, .unit = kMonth, .direction = -1}, "2015-07-02", ""},
      {"last year", {.unit = kYear, .direction = -1}, "2015-07-24", "2014"},
      {"this Hijri year",
       {.calendar = kHijri, .unit = kYear, .direction = 0},
       "2015-07-24",
       "2014-10-25/2015-10-13"},
      {"the next day", {.unit = PeriodUnit::day, .direction = 1}, "2015-07-24", "2015-07-25"},
      {"the month", {.unit = kMonth}, "2015-07-24", ""},
      {"the same month",
       {.unit = kMonth, .direction = 0, .is_same_as_before = true},
       "2015-07-24",
       ""},
      {"no reference", {.unit = kYear, .direction = -1}, "", ""},
  };
  for (const Row& row : table) check(row);
}

TEST_CASE("the ends of a range complete each other") {
  struct {
    std::string what;
    DateRange range;
    std::string reference, iso;
  } const table[] = {
      {"years", {{.year = 2015}, DateParts{.year = 2019}}, "", "2015/2019"},
      {"days of a Hijri month",
       {{.day = 19}, DateParts{.calendar = kHijri, .year = 1436, .month = 10, .day = 21}},
       "",
       "2015-08-04/2015-08-06"},
      {"days of this month",
       {{.day = 19}, DateParts{.calendar = kHijri, .month = 10, .day = 21, .direction = 0}},
       "2015-07-22",
       "2015-08-04/2015-08-06"},
      {"days of two months",
       {{.month = 7, .day = 28}, DateParts{.year = 2015, .month = 8, .day = 3}},
       "",
       "2015-07-28/2015-08-03"},
      {"months", {{.month = 3}, DateParts{.year = 2015, .month = 5}}, "", "2015-03/2015-05"},
      {"the year first",
       {{.year = 2015, .month = 3, .day = 30}, DateParts{.month = 4, .day = 2}},
       "",
       "2015-03-30/2015-04-02"},
      {"weekdays",
       {{.weekday = 7}, DateParts{.weekday = 2}},
       "2015-07-21",
       "2015-07-19/2015-07-21"},
      {"Hijri months",
       {{.calendar = kHijri, .year = 1436, .month = 9},
        DateParts{.calendar = kHijri, .year = 1436, .month = 10}},
       "",
       "2015-06-18/2015-08-15"},
      {"the end before the begin", {{.year = 2019}, DateParts{.year = 2015}}, "", ""},
      {"no end", {{.year = 2015}, {}}, "", "2015"},
      {"nothing is known", {{.day = 3}, DateParts{.day = 5}}, "2015-07-21", ""},
  };
  for (const auto& row : table) {
    INFO(row.what);
    CHECK(to_iso(row.range, row.reference) == row.iso);
  }
}

}  // namespace rawabit
