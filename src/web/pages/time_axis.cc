#include "time_axis.h"

#include <algorithm>
#include <array>
#include <optional>

#include "dates.h"
#include "dossier/query/parser.h"

namespace dossier::web {
namespace {

// The part of all counts that the stretch shown unasked must hold before what lies outside is left out.
constexpr double kNearlyAll = 0.9;
// The part of all counts at either end that is not shown unasked.
constexpr double kStray = 0.005;
// Up to so many years are shown by month.
constexpr std::size_t kYearsByMonth = 4;

// From fine to coarse; facets know no centuries.
constexpr std::array kUnits = {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year,
                               CalendarUnit::decade};

struct UnitCount {
  std::int32_t number = 0;
  std::uint64_t passages = 0;
};

// Counts by `unit` of what is counted by year, in the order of time. Passages of several years count twice:
// good enough to find where most lies.
std::vector<UnitCount> counts_by(CalendarUnit unit, const Facet& years) {
  std::vector<UnitCount> counts;
  for (const Bucket& bucket : years.buckets) {
    const auto date = parse_partial_date(bucket.value);
    if (!date || bucket.counts.passages == 0) continue;
    const std::int32_t number = unit_number(unit, date->days.first);
    if (counts.empty() || counts.back().number != number) counts.push_back({number, 0});
    counts.back().passages += bucket.counts.passages;
  }
  return counts;
}

struct Window {
  std::int32_t first = 0;
  std::int32_t last = 0;
  double share = 0;  // of all
};

// Without the units at either end that hold next to nothing of all.
Window without_stray(const std::vector<UnitCount>& counts, Window window, std::uint64_t all) {
  const auto stray = static_cast<std::uint64_t>(kStray * static_cast<double>(all));
  const auto inside = [&](const UnitCount& count) {
    return count.number >= window.first && count.number <= window.last;
  };
  const auto trim = [&](auto begin, auto end, std::int32_t& edge) {
    std::uint64_t passed = 0;
    for (auto count = std::find_if(begin, end, inside); count != end && inside(*count); ++count) {
      edge = count->number;
      passed += count->passages;
      if (passed > stray) return;
    }
  };
  trim(counts.begin(), counts.end(), window.first);
  trim(counts.rbegin(), counts.rend(), window.last);
  return window;
}

// The kMostBars units side by side that hold most, without the all but empty ones at either end.
Window fullest_window(const std::vector<UnitCount>& counts) {
  std::uint64_t all = 0;
  for (const UnitCount& count : counts) all += count.passages;
  Window best;
  std::uint64_t sum = 0;
  std::uint64_t most = 0;
  std::size_t begin = 0;
  for (std::size_t end = 0; end < counts.size(); ++end) {
    sum += counts[end].passages;
    while (counts[end].number - counts[begin].number >= static_cast<std::int32_t>(kMostBars))
      sum -= counts[begin++].passages;
    if (sum <= most) continue;
    most = sum;
    best = {counts[begin].number, counts[end].number, static_cast<double>(sum) / static_cast<double>(all)};
  }
  return without_stray(counts, best, all);
}

std::size_t bars_of(CalendarUnit unit, const DayInterval& days) {
  return static_cast<std::size_t>(unit_number(unit, days.last) - unit_number(unit, days.first)) + 1;
}

TimeAxis axis_of(const DayInterval& days) {
  const auto unit = std::find_if(kUnits.begin(), kUnits.end() - 1,
                                 [&](CalendarUnit u) { return bars_of(u, days) <= kMostBars + 2; });
  return {*unit, unit_number(*unit, days.first), unit_number(*unit, days.last)};
}

TimeAxis unasked_axis(const Facet& years) {
  Window window = fullest_window(counts_by(CalendarUnit::year, years));
  if (window.share >= kNearlyAll) {
    const TimeAxis axis{CalendarUnit::year, window.first, window.last};
    return axis.size() <= kYearsByMonth ? axis_of(axis.days()) : axis;
  }
  window = fullest_window(counts_by(CalendarUnit::decade, years));
  return {CalendarUnit::decade, window.first, window.last};
}

// Ends of the range that are open lie where the counts end.
std::optional<DayInterval> asked_days(std::string_view view, const DayInterval& extent) {
  const auto range = view.empty() ? std::nullopt : parse_date_range(view, DateField::published);
  if (!range) return std::nullopt;
  DayInterval days = range->days;
  if (days.first == all_days().first) days.first = std::min(extent.first, days.last);
  if (days.last == all_days().last) days.last = std::max(extent.last, days.first);
  return days;
}

}  // namespace

TimeAxis choose_axis(const Facet& years, std::string_view view) {
  const std::vector<UnitCount> counts = counts_by(CalendarUnit::year, years);
  if (counts.empty()) return {CalendarUnit::year, 0, 0};
  const DayInterval extent = {unit_first_day(CalendarUnit::year, counts.front().number),
                              unit_first_day(CalendarUnit::year, counts.back().number + 1) - 1};
  const auto asked = asked_days(view, extent);
  TimeAxis axis = asked ? axis_of(*asked) : unasked_axis(years);
  axis.earlier = extent.first < axis.days().first;
  axis.later = extent.last > axis.days().last;
  return axis;
}

std::string moved_view(const TimeAxis& axis, AxisMove move) {
  const std::int32_t length = axis.last - axis.first + 1;
  std::int32_t first = axis.first;
  std::int32_t last = axis.last;
  switch (move) {
    case AxisMove::earlier:
      first -= length;
      last -= length;
      break;
    case AxisMove::later:
      first += length;
      last += length;
      break;
    case AxisMove::wider:
      first -= (length + 1) / 2;
      last += (length + 1) / 2;
      break;
  }
  const DayInterval all = all_days();
  const auto inside = [&](std::int32_t number) {
    return std::clamp(number, unit_number(axis.unit, all.first), unit_number(axis.unit, all.last));
  };
  return range_of_units(axis.unit, inside(first), inside(last));
}

std::vector<AxisLabel> axis_labels(const TimeAxis& axis, std::size_t most) {
  constexpr std::array kMonthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  static constexpr std::array<std::int32_t, 10> kSteps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
  static constexpr std::array<std::int32_t, 8> kMonthSteps = {1, 3, 6, 12, 24, 60, 120, 240};
  const bool by_month = axis.unit == CalendarUnit::month;
  std::int32_t step = 1;
  const auto widen = [&](const auto& steps) {
    for (const std::int32_t wider : steps) {
      step = wider;
      if (axis.size() <= most * static_cast<std::size_t>(wider)) break;
    }
  };
  if (by_month)
    widen(kMonthSteps);
  else
    widen(kSteps);
  std::vector<AxisLabel> labels;
  for (std::int32_t number = axis.first; number <= axis.last; ++number) {
    const std::chrono::year_month_day date = to_date(unit_first_day(axis.unit, number));
    const auto month = static_cast<unsigned>(date.month());
    // Days are labelled by their place in the month, all else by round numbers.
    const std::int32_t counted =
        axis.unit == CalendarUnit::day ? static_cast<std::int32_t>(static_cast<unsigned>(date.day())) - 1
        : by_month                     ? number
                   : static_cast<int>(date.year()) / (axis.unit == CalendarUnit::decade ? 10 : 1);
    if (counted % step != 0) continue;
    std::string text =
        date_in_words(PartialDate{unit_interval(CalendarUnit::year, to_day(date)), CalendarUnit::year});
    if (by_month && (step < 12 && month != 1)) text = kMonthNames[month - 1];
    if (axis.unit == CalendarUnit::day)
      text = std::to_string(static_cast<unsigned>(date.day())) + "\u00A0" + kMonthNames[month - 1];
    labels.push_back({number, std::move(text)});
  }
  return labels;
}

}  // namespace dossier::web
