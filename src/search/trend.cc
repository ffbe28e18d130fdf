#include "dossier/search/trend.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace dossier {
namespace {

using CountsByUnit = std::map<std::int32_t, Counts>;  // by unit_number

// Takes the facet of the result apart.
CountsByUnit take_counts(SearchResult& result, CalendarUnit unit) {
  CountsByUnit counts;
  const std::vector<Facet> facets = std::exchange(result.facets, {});
  if (facets.empty() || result.total.passages == 0) return counts;
  const std::vector<Bucket>& buckets = facets[0].buckets;
  // A facet keeps what its own filter hides, so that it stays to be chosen; here it was chosen.
  const bool filtered =
      std::any_of(buckets.begin(), buckets.end(), [](const Bucket& b) { return b.selected; });
  for (const Bucket& bucket : buckets) {
    const auto date = parse_partial_date(bucket.value);
    if (date && (bucket.selected || !filtered)) counts[unit_number(unit, date->days.first)] = bucket.counts;
  }
  return counts;
}

std::vector<Counts> row(const CountsByUnit& counts, std::int32_t first, std::int32_t last) {
  std::vector<Counts> out(static_cast<std::size_t>(last - first + 1));
  for (auto at = counts.lower_bound(first); at != counts.end() && at->first <= last; ++at)
    out[static_cast<std::size_t>(at->first - first)] = at->second;
  return out;
}

}  // namespace

Trend find_trend(Searcher& searcher, const TrendRequest& request) {
  Trend trend{.request = request};
  SearchRequest each = request.common;
  each.limit = 0;
  each.facets = {{.name = request.of, .interval = request.by, .size = 0}};
  std::vector<CountsByUnit> counts;
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
  for (const std::string& query : request.queries) {
    each.query = query;
    trend.lines.push_back({.result = searcher.search(each)});
    counts.push_back(take_counts(trend.lines.back().result, request.by));
    if (counts.back().empty()) continue;
    first = std::min(first, counts.back().begin()->first);
    last = std::max(last, counts.back().rbegin()->first);
  }
  if (first > last) return trend;
  each.query = "*";
  SearchResult all = searcher.search(each);
  trend.collection = row(take_counts(all, request.by), first, last);
  for (std::int32_t unit = first; unit <= last; ++unit)
    trend.buckets.push_back(format_unit(request.by, unit_first_day(request.by, unit)));
  for (std::size_t i = 0; i < counts.size(); ++i) trend.lines[i].counts = row(counts[i], first, last);
  return trend;
}

}  // namespace dossier
