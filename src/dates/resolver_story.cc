#include "resolver_story.h"

#include <cstdlib>
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

int K(const char* n, int d){ const char* v=std::getenv(n); return v? std::atoi(v):d; }

}  // namespace

bool StoryClock::is_fine() const noexcept {
  return length_of(time_) <= kFineDays;
}

void StoryClock::hear(const DayInterval& days, const Place& place) {
  if (length_of(days) > kMostDays) return;
  const bool fine = length_of(days) <= kFineDays;
  const int year = year_of(days.first);
  const bool opens = place.begins || (K("SEC",1) && place.section != section_);
  if (!fine && !opens && year_ && year < *year_) return;  // a look back
  const bool again = year_ && !is_fine() && year == *year_ && K("AGAIN",1);
  year_ = year;
  time_ = days;
  section_ = place.section;
  if (fine) {
    point_ = days.first;
  } else if (opens || again) {
    point_.reset();
  }
}

int StoryClock::year_for(const WrittenDate& date, std::uint32_t) const {
  const int year = *year_;
  if (is_fine()) {
    // January behind December is the next year's.
    const int wrap=K("WRAP",10), most=K("MOST",2);
    if (month_of(time_.last) >= wrap && date.month > 0 && date.month <= most) return year + 1;
    return year;
  }
  if (!point_) return year;
  for (const int candidate : {year_of(*point_), year_of(*point_) + 1}) {
    const auto days = interval_in(date, candidate);
    if (days && days->last >= *point_ - K("BACK",15) && days->first <= *point_ + K("AHEAD",45)) return candidate;
  }
  return year;
}

}  // namespace dossier::dates
