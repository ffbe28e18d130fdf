// Which stretch of time a histogram shows and in which units. All functions are pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/search/result.h"

namespace dossier::web {

// Units from `first` to `last`, both shown; numbers as unit_number gives them.
struct TimeAxis {
  CalendarUnit unit = CalendarUnit::year;
  std::int32_t first = 0;
  std::int32_t last = 0;
  bool earlier = false;  // something lies before it
  bool later = false;

  std::size_t size() const noexcept { return static_cast<std::size_t>(last - first) + 1; }
  DayInterval days() const noexcept {
    return {unit_first_day(unit, first), unit_first_day(unit, last + 1) - 1};
  }
  friend bool operator==(const TimeAxis&, const TimeAxis&) = default;
};

inline constexpr std::size_t kMostBars = 60;

// The axis for counts by year. `view` is the range asked for ("2010..2019"); without one, or with one that is
// no range, it is where nearly all lies, so that one stray date of 1389 does not press the rest together.
// The unit is the smallest that needs about kMostBars bars, at most decades. Without counts it is one year
// without meaning.
TimeAxis choose_axis(const Facet& years, std::string_view view);

// The range of the axis moved by its length, or twice as long around the same middle.
enum class AxisMove : std::uint8_t { earlier, later, wider };
std::string moved_view(const TimeAxis& axis, AxisMove move);

// Where the axis carries a label, and what it says there: up to `most` of them.
struct AxisLabel {
  std::int32_t number = 0;
  std::string text;
};
std::vector<AxisLabel> axis_labels(const TimeAxis& axis, std::size_t most);

}  // namespace dossier::web
