#include "histogram.h"

#include <fmt/format.h>

#include <algorithm>

#include "dates.h"
#include "dossier/query/parser.h"
#include "dossier/render/numbers.h"
#include "forms.h"

namespace dossier::web {
namespace {

// In percent of the drawing: where the bars end, and where the one of the undated stands.
constexpr double kBarsEnd = 91;
constexpr std::string_view kNoDate = "none";  // as a filter
constexpr double kUndatedStart = 94;
// A bar that is there can be seen.
constexpr double kLowest = 2;
constexpr std::size_t kMostLabels = 5;
constexpr double kFirstLabel = 6;
constexpr double kLastLabel = 82;

std::string percent(double value) {
  return fmt::format("{:.4g}%", value);
}

// "9 passages, 4 documents", "3 of 9 passages, 2 of 4 documents".
std::string counts_in_words(const TimeBar& bar) {
  if (bar.whole == bar.part)
    return passages_of(bar.whole.passages) + ", " + documents_of(bar.whole.documents);
  return fmt::format("{} of {}, {} of {}", group_digits(bar.part.passages), passages_of(bar.whole.passages),
                     group_digits(bar.part.documents), documents_of(bar.whole.documents));
}

std::string unit_in_words(CalendarUnit unit, std::int32_t number) {
  return date_in_words(PartialDate{unit_interval(unit, unit_first_day(unit, number)), unit});
}

class Drawing {
 public:
  Drawing(Html& html, const PageState& state, const Histogram& histogram)
      : html_(html), state_(state), histogram_(histogram) {
    for (const TimeBar& bar : histogram.bars) most_ = std::max(most_, bar.whole.passages);
  }

  void draw() {
    std::string units;
    for (const TimeBar& bar : histogram_.bars)
      units += (units.empty() ? "" : " ") + range_of_units(histogram_.axis.unit, bar.number, bar.number);
    const auto svg = html_.open("svg", {{"class", "bars"},
                                        {"role", "group"},
                                        {"aria-label", label()},
                                        {"data-units", units},
                                        {"data-width", fmt::format("{}", kBarsEnd)}});
    const double width = kBarsEnd / static_cast<double>(histogram_.axis.size());
    std::size_t place = 0;
    for (const TimeBar& bar : histogram_.bars) {
      const double left = width * static_cast<double>(place++);
      if (bar.whole.passages == 0 && bar.part.passages == 0) continue;
      draw_bar(bar, left, width);
    }
    draw_undated();
  }

  void draw_labels() {
    const auto svg = html_.open("svg", {{"class", "axis"}, {"aria-hidden", "true"}});
    const double width = kBarsEnd / static_cast<double>(histogram_.axis.size());
    if (has_dates()) {
      for (const AxisLabel& label : axis_labels(histogram_.axis, kMostLabels)) draw_label(label, width);
    }
    if (histogram_.undated.whole.passages > 0)
      html_.put("text", {{"x", "100%"}, {"y", "11"}, {"class", "end"}}, "none");
  }

 private:
  std::string label() const {
    return fmt::format("{}, passages by {}", histogram_.kind->title, unit_name(histogram_.axis.unit));
  }

  // In view or outside it: an axis without any is that of no time.
  bool has_dates() const { return most_ > 0 || histogram_.axis.earlier || histogram_.axis.later; }

  void draw_label(const AxisLabel& label, double width) {
    const double middle = width * (label.number - histogram_.axis.first + 0.5);
    // At the left a label would be cut, at the right it would meet that of the undated.
    if (middle > kLastLabel) return;
    html_.put("text",
              {{"x", percent(middle < kFirstLabel ? 0 : middle)},
               {"y", "11"},
               Attribute("class", "start").when(middle < kFirstLabel)},
              label.text);
  }

  bool filtered() const { return !(state_.*histogram_.kind->filter).empty(); }

