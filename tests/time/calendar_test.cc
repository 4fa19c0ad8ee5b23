#include "time/calendar.h"

#include <catch2/catch.hpp>
#include <string>

namespace rawabit {

TEST_CASE("Hijri days are those of Umm al-Qura") {
  struct {
    CalendarDate hijri;
    std::string iso;
  } const table[] = {
      {{1436, 10, 22}, "2015-08-07"}, {{1436, 9, 1}, "2015-06-18"}, {{1437, 1, 1}, "2015-10-14"},
      {{1441, 7, 7}, "2020-03-02"},   {{1441, 8, 5}, "2020-03-29"}, {{1300, 1, 1}, "1882-11-12"},
      {{1445, 9, 1}, "2024-03-11"},
  };
  for (const auto& row : table) {
    INFO(row.iso);
    const auto day = day_of(Calendar::hijri, row.hijri);
    REQUIRE(day);
    CHECK(iso_day(*day) == row.iso);
    CHECK(date_in(Calendar::hijri, *day) == row.hijri);
  }
}

TEST_CASE("a day and its date lead to each other in both calendars") {
  const Day first = *parse_iso_day("2000-01-01");
  for (int i = 0; i < 1500; i += 7) {
    const Day day = first + std::chrono::days(i * 10);
    for (const Calendar calendar : {Calendar::gregorian, Calendar::hijri}) {
      const CalendarDate date = date_in(calendar, day);
      CHECK(day_of(calendar, date) == day);
      CHECK(date_in(calendar, end_of_month(calendar, date) + std::chrono::days(1)).day == 1);
    }
  }
}

TEST_CASE("days that do not exist are none") {
  const CalendarDate gregorian[] = {{2015, 2, 29}, {2015, 13, 1}, {2015, 0, 1}, {2015, 1, 0},
                                    {2015, 1, 32}, {999, 1, 1},   {3000, 1, 1}, {2015, -1, 1}};
  for (const CalendarDate& date : gregorian) CHECK_FALSE(day_of(Calendar::gregorian, date));
  const CalendarDate hijri[] = {{1436, 9, 30}, {1436, 10, 31}, {1601, 1, 1}, {0, 1, 1}};
  for (const CalendarDate& date : hijri) CHECK_FALSE(day_of(Calendar::hijri, date));
}

TEST_CASE("ISO days are read exactly") {
  CHECK(parse_iso_day("2015-07-21"));
  for (const char* const text : {"", "2015", "2015-07", "2015-7-21", "2015-07-2x", "2015-07-21 ",
                                 "2015-02-30", "15-07-2021", "2015/07/21", "-015-07-21"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_day(text));
  }
}

TEST_CASE("Monday is 1 and Sunday is 7") {
  CHECK(weekday_of(*parse_iso_day("2015-07-20")) == 1);
  CHECK(weekday_of(*parse_iso_day("2015-07-26")) == 7);
}

}  // namespace rawabit
