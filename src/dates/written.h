// A date as it is written, before anything is made of it: what is there, what is missing.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "dossier/core/calendar.h"
#include "lexicon.h"

namespace dossier::dates {

// From where a shift counts: the time of writing, or what was spoken of before. Some words say either:
// следующий is the next one in news and the following one in a story.
enum class Base : std::uint8_t { now, then, either };

// So many units from the base: "last year" is {year, -1, now}, "two days later" {day, 2, then}.
struct Shift {
  Unit unit = Unit::day;
  int amount = 0;
  Base base = Base::now;
  friend bool operator==(const Shift&, const Shift&) = default;
};

enum class PartOf : std::uint8_t { whole, beginning, middle, end };

// In which order day and month are written, in numbers with slashes or with the month's name. An open one is
// 05/06/2013, read as day first until the text tells.
enum class Order : std::uint8_t {
  none,
  day_first,
  month_first,
  open,
  spelled_day_first,
  spelled_month_first
};

struct WrittenDate {
  Unit unit = Unit::day;       // what it is a date of
  std::optional<int> year;     // astronomical: 1 BC is 0; of a decade or century its first year
  int month = 0;               // 1 to 12
  int day = 0;                 // 1 to 31
  int ordinal = 0;             // of a quarter, half or season
  int weekday = -1;            // 0 to 6: Monday to Sunday; alone, or beside a day and month
  std::optional<Shift> shift;  // of the unit, or of the year where a month, quarter or season is given
  PartOf part = PartOf::whole;
  Order order = Order::none;
  bool converted = false;  // from another calendar

  bool is_complete() const noexcept { return year.has_value() && !shift; }
};

// A mention as found in a paragraph: tokens from `first` to before `last`.
struct Found {
  std::size_t first = 0;
  std::size_t last = 0;
  WrittenDate date;
  std::optional<WrittenDate> until;  // the other end of a range
  bool future = false;               // the sentence speaks of what is to come
};

}  // namespace dossier::dates