  void draw_bar(const TimeBar& bar, double left, double width) {
    const CalendarUnit unit = histogram_.axis.unit;
    const std::string range = range_of_units(unit, bar.number, bar.number);
    // The bar that is the filter takes it back.
    const Address address = address_with(state_, [&](PageState& state) {
      std::string& filter = state.*histogram_.kind->filter;
      filter = filter == range ? std::string() : range;
    });
    const std::string words = unit_in_words(unit, bar.number) + ": " + counts_in_words(bar) +
                              (bar.partly     ? ", partly selected"
                               : bar.selected ? ", selected"
                                              : "");
    const std::string_view kind = bar.partly ? "on partly" : "on";
    const auto link = html_.open("a", {{"href", address},
                                       {"aria-label", words},
                                       {"data-range", range},
                                       Attribute("class", kind).when(bar.selected)});
    html_.put("rect",
              {{"class", "reach"}, {"x", percent(left)}, {"width", percent(width)}, {"height", "100%"}});
    draw_column(bar, left + width * 0.1, width * 0.8, !filtered() || bar.selected);
  }

  void draw_undated() {
    const TimeBar& bar = histogram_.undated;
    if (bar.whole.passages == 0) return;
    const Address address = address_with(state_, [&](PageState& state) {
      state.*histogram_.kind->filter = bar.selected ? std::string_view() : kNoDate;
    });
    const auto link =
        html_.open("a", {{"href", address},
                         {"aria-label", fmt::format("{}: {}{}", histogram_.kind->undated,
                                                    counts_in_words(bar), bar.selected ? ", selected" : "")},
                         {"class", bar.selected ? "undated on" : "undated"}});
    html_.put("rect",
              {{"class", "reach"}, {"x", percent(kUndatedStart)}, {"width", "6%"}, {"height", "100%"}});
    draw_column(bar, kUndatedStart + 1, 4, !filtered() || bar.selected);
    // Taller than the rest can show: cut through.
    if (bar.whole.passages > most_)
      html_.put(
          "rect",
          {{"class", "cut"}, {"x", percent(kUndatedStart)}, {"width", "6%"}, {"y", "12%"}, {"height", "4%"}});
  }

  // The part filled over the whole, which stays as an outline.
  void draw_column(const TimeBar& bar, double left, double width, bool counts) {
    const auto column = [&](std::string_view kind, std::uint64_t passages) {
      if (passages == 0) return;
      const double share =
          static_cast<double>(passages) / static_cast<double>(std::max<std::uint64_t>(most_, 1));
      const double height = std::clamp(100 * share, kLowest, 100.0);
      html_.put("rect", {{"class", kind},
                         {"x", percent(left)},
                         {"width", percent(width)},
                         {"y", percent(100 - height)},
                         {"height", percent(height)}});
    };
    if (bar.whole.passages != bar.part.passages) column("whole", bar.whole.passages);
    column(counts ? "part" : "part off", bar.part.passages);
  }

