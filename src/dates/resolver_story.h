// The time that a story has come to, from which its dates without a year go on.
#pragma once

#include <cstdint>
#include <optional>

#include "dossier/core/calendar.h"
#include "written.h"

namespace dossier::dates {

class StoryClock {
 public:
  // Where a mention stands.
  struct Place {
    std::uint32_t section = 0;
    bool begins = false;  // a paragraph, or it stands in a heading
  };

  // A mention was told, in the text's order. What is counted from the time of writing must not be given.
  void hear(const DayInterval& days, const Place& place);

  bool runs() const noexcept { return year_.has_value(); }
  // The day the clock shows: the first of the time last told.
  Day day() const noexcept { return time_.first; }

  // The year of a date without one. The clock must run.
  int year_for(const WrittenDate& date) const;

 private:
  bool is_fine() const noexcept;

  std::optional<int> year_;   // of the story
  DayInterval time_;          // last told, a year at most
  std::optional<Day> point_;  // the last that was finer than a year
  std::uint32_t section_ = 0;
};

}  // namespace dossier::dates
