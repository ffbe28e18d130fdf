#include "unit_tally.h"

#include <algorithm>

namespace dossier {

void merge_runs(std::vector<UnitRun>& runs) {
  std::sort(runs.begin(), runs.end(), [](const UnitRun& a, const UnitRun& b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const UnitRun& run : runs) {
    if (kept > 0 && run.first <= runs[kept - 1].last + 1) {
      runs[kept - 1].last = std::max(runs[kept - 1].last, run.last);
    } else {
      runs[kept++] = run;
    }
  }
  runs.resize(kept);
}

std::vector<Bucket> UnitTally::buckets(CalendarUnit unit) const {
  std::vector<Bucket> out;
  Change level;
  for (auto change = changes_.begin(); change != changes_.end(); ++change) {
    level.passages += change->second.passages;
    level.documents += change->second.documents;
    if (level.documents == 0) continue;
    for (std::int32_t number = change->first; number < std::next(change)->first; ++number) {
      out.push_back({.value = format_unit(unit, unit_first_day(unit, number)),
                     .counts = {static_cast<std::uint64_t>(level.passages),
                                static_cast<std::uint64_t>(level.documents)}});
    }
  }
  return out;
}

}  // namespace dossier