  Html& html_;
  const PageState& state_;
  const Histogram& histogram_;
  std::uint64_t most_ = 0;
};

void put_view_links(Html& html, const PageState& state, const Histogram& histogram) {
  const HistogramKind& kind = *histogram.kind;
  const auto link = [&](std::string_view sign, std::string_view words, const std::string& view,
                        std::string_view name = "tool") {
    const Address address = address_with(state, [&](PageState& changed) {
      changed.*kind.view = view;
      changed.page = state.page;
    });
    html.put("a", {{"href", address}, {"class", name}, {"title", words}, {"aria-label", words}}, sign);
  };
  const auto nav = html.open("span", {{"class", "tools"}});
  const TimeAxis& axis = histogram.axis;
  if (axis.earlier) link("‹", fmt::format("{}: earlier", kind.title), moved_view(axis, AxisMove::earlier));
  if (axis.later) link("›", fmt::format("{}: later", kind.title), moved_view(axis, AxisMove::later));
  const std::string& filter = state.*kind.filter;
  if (!filter.empty() && filter != state.*kind.view)
    link("+", fmt::format("{}: zoom to what is selected", kind.title), filter);
  if (axis.earlier || axis.later)
    link("−", fmt::format("{}: zoom out", kind.title), moved_view(axis, AxisMove::wider), "tool wider");
  if (!(state.*kind.view).empty()) link("↺", fmt::format("{}: as at first", kind.title), "");
}

void put_table(Html& html, const Histogram& histogram) {
  const auto details = html.open("details", {{"class", "numbers"}});
  html.put("summary", {}, "numbers");
  const auto table = html.open("table");
  {
    const auto head = html.open("thead");
    const auto row = html.open("tr");
    html.put("th", {{"scope", "col"}}, unit_name(histogram.axis.unit));
    html.put("th", {{"scope", "col"}}, "passages");
    html.put("th", {{"scope", "col"}}, "documents");
  }
  const auto body = html.open("tbody");
  const auto row_of = [&](std::string_view title, const TimeBar& bar) {
    if (bar.whole.passages == 0 && bar.part.passages == 0) return;
    const auto row = html.open("tr", {Attribute("class", "on").when(bar.selected)});
    html.put("th", {{"scope", "row"}}, title);
    const auto cell = [&](std::uint64_t part, std::uint64_t whole) {
      html.put("td", {},
               part == whole ? group_digits(part) : group_digits(part) + " of " + group_digits(whole));
    };
    cell(bar.part.passages, bar.whole.passages);
    cell(bar.part.documents, bar.whole.documents);
  };
  for (const TimeBar& bar : histogram.bars) row_of(unit_in_words(histogram.axis.unit, bar.number), bar);
  row_of(histogram.kind->undated, histogram.undated);
}

}  // namespace

Histogram make_histogram(const HistogramKind& kind, const TimeAxis& axis, const TwoFacets& facets,
                         std::string_view filter) {
  Histogram histogram{&kind, axis, {}, {}};
  for (std::int32_t number = axis.first; number <= axis.last; ++number)
    histogram.bars.push_back({.number = number});
  const auto each_bar = [&](const Facet& facet, const auto& use) {
    for (const Bucket& bucket : facet.buckets) {
      const auto date = parse_partial_date(bucket.value);
      if (!date) continue;
      const std::int32_t number = unit_number(axis.unit, date->days.first);
      if (number >= axis.first && number <= axis.last)
        use(histogram.bars[static_cast<std::size_t>(number - axis.first)], bucket, date->days);
    }
  };
  const auto range = filter.empty() ? std::nullopt : parse_date_range(filter, DateField::published);
  each_bar(facets.whole,
           [](TimeBar& bar, const Bucket& bucket, const DayInterval&) { bar.whole = bucket.counts; });
  each_bar(facets.part, [&](TimeBar& bar, const Bucket& bucket, const DayInterval& days) {
    bar.part = bucket.counts;
    bar.selected = bucket.selected;
    bar.partly = bar.selected && range && !days.within(range->days);
  });
  histogram.undated.whole = facets.whole.missing;
  histogram.undated.part = facets.part.missing;
  histogram.undated.selected = range && range->none;
  return histogram;
}

void put_histogram(Html& html, const PageState& state, const Histogram& histogram) {
  const HistogramKind& kind = *histogram.kind;
  const auto section = html.open("section", {{"class", "histogram"},
                                             {"data-histogram", kind.name},
                                             {"aria-labelledby", fmt::format("{}-title", kind.name)}});
  {
    const auto head = html.open("header");
    const auto title = html.open("h2", {{"id", fmt::format("{}-title", kind.name)}});
    html.text(kind.title);
    html.put("small", {}, fmt::format(" by {}", unit_name(histogram.axis.unit)));
  }
  put_view_links(html, state, histogram);
  Drawing drawing(html, state, histogram);
  drawing.draw();
  drawing.draw_labels();
  put_range_form(html, state, kind);
  put_table(html, histogram);
}

}  // namespace dossier::web
