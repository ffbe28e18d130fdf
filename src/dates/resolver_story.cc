#include "resolver_story.h"

#include "resolver_calendar.h"

namespace dossier::dates {
namespace {

// What is longer says nothing of when a story is.
constexpr Day kMostDays = 366;
// A month or a season is a point of a story, a year is not.
constexpr Day kFineDays = 92;
// How far from the point last told a date without a year may lie, in days, to go on from it past a year that
// was named in between.
constexpr Day kStepBack = 15;
constexpr Day kStepAhead = 45;
// Behind these months January and February are the next year's.
constexpr int kLateMonth = 10;
constexpr int kEarlyMonth = 2;

}  // namespace

bool StoryClock::is_fine() const noexcept {
  return length_of(time_) <= kFineDays;
}

void StoryClock::hear(const DayInterval& days, const Place& place) {
  if (length_of(days) > kMostDays) return;
  const bool fine = length_of(days) <= kFineDays;
  const bool opens = place.begins || place.section != section_;
  const int year = year_of(days.first);
  if (!fine && !opens && year_ && year < *year_) return;  // a look back
  year_ = year;
  time_ = days;
  section_ = place.section;
  if (fine) {
    point_ = days.first;
  } else if (opens) {
    point_.reset();
  }
}

int StoryClock::year_for(const WrittenDate& date) const {
  const int year = *year_;
  if (is_fine()) {
    const bool next = month_of(time_.last) >= kLateMonth && date.month > 0 && date.month <= kEarlyMonth;
    return next ? year + 1 : year;
  }
  if (!point_) return year;
  for (const int candidate : {year_of(*point_), year_of(*point_) + 1}) {
    const auto days = interval_in(date, candidate);
    if (days && days->last >= *point_ - kStepBack && days->first <= *point_ + kStepAhead) return candidate;
  }
  return year;
}

}  // namespace dossier::dates
