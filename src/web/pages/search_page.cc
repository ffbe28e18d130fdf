#include <fmt/format.h>

#include <optional>

#include "dates.h"
#include "dossier/app/query_dates.h"
#include "dossier/query/parser.h"
#include "dossier/render/numbers.h"
#include "dossier/search/request_parts.h"
#include "exports.h"
#include "facets.h"
#include "forms.h"
#include "histogram.h"
#include "layout.h"
#include "nothing_found.h"
#include "pages.h"
#include "reading.h"
#include "results.h"

namespace dossier::web {
namespace {

FacetRequest date_facet(const HistogramKind& kind, CalendarUnit unit) {
  return {.name = std::string(kind.name), .interval = unit, .size = 0};
}

const Facet& facet_of(const SearchResult& result, std::string_view name) {
  static const Facet none;
  for (const Facet& facet : result.facets) {
    if (facet.name == name) return facet;
  }
  return none;
}

// The same query without the filters of the address, nothing but counted.
SearchRequest counted_request(const PageState& state, bool filtered) {
  SearchRequest request = request_of(state);
  request.limit = request.offset = 0;
  if (!filtered) {
    request.published.clear();
    request.mentioned.clear();
    request.where.clear();
  }
  if (asks_for_nothing(request)) request.query = "*";
  return request;
}

// All that the page needs to know.
class Answer {
 public:
  Answer(const PageState& state, Searcher& searcher) : state_(state), searcher_(searcher) {
    drop_misunderstood();
    SearchRequest request = request_of(state_);
    if (asks_for_nothing(request)) {
      request.query = "*";
      request.limit = 0;
    }
    add_facets(request);
    result_ = searcher_.search(request);
    result_.dates = dates_among_words(request);
    whole_ = state_.has_filters() ? count(false, CalendarUnit::year) : result_;
    for (const HistogramKind& kind : kHistograms) histograms_.push_back(draw(kind));
    result_.problems.insert(result_.problems.begin(), misunderstood_.begin(), misunderstood_.end());
  }

  const SearchResult& result() const noexcept { return result_; }
  const std::vector<Histogram>& histograms() const noexcept { return histograms_; }

 private:
  // The page goes on without a filter that it cannot read, and says so.
  void drop_misunderstood() {
    for (auto problem = misunderstood_filter(request_of(state_)); problem;
         problem = misunderstood_filter(request_of(state_))) {
      bool dropped = false;
      for (const HistogramKind& kind : kHistograms) {
        std::string& filter = state_.*kind.filter;
        if (filter.empty() || !problem->filter.starts_with(fmt::format("{}:", kind.name))) continue;
        filter.clear();
        dropped = true;
      }
      if (!dropped) state_.values.clear();
      misunderstood_.push_back(std::move(*problem));
    }
  }

  void add_facets(SearchRequest& request) const {
    for (const HistogramKind& kind : kHistograms)
      request.facets.push_back(date_facet(kind, CalendarUnit::year));
    for (const KeywordFacet& facet : kKeywordFacets) {
      request.facets.push_back({.name = std::string(facet.name),
                                .size = state_.whole_facet == facet.name ? kValuesAtMost : kValuesShown});
    }
  }

  SearchResult count(bool filtered, CalendarUnit unit) {
    SearchRequest request = counted_request(state_, filtered);
    for (const HistogramKind& kind : kHistograms) request.facets.push_back(date_facet(kind, unit));
    return searcher_.search(request);
  }

  Facet count_by(const HistogramKind& kind, bool filtered, CalendarUnit unit) {
    SearchRequest request = counted_request(state_, filtered);
    request.facets.push_back(date_facet(kind, unit));
    return std::move(searcher_.search(request).facets.at(0));
  }

  Histogram draw(const HistogramKind& kind) {
    const std::string name = fmt::format("{}:year", kind.name);
    const std::string& filter = state_.*kind.filter;
    TimeAxis axis = choose_axis(facet_of(whole_, name), state_.*kind.view);
    // What is selected is in sight, unless another stretch was asked for.
    const auto range = filter.empty() ? std::nullopt : parse_date_range(filter, DateField::published);
    if (range && !range->none && (state_.*kind.view).empty() && !range->days.overlaps(axis.days()))
      axis = choose_axis(facet_of(whole_, name), filter);
    if (axis.unit == CalendarUnit::year)
      return make_histogram(kind, axis, {facet_of(whole_, name), facet_of(result_, name)}, filter);
    const Facet part = count_by(kind, true, axis.unit);
    if (!state_.has_filters()) return make_histogram(kind, axis, {part, part}, filter);
    return make_histogram(kind, axis, {count_by(kind, false, axis.unit), part}, filter);
  }

