#include "facet_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "bar.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

constexpr std::size_t kWidestBar = 40;

std::string year_label(int year) {
  return year > 0 ? std::to_string(year) : fmt::format("{} BC", 1 - year);
}

// "1900–1999" for the century "19c", which few would read as that.
std::string row_label(const Bucket& row, CalendarUnit unit) {
  int number = 0;
  const std::string_view value = row.value;
  const char* const end = value.data() + value.size();
  const auto [behind, error] = std::from_chars(value.data(), end, number);
  const bool century =
      unit == CalendarUnit::century && error == std::errc() && behind + 1 == end && *behind == 'c';
  if (!century) return visible_name(value);
  return year_label(100 * number) + "–" + year_label(100 * number + 99);
}

void put_histogram(TextOutput& out, const Facet& facet, CalendarUnit unit) {
  const Style& style = out.style();
  out.facts({facet_title(facet), "passages (documents)"}, 0, Ink::strong);

  std::uint64_t most = 0;
  std::size_t label_width = 0;
  std::size_t count_width = 0;
  std::vector<std::string> labels, counts;
  for (const Bucket& row : facet.buckets) {
    labels.push_back(row_label(row, unit));
    most = std::max(most, row.counts.passages);
    label_width = std::max(label_width, display_width(labels.back()) + (row.selected ? 2 : 0));
    counts.push_back(
        fmt::format("{} ({})", group_digits(row.counts.passages), group_digits(row.counts.documents)));
    count_width = std::max(count_width, counts.back().size());
  }
  const std::size_t taken = 2 + label_width + 2 + 1 + count_width;
  const std::size_t room = style.width == 0 ? kWidestBar : style.width > taken ? style.width - taken : 0;
  for (std::size_t i = 0; i < facet.buckets.size(); ++i) {
    const Bucket& row = facet.buckets[i];
    std::string& label = labels[i];
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
