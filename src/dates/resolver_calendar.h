// Written dates as intervals of days, once their year or what they count from is known.
#pragma once

#include <optional>

#include "dossier/core/calendar.h"
#include "written.h"

namespace dossier::dates {

int year_of(Day day) noexcept;
int month_of(Day day) noexcept;

// 0 (Monday) to 6.
int weekday_of(Day day) noexcept;

// The last day less the first.
Day length_of(const DayInterval& days) noexcept;

// The interval of a date in a year (astronomical); none if it does not exist, or has no year at all.
std::optional<DayInterval> interval_in(const WrittenDate& date, int year);

// The unit around `day`, `amount` units on; none for seasons and halves.
std::optional<DayInterval> shifted_interval(Unit unit, Day day, int amount);

// The coarsest calendar unit that the interval is; day if it is none. Before year 1 it is day: units are
// those that a filter can name.
CalendarUnit precision_of(const DayInterval& days);

}  // namespace dossier::dates
