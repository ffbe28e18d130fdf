// Calendar days and intervals of days. Proleptic Gregorian; the year before 1 is 0, before that -1 (ISO
// 8601).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// A day, counted from 1970-01-01 (day 0).
using Day = std::int32_t;

// The units of the calendar by which dates are given, counted and filtered.
enum class CalendarUnit : std::uint8_t { day, month, year, decade, century };

// An interval of days, first and last both included; first <= last.
struct DayInterval {
  Day first = 0;
  Day last = 0;
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
  bool overlaps(const DayInterval& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  bool within(const DayInterval& outer) const noexcept { return outer.first <= first && last <= outer.last; }
};

// The widest interval, which open ranges reach to: years BC9999 to 9999.
DayInterval all_days() noexcept;

Day to_day(std::chrono::year_month_day date) noexcept;
std::chrono::year_month_day to_date(Day day) noexcept;

// True for a date that exists (2023-02-29 does not), with a year from 1 to 9999.
bool is_real_date(int year, unsigned month, unsigned day) noexcept;

DayInterval year_interval(int year) noexcept;
DayInterval month_interval(int year, unsigned month) noexcept;

// "2013-05-24"; years are padded to four digits, those before 1 written as historians count them:
// "BC0490-08-12".
std::string format_day(Day day);

// The calendar unit that holds `day`: "2013-05-24", "2013-05", "2013", "2010s", "20c" (2000 to 2099).
std::string format_unit(CalendarUnit unit, Day day);

// The unit's days around `day`.
DayInterval unit_interval(CalendarUnit unit, Day day) noexcept;

// The number of the unit that holds `day`, counted so that neighbours differ by one; and back to its first
// day.
std::int32_t unit_number(CalendarUnit unit, Day day) noexcept;
Day unit_first_day(CalendarUnit unit, std::int32_t number) noexcept;

std::string_view unit_name(CalendarUnit unit) noexcept;  // "day", "month", ...
std::optional<CalendarUnit> parse_unit_name(std::string_view name) noexcept;

// An interval and how exactly it was given.
struct PartialDate {
  DayInterval days;
  CalendarUnit precision = CalendarUnit::day;
  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

// Reads "2013", "2013-05", "2013-05-24", "1990s" or one of these with "BC" before it, nothing before or
// behind; none if it is no such date or the date does not exist.
std::optional<PartialDate> parse_partial_date(std::string_view text) noexcept;

// "2013-05-24", "2013-05", "2013", "1990s" by precision when the interval is that unit; else "first..last".
std::string format_partial_date(const PartialDate& date);

}  // namespace dossier
