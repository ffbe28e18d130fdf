#include "resolver_calendar.h"

#include <cstdlib>

namespace dossier::dates {
namespace {

constexpr int kLeastYear = -9999;
constexpr int kMostYear = 9999;
constexpr int kMostUnits = 5000;  // counted from a day

std::chrono::year_month_day date_in(int year, int month, int day) {
  return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
          std::chrono::day{static_cast<unsigned>(day)}};
}

// Months from `first` on, `count` of them.
DayInterval months_interval(int year, int first, int count) {
  const int last = first + count - 2;  // from 0
  return {month_interval(year, static_cast<unsigned>(first)).first,
          month_interval(year + last / 12, static_cast<unsigned>(last % 12 + 1)).last};
}

DayInterval week_of(Day day) {
  const Day monday = day - weekday_of(day);
  return {monday, monday + 6};
}

// How many years a unit has; 0 for those that are shorter.
int years_in(Unit unit) {
  return unit == Unit::year ? 1 : unit == Unit::decade ? 10 : unit == Unit::century ? 100 : 0;
}

DayInterval moved(CalendarUnit unit, Day day, int amount) {
  return unit_interval(unit, unit_first_day(unit, unit_number(unit, day) + amount));
}

}  // namespace

int year_of(Day day) noexcept {
  return static_cast<int>(to_date(day).year());
}

int month_of(Day day) noexcept {
  return static_cast<int>(static_cast<unsigned>(to_date(day).month()));
}

int weekday_of(Day day) noexcept {
  // 1970-01-01 was a Thursday.
  const int number = (day + 3) % 7;
  return number < 0 ? number + 7 : number;
}

Day length_of(const DayInterval& days) noexcept {
  return days.last - days.first;
}

std::optional<DayInterval> interval_in(const WrittenDate& date, int year) {
  if (year < kLeastYear || year > kMostYear) return std::nullopt;
  switch (date.unit) {
    case Unit::day: {
      const auto day = date_in(year, date.month, date.day);
      return day.ok() ? std::optional(DayInterval{to_day(day), to_day(day)}) : std::nullopt;
    }
    case Unit::month:
      return month_interval(year, static_cast<unsigned>(date.month));
    case Unit::quarter:
      return months_interval(year, 3 * date.ordinal - 2, 3);
    case Unit::half:
      return months_interval(year, 6 * date.ordinal - 5, 6);
    case Unit::season:
      return months_interval(year, 3 * date.ordinal, 3);  // spring is March to May, winter begins in December
    case Unit::year:
      return year_interval(year);
    case Unit::decade:
      return DayInterval{year_interval(year).first, year_interval(year + 9).last};
    case Unit::century:
      return DayInterval{year_interval(year).first, year_interval(year + 99).last};
    case Unit::week:
    case Unit::weekend:
      break;
  }
  return std::nullopt;
}

std::optional<DayInterval> shifted_interval(Unit unit, Day day, int amount) {
  if (std::abs(amount) > kMostUnits || std::abs(year_of(day) + amount * years_in(unit)) > kMostYear)
    return std::nullopt;
  switch (unit) {
    case Unit::day:
      return DayInterval{day + amount, day + amount};
    case Unit::week:
      return week_of(day + 7 * amount);
    case Unit::weekend: {
      const Day saturday = week_of(day + 7 * amount).first + 5;
      return DayInterval{saturday, saturday + 1};
    }
    case Unit::month:
      return moved(CalendarUnit::month, day, amount);
    case Unit::quarter: {
      const Day first = moved(CalendarUnit::month, day, 3 * amount).first;
      return months_interval(year_of(first), (month_of(first) - 1) / 3 * 3 + 1, 3);
    }
    case Unit::year:
      return moved(CalendarUnit::year, day, amount);
    case Unit::decade:
      return moved(CalendarUnit::decade, day, amount);
    case Unit::century:
      return moved(CalendarUnit::century, day, amount);
    case Unit::half:
    case Unit::season:
      break;
  }
  return std::nullopt;
}

CalendarUnit precision_of(const DayInterval& days) {
  if (days.first < year_interval(1).first) return CalendarUnit::day;
  for (const CalendarUnit unit :
       {CalendarUnit::century, CalendarUnit::decade, CalendarUnit::year, CalendarUnit::month}) {
    if (unit_interval(unit, days.first) == days) return unit;
  }
  return CalendarUnit::day;
}

}  // namespace dossier::dates
