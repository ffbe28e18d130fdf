// The two histograms: how many passages were published, or speak, of what time. Exact counts, drawn as SVG
// that needs no script; the script adds brushing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"
#include "html.h"
#include "page_state.h"
#include "time_axis.h"

namespace dossier::web {

// One of the two.
struct HistogramKind {
  std::string_view name;     // "published": in addresses and facets
  std::string_view title;    // "Published"
  std::string_view undated;  // what those without a date are called
  std::string PageState::*filter;
  std::string PageState::*view;
};
inline constexpr HistogramKind kHistograms[] = {
    {"published", "Published", "undated", &PageState::published, &PageState::published_view},
    {"mentioned", "Mentions", "no date", &PageState::mentioned, &PageState::mentioned_view},
};

struct TimeBar {
  std::int32_t number = 0;  // of the unit
  Counts whole;             // without any filter
  Counts part;              // with all filters but that on this date
  bool selected = false;    // a filter on this date reaches it
  bool partly = false;      // but not all of it, so that not all that is counted passes
};

struct Histogram {
  const HistogramKind* kind = nullptr;
  TimeAxis axis;
  std::vector<TimeBar> bars;  // one for each unit of the axis
  TimeBar undated;
};

// From the facets by the axis's unit: `whole` of the query without filters, `part` with them. `filter` is the
// range that the address filters by.
struct TwoFacets {
  const Facet& whole;
  const Facet& part;
};
Histogram make_histogram(const HistogramKind& kind, const TimeAxis& axis, const TwoFacets& facets,
                         std::string_view filter);

void put_histogram(Html& html, const PageState& state, const Histogram& histogram);

}  // namespace dossier::web
