#include "facet_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "bar.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

// More rows than this are joined into the next larger unit: a histogram should be seen at a glance.
constexpr std::size_t kMaxRows = 24;
constexpr std::size_t kWidestBar = 40;

struct Histogram {
  std::vector<Bucket> rows;
  std::optional<CalendarUnit> joined;  // the unit the buckets were joined into
};

// The buckets summed by the unit that holds them; none if a value is no date.
std::optional<std::vector<Bucket>> join_buckets(const std::vector<Bucket>& buckets, CalendarUnit unit) {
  std::vector<Bucket> joined;
  for (const Bucket& bucket : buckets) {
    const auto date = parse_partial_date(bucket.value);
    if (!date) return std::nullopt;
    std::string value = format_unit(unit, date->days.first);
    if (joined.empty() || joined.back().value != value)
      joined.push_back({.value = std::move(value), .counts = {}});
    Bucket& sum = joined.back();
    sum.counts.passages += bucket.counts.passages;
    sum.counts.documents += bucket.counts.documents;
    sum.selected = sum.selected || bucket.selected;
  }
  return joined;
}

Histogram histogram_of(const Facet& facet, CalendarUnit unit) {
  Histogram histogram{facet.buckets, std::nullopt};
  static constexpr std::array ladder = {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year,
                                        CalendarUnit::decade, CalendarUnit::century};
  for (const CalendarUnit larger : ladder) {
    if (larger <= unit || histogram.rows.size() <= kMaxRows) continue;
    auto joined = join_buckets(facet.buckets, larger);
    if (!joined) break;
    histogram = {std::move(*joined), larger};
  }
  return histogram;
}

void put_histogram(TextOutput& out, const Facet& facet, CalendarUnit unit) {
  const Style& style = out.style();
  const Histogram histogram = histogram_of(facet, unit);
  std::vector<std::string> notes = {facet_title(facet), "passages (documents)"};
  if (histogram.joined)
    notes.push_back(fmt::format("shown by {}: the sums of {} {}s", unit_name(*histogram.joined),
                                histogram.rows.empty() ? 0 : facet.buckets.size(), unit_name(unit)));
  out.facts(notes, 0, Ink::strong);

  std::uint64_t most = 0;
  std::size_t label_width = 0;
  std::size_t count_width = 0;
  std::vector<std::string> counts;
  for (const Bucket& row : histogram.rows) {
    most = std::max(most, row.counts.passages);
    label_width = std::max(label_width, display_width(row.value) + (row.selected ? 2 : 0));
    counts.push_back(
        fmt::format("{} ({})", group_digits(row.counts.passages), group_digits(row.counts.documents)));
    count_width = std::max(count_width, counts.back().size());
  }
  const std::size_t taken = 2 + label_width + 2 + 1 + count_width;
  const std::size_t room = style.width == 0 ? kWidestBar : style.width > taken ? style.width - taken : 0;
  for (std::size_t i = 0; i < histogram.rows.size(); ++i) {
    const Bucket& row = histogram.rows[i];
    std::string label = visible_name(row.value);
    if (row.selected) label = "*" + label + "*";
    label.append(label_width - std::min(label_width, display_width(label)), ' ');
    const std::string drawn = room < 3 ? ""
                                       : bar(static_cast<double>(row.counts.passages),
                                             static_cast<double>(most), std::min(room, kWidestBar), style);
    out.line(fmt::format("  {}  {}{}{}", inked(label, row.selected ? Ink::strong : Ink::plain, style), drawn,
                         drawn.empty() ? "" : " ", counts[i]));
  }
}

}  // namespace

std::string facet_title(const Facet& facet) {
  const std::size_t colon = facet.name.find(':');
  return colon == std::string::npos ? facet.name
                                    : facet.name.substr(0, colon) + " by " + facet.name.substr(colon + 1);
}

std::string_view missing_label(const Facet& facet) {
  const bool of_dates = facet.name.starts_with("published") || facet.name.starts_with("mentioned");
  return of_dates ? "undated" : "without";
}

void put_facet(TextOutput& out, const Facet& facet) {
  const std::size_t colon = facet.name.find(':');
  const auto unit = colon == std::string::npos
                        ? std::nullopt
                        : parse_unit_name(std::string_view(facet.name).substr(colon + 1));
  std::vector<std::string> rest;
  if (facet.more > 0) rest.push_back(group_digits(facet.more) + " more");
  if (facet.missing.passages > 0) {
    rest.push_back(fmt::format("{}: {} ({})", missing_label(facet), group_digits(facet.missing.passages),
                               group_digits(facet.missing.documents)));
  }
  if (unit) {
    if (facet.buckets.empty() && rest.empty()) return;
    put_histogram(out, facet, *unit);
    out.facts(rest, 2);
    return;
  }
  CellText cells(out.style());
  cells.append(facet_title(facet), Ink::strong);
  std::string_view before = ": ";
  for (const Bucket& bucket : facet.buckets) {
    cells.append(before);
    cells.append_name(bucket.selected ? "*" + bucket.value + "*" : bucket.value,
                      bucket.selected ? Ink::strong : Ink::plain);
    cells.append(
        fmt::format(" {} ({})", group_digits(bucket.counts.passages), group_digits(bucket.counts.documents)));
    before = ", ";
  }
  for (const std::string& note : rest) {
    cells.append(before);
    cells.append(note, Ink::dim);
    before = ", ";
  }
  out.block(cells);
}

}  // namespace dossier
