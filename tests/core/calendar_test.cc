#include "dossier/core/calendar.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace dossier {
namespace {

constexpr std::array kUnits{CalendarUnit::day, CalendarUnit::month, CalendarUnit::year, CalendarUnit::decade,
                            CalendarUnit::century};

Day day_of(int year, unsigned month, unsigned day) {
  return to_day({std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}});
}

std::string shown(const DayInterval& days) {
  return format_day(days.first) + ".." + format_day(days.last);
}

// The calendar counted by hand, so that it is not held against the same arithmetic it was made with.
struct Counted {
  int year;
  unsigned month = 1;
  unsigned day = 1;

  unsigned month_length() const {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  void step() {
    if (++day <= month_length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST(Calendar, CountsEveryDayOfSevenCenturies) {
  Counted date{.year = 1500};
  const Day last = day_of(2199, 12, 31);
  for (Day day = day_of(1500, 1, 1); day <= last; ++day, date.step()) {
    const std::chrono::year_month_day there = to_date(day);
    ASSERT_EQ(static_cast<int>(there.year()), date.year);
    ASSERT_EQ(static_cast<unsigned>(there.month()), date.month);
    ASSERT_EQ(static_cast<unsigned>(there.day()), date.day);
    ASSERT_EQ(to_day(there), day);
    ASSERT_TRUE(is_real_date(date.year, date.month, date.day));
  }
  EXPECT_EQ(date.year, 2200);
  EXPECT_EQ(day_of(1970, 1, 1), 0);
}

TEST(Calendar, ReadsBackEveryDayItWrites) {
  for (Day day = day_of(1890, 1, 1); day <= day_of(2110, 12, 31); ++day) {
    for (const CalendarUnit unit :
         {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year, CalendarUnit::decade}) {
      const std::string written = format_unit(unit, day);
      const auto read = parse_partial_date(written);
      ASSERT_TRUE(read) << written;
      ASSERT_EQ(read->precision, unit) << written;
      ASSERT_EQ(read->days, unit_interval(unit, day)) << written;
      ASSERT_EQ(format_partial_date(*read), written);
    }
  }
}

TEST(Calendar, TilesTheDaysWithEachUnit) {
  for (const CalendarUnit unit : kUnits) {
    SCOPED_TRACE(unit_name(unit));
    DayInterval before = unit_interval(unit, day_of(-420, 1, 1));
    while (before.last < day_of(420, 1, 1)) {
      const DayInterval next = unit_interval(unit, before.last + 1);
      ASSERT_EQ(next.first, before.last + 1);
      ASSERT_LE(next.first, next.last);
      ASSERT_EQ(unit_number(unit, next.first), unit_number(unit, before.last) + 1);
      ASSERT_EQ(unit_number(unit, next.last), unit_number(unit, next.first));
      ASSERT_EQ(unit_first_day(unit, unit_number(unit, next.last)), next.first);
      before = next;
    }
  }
}

TEST(Calendar, NamesTheUnitsAroundADay) {
  struct Row {
    Day day;
    CalendarUnit unit;
    std::string name;
    std::string days;
  };
  const std::vector<Row> rows = {
      {day_of(2013, 5, 24), CalendarUnit::day, "2013-05-24", "2013-05-24..2013-05-24"},
      {day_of(2013, 5, 24), CalendarUnit::month, "2013-05", "2013-05-01..2013-05-31"},
      {day_of(2013, 5, 24), CalendarUnit::year, "2013", "2013-01-01..2013-12-31"},
      {day_of(2013, 5, 24), CalendarUnit::decade, "2010s", "2010-01-01..2019-12-31"},
      {day_of(2013, 5, 24), CalendarUnit::century, "20c", "2000-01-01..2099-12-31"},
      {day_of(2012, 2, 10), CalendarUnit::month, "2012-02", "2012-02-01..2012-02-29"},
      {day_of(1900, 2, 10), CalendarUnit::month, "1900-02", "1900-02-01..1900-02-28"},
      {day_of(1999, 12, 31), CalendarUnit::decade, "1990s", "1990-01-01..1999-12-31"},
      {day_of(1999, 12, 31), CalendarUnit::century, "19c", "1900-01-01..1999-12-31"},
      {day_of(987, 6, 1), CalendarUnit::year, "0987", "0987-01-01..0987-12-31"},
      {day_of(5, 1, 1), CalendarUnit::decade, "BC0001s", "BC0001-01-01..0009-12-31"},
      {day_of(0, 2, 29), CalendarUnit::day, "BC0001-02-29", "BC0001-02-29..BC0001-02-29"},
      {day_of(-1, 12, 31), CalendarUnit::day, "BC0002-12-31", "BC0002-12-31..BC0002-12-31"},
      {day_of(-1, 12, 31), CalendarUnit::month, "BC0002-12", "BC0002-12-01..BC0002-12-31"},
      {day_of(-1, 12, 31), CalendarUnit::decade, "BC0011s", "BC0011-01-01..BC0002-12-31"},
      {day_of(-43, 3, 15), CalendarUnit::year, "BC0044", "BC0044-01-01..BC0044-12-31"},
      {day_of(-43, 3, 15), CalendarUnit::century, "-1c", "BC0101-01-01..BC0002-12-31"},
  };
  for (const auto& [day, unit, name, days] : rows) {
    EXPECT_EQ(format_unit(unit, day), name);
    EXPECT_EQ(shown(unit_interval(unit, day)), days) << name;
  }
}

TEST(Calendar, KnowsWhichDatesExist) {
  struct Row {
    int year;
    unsigned month, day;
    bool real;
  };
  const std::vector<Row> rows = {
      {2013, 5, 24, true},   {2012, 2, 29, true},   {2013, 2, 29, false},    {1900, 2, 29, false},
      {2000, 2, 29, true},   {2013, 4, 31, false},  {2013, 0, 1, false},     {2013, 13, 1, false},
      {2013, 1, 0, false},   {2013, 1, 32, false},  {1, 1, 1, true},         {0, 12, 31, false},
      {-5, 1, 1, false},     {9999, 12, 31, true},  {10000, 1, 1, false},    {65536 + 2013, 1, 1, false},
      {2013, 257, 1, false}, {2013, 1, 257, false}, {2013, ~0U, ~0U, false},
  };
  for (const auto& [year, month, day, real] : rows) {
    EXPECT_EQ(is_real_date(year, month, day), real) << year << '-' << month << '-' << day;
  }
}

TEST(Calendar, ReadsPartialDates) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"2013-05-24", "2013-05-24..2013-05-24"}, {"2013-05", "2013-05-01..2013-05-31"},
      {"2012-02", "2012-02-01..2012-02-29"},    {"2013", "2013-01-01..2013-12-31"},
      {"BC0490", "BC0490-01-01..BC0490-12-31"}, {"BC0480-08", "BC0480-08-01..BC0480-08-31"},
      {"1990s", "1990-01-01..1999-12-31"},      {"2000s", "2000-01-01..2009-12-31"},
      {"0001", "0001-01-01..0001-12-31"},       {"9999-12-31", "9999-12-31..9999-12-31"},
      {"9990s", "9990-01-01..9999-12-31"},
  };
  for (const auto& [text, days] : rows) {
    const auto date = parse_partial_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(shown(date->days), days) << text;
  }
}

TEST(Calendar, ReadsNothingElseAsAPartialDate) {
  for (const std::string_view text :
       {"",           "2",          "201",        "20130",      "0000",        "0000s",       "1995s",
        "1990S",      "1990ss",     "2013-",      "2013-5",     "2013-00",     "2013-13",     "2013-05-",
        "2013-05-0",  "2013-05-00", "2013-05-32", "2013-02-29", "2013-05-244", "2013/05/24",  "2013-05/24",
        "2013/05-24", " 2013",      "2013 ",      "-013",       "+013",        "2013-05-24T", "２０１３",
        "20130524",   "2o13",       "2013-0x",    "2013-05-2x", "2013-5-24",   "-2013",       "2013\n"}) {
    EXPECT_EQ(parse_partial_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_partial_date(std::string_view("2013\0", 5)), std::nullopt);
}

TEST(Calendar, WritesAnIntervalThatIsNoUnitByItsEnds) {
  const DayInterval two_years{year_interval(2013).first, year_interval(2014).last};
  EXPECT_EQ(format_partial_date({two_years, CalendarUnit::year}), "2013-01-01..2014-12-31");
  EXPECT_EQ(format_partial_date({year_interval(2013), CalendarUnit::month}), "2013-01-01..2013-12-31");
  EXPECT_EQ(format_partial_date({year_interval(2013), CalendarUnit::year}), "2013");
  EXPECT_EQ(format_partial_date({month_interval(2013, 5), CalendarUnit::month}), "2013-05");
}

TEST(Calendar, ReadsUnitNames) {
  for (const CalendarUnit unit : kUnits) EXPECT_EQ(parse_unit_name(unit_name(unit)), unit);
  EXPECT_EQ(unit_name(CalendarUnit::decade), "decade");
  for (const std::string_view name : {"", "Day", "days", "week", "year "}) {
    EXPECT_EQ(parse_unit_name(name), std::nullopt) << name;
  }
}

TEST(Calendar, ReachesTenThousandYearsEitherWay) {
  EXPECT_EQ(shown(all_days()), "BC9999-01-01..9999-12-31");
}

TEST(DayInterval, KnowsOverlapAndInclusion) {
  struct Row {
    DayInterval a, b;
    bool overlaps, within;
  };
  const std::vector<Row> rows = {
      {{0, 9}, {0, 9}, true, true},     {{2, 3}, {0, 9}, true, true},   {{0, 9}, {2, 3}, true, false},
      {{0, 4}, {4, 9}, true, false},    {{0, 3}, {4, 9}, false, false}, {{5, 9}, {0, 4}, false, false},
      {{-9, -5}, {-5, 0}, true, false}, {{4, 4}, {4, 4}, true, true},
  };
  for (const auto& [a, b, overlaps, within] : rows) {
    EXPECT_EQ(a.overlaps(b), overlaps) << a.first << ' ' << b.first;
    EXPECT_EQ(b.overlaps(a), overlaps) << a.first << ' ' << b.first;
    EXPECT_EQ(a.within(b), within) << a.first << ' ' << b.first;
  }
}

}  // namespace
}  // namespace dossier
