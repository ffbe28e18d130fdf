#include "dossier/core/calendar.h"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace dossier {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 5> kUnitNames{"day", "month", "year", "decade", "century"};

int floor_div(int a, int b) noexcept {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

year_month_day make_date(int year, unsigned month, unsigned day) noexcept {
  return year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

DayInterval years_interval(int first, int last) noexcept {
  return {to_day(make_date(first, 1, 1)), to_day(make_date(last, 12, 31))};
}

int year_of(Day day) noexcept {
  return static_cast<int>(to_date(day).year());
}

std::string format_year(int year) {
  return year >= 1 ? fmt::format("{:04d}", year) : fmt::format("BC{:04d}", 1 - year);
}

// Exactly `count` digits at `offset`; -1 if there are others.
int digits(std::string_view text, std::size_t offset, std::size_t count) noexcept {
  if (text.size() < offset + count) return -1;
  int value = 0;
  for (std::size_t i = offset; i < offset + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

DayInterval all_days() noexcept {
  return years_interval(-9998, 9999);
}

Day to_day(year_month_day date) noexcept {
  return static_cast<Day>(sys_days{date}.time_since_epoch().count());
}

year_month_day to_date(Day day) noexcept {
  return year_month_day{sys_days{std::chrono::days{day}}};
}

bool is_real_date(int year, unsigned month, unsigned day) noexcept {
  // chrono keeps month and day in a byte each and would take month 257 for January.
  return year >= 1 && year <= 9999 && month <= 12 && day <= 31 && make_date(year, month, day).ok();
}

DayInterval year_interval(int year) noexcept {
  return years_interval(year, year);
}

DayInterval month_interval(int year, unsigned month) noexcept {
  const auto last = std::chrono::year_month_day_last{std::chrono::year{year},
                                                     std::chrono::month_day_last{std::chrono::month{month}}};
  return {to_day(make_date(year, month, 1)), to_day(year_month_day{last})};
}

std::string format_day(Day day) {
  const year_month_day date = to_date(day);
  return fmt::format("{}-{:02d}-{:02d}", format_year(static_cast<int>(date.year())),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::int32_t unit_number(CalendarUnit unit, Day day) noexcept {
  const year_month_day date = to_date(day);
  const int year = static_cast<int>(date.year());
  switch (unit) {
    case CalendarUnit::day:
      return day;
    case CalendarUnit::month:
      return year * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    case CalendarUnit::year:
      return year;
    case CalendarUnit::decade:
      return floor_div(year, 10);
    case CalendarUnit::century:
      return floor_div(year, 100);
  }
  return day;
}

Day unit_first_day(CalendarUnit unit, std::int32_t number) noexcept {
  const auto first_of_year = [](int year) { return to_day(make_date(year, 1, 1)); };
  switch (unit) {
    case CalendarUnit::day:
      return number;
    case CalendarUnit::month: {
      const int year = floor_div(number, 12);
      return to_day(make_date(year, static_cast<unsigned>(number - year * 12) + 1, 1));
    }
    case CalendarUnit::year:
      return first_of_year(number);
    case CalendarUnit::decade:
      return first_of_year(number * 10);
    case CalendarUnit::century:
      return first_of_year(number * 100);
  }
  return number;
}

DayInterval unit_interval(CalendarUnit unit, Day day) noexcept {
  const std::int32_t number = unit_number(unit, day);
  return {unit_first_day(unit, number), unit_first_day(unit, number + 1) - 1};
}

std::string format_unit(CalendarUnit unit, Day day) {
  const int year = year_of(day);
  switch (unit) {
    case CalendarUnit::day:
      return format_day(day);
    case CalendarUnit::month:
      return format_day(day).substr(0, format_day(day).size() - 3);
    case CalendarUnit::year:
      return format_year(year);
    case CalendarUnit::decade:
      return format_year(floor_div(year, 10) * 10) + "s";
    case CalendarUnit::century:
      return fmt::format("{}c", floor_div(year, 100));
  }
  return {};
}

std::string_view unit_name(CalendarUnit unit) noexcept {
  return kUnitNames[static_cast<std::size_t>(unit)];
}

std::optional<CalendarUnit> parse_unit_name(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kUnitNames.size(); ++i) {
    if (kUnitNames[i] == name) return static_cast<CalendarUnit>(i);
  }
  return std::nullopt;
}

std::optional<PartialDate> parse_partial_date(std::string_view text) noexcept {
  const bool before_christ = text.starts_with("BC");
  if (before_christ) text.remove_prefix(2);
  const int written = digits(text, 0, 4);
  if (written < 1) return std::nullopt;
  const int year = before_christ ? 1 - written : written;
  if (text.size() == 4) return PartialDate{year_interval(year), CalendarUnit::year};
  if (text.size() == 5 && text[4] == 's' && year % 10 == 0) {
    return PartialDate{years_interval(year, year + 9), CalendarUnit::decade};
  }
  const int month = text[4] == '-' ? digits(text, 5, 2) : -1;
  if (month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7)
    return PartialDate{month_interval(year, static_cast<unsigned>(month)), CalendarUnit::month};
  const int day = text[7] == '-' ? digits(text, 8, 2) : -1;
  if (text.size() != 10 || day < 1) return std::nullopt;
  const year_month_day date = make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (!date.ok()) return std::nullopt;
  return PartialDate{{to_day(date), to_day(date)}, CalendarUnit::day};
}

std::string format_partial_date(const PartialDate& date) {
  if (unit_interval(date.precision, date.days.first) == date.days)
    return format_unit(date.precision, date.days.first);
  return format_day(date.days.first) + ".." + format_day(date.days.last);
}

}  // namespace dossier
