#include "dossier/index/date_terms.h"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

// Largest first.
constexpr std::array<CalendarUnit, 5> kUnits{CalendarUnit::century, CalendarUnit::decade, CalendarUnit::year,
                                             CalendarUnit::month, CalendarUnit::day};

struct Unit {
  std::size_t level;  // into kUnits
  Day first;
};

// The fewest units that make up the interval, in order.
std::vector<Unit> decompose(const DayInterval& days) {
  std::vector<Unit> units;
  for (std::int64_t at = days.first; at <= days.last;) {
    for (std::size_t level = 0; level < kUnits.size(); ++level) {
      const DayInterval whole = unit_interval(kUnits[level], static_cast<Day>(at));
      if (whole.first != at || whole.last > days.last) continue;
      units.push_back({level, whole.first});
      at = static_cast<std::int64_t>(whole.last) + 1;
      break;
    }
  }
  return units;
}

void make_unique(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

DateTerms date_terms(const DayInterval& days) {
  DateTerms terms;
  for (const Unit& unit : decompose(days)) {
    terms.unit.push_back(format_unit(kUnits[unit.level], unit.first));
    for (std::size_t level = 0; level < unit.level; ++level)
      terms.above.push_back(format_unit(kUnits[level], unit.first));
  }
  make_unique(terms.unit);
  make_unique(terms.above);
  return terms;
}

std::vector<std::string> overlap_terms(const DayInterval& days, std::string_view unit_prefix,
                                       std::string_view above_prefix) {
  std::vector<std::string> terms;
  for (const Unit& unit : decompose(days)) {
    for (std::size_t level = 0; level <= unit.level; ++level) {
      terms.push_back(std::string(unit_prefix) + format_unit(kUnits[level], unit.first));
    }
    terms.push_back(std::string(above_prefix) + format_unit(kUnits[unit.level], unit.first));
  }
  make_unique(terms);
  return terms;
}

}  // namespace dossier