  PageState state_;
  Searcher& searcher_;
  SearchResult result_, whole_;
  std::vector<Histogram> histograms_;
  std::vector<Problem> misunderstood_;
};

void put_instruments(Html& html, const PageState& state, const Answer& answer) {
  const auto aside = html.open(
      "aside", {{"class", "instruments"}, {"id", "instruments"}, {"aria-label", "Narrow the answer"}});
  html.put("input", {{"type", "checkbox"}, {"id", "fold"}, {"class", "fold"}});
  html.put("label", {{"for", "fold"}}, "Dates and filters");
  const auto folded = html.open("div", {{"class", "folded"}});
  for (const Histogram& histogram : answer.histograms()) put_histogram(html, state, histogram);
  const auto facets = html.open("div", {{"class", "facets"}});
  for (const KeywordFacet& facet : kKeywordFacets)
    put_facet(html, state, facet, facet_of(answer.result(), facet.name));
}

std::vector<WayOut> ways_out(const PageState& state, Searcher& searcher) {
  return find_ways_out(state, [&](SearchRequest request) {
    request.limit = request.offset = 0;
    return searcher.search(request).total;
  });
}

void put_answer(Html& html, const PageState& state, const Answer& answer, Searcher& searcher) {
  const SearchResult& result = answer.result();
  const auto section =
      html.open("section", {{"class", "results"}, {"id", "results"}, {"aria-label", "Results"}});
  if (!result.hits.empty() || result.total.passages > 0) {
    put_result_tools(html, state);
    put_hits(html, state, result);
    put_pager(html, state, result);
    return;
  }
  put_nothing_found(html, state, ways_out(state, searcher));
}

std::string title_of(const PageState& state) {
  if (!state.query.empty()) return state.query;
  for (const HistogramKind& kind : kHistograms) {
    if (!(state.*kind.filter).empty())
      return fmt::format("{} {}", kind.title, range_in_words(state.*kind.filter));
  }
  return state.values.empty() ? "" : state.values.front().second;
}

struct SearchPage {
  const PageState& state;
  const Answer& answer;
  const std::optional<DocumentView>& view;  // what is read beside the hits
  Searcher& searcher;
};

void put_search_page(Html& html, const SearchPage& page) {
  html.put("h1", {{"class", "unseen"}}, fmt::format("Results for {}", title_of(page.state)));
  {
    const auto strip = html.open("div", {{"class", "strip"}, {"id", "strip"}});
    put_problems(html, page.state, page.answer.result());
    put_summary(html, page.answer.result());
    if (page.answer.result().relaxed) put_lost_words(html, ways_out(page.state, page.searcher));
    put_chips(html, page.state);
  }
  put_instruments(html, page.state, page.answer);
  put_answer(html, page.state, page.answer, page.searcher);
  const auto pane = html.open("section", {{"class", "pane"}, {"id", "pane"}, {"aria-label", "Document"}});
  if (page.view)
    put_reading(html, page.state, *page.view, true);
  else
    html.put("p", {{"class", "invite"}}, "A hit that is opened is read here.");
}

}  // namespace

Response home_page(SiteContext& context, const Request&) {
  const PageState state;
  const Answer answer(state, context.searcher());
  const IndexInfo& index = answer.result().index;
  const PageFrame frame{.title = "", .kind = "front", .focus = true, .state = state};
  return {.body = make_page(frame,
                            [&](Html& html) {
                              html.put("h1", {{"class", "unseen"}}, "dossier");
                              html.put("p", {{"class", "holdings"}},
                                       fmt::format("{}, {}", documents_of(index.documents),
                                                   passages_of(index.passages)));
                              put_instruments(html, state, answer);
                            }),
          .headers = {}};
}

Response search_page(SiteContext& context, const Request& request) {
  const PageState state = read_state(request);
  if (!state.asks()) return home_page(context, request);
  Searcher& searcher = context.searcher();
  const Answer answer(state, searcher);
  std::optional<DocumentView> view;
  if (!state.open.empty())
    view = searcher.view({.id = state.open, .query = state.query, .exact = state.exact});
  const PageFrame frame{
      .title = title_of(state), .kind = view ? "search with-pane" : "search", .state = state};
  return {.body = make_page(frame,
                            [&](Html& html) {
                              put_search_page(html, {state, answer, view, searcher});
                            }),
          .headers = {}};
}

}  // namespace dossier::web
