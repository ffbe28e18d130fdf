#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "bar.h"
#include "csv.h"
#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "dossier/render/timeline.h"
#include "json.h"
#include "text_output.h"

namespace dossier {
namespace {

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kShownGap = 3;  // a longer run of buckets without any is one line

using Per = std::optional<std::uint32_t>;

// How many of `per` passages of that time; none where there are none of that time.
std::optional<double> rate(const Trend& trend, const TrendLine& line, std::size_t bucket, std::uint32_t per) {
  const std::uint64_t all = trend.collection[bucket].passages;
  if (all == 0) return std::nullopt;
  return static_cast<double>(line.counts[bucket].passages) * per / static_cast<double>(all);
}

double value(const Trend& trend, const TrendLine& line, std::size_t bucket, Per per) {
  return per ? rate(trend, line, bucket, *per).value_or(0)
             : static_cast<double>(line.counts[bucket].passages);
}

std::string number(double value, Per per) {
  return per ? fmt::format("{:.1f}", value) : group_digits(static_cast<std::uint64_t>(value));
}

bool is_empty(const Trend& trend, std::size_t bucket) {
  return std::all_of(trend.lines.begin(), trend.lines.end(),
                     [&](const TrendLine& line) { return line.counts[bucket].passages == 0; });
}

// The columns of the bars, one for each query, as wide as the style allows.
class Columns {
 public:
  Columns(const Trend& trend, Per per, const Style& style) : trend_(trend), per_(per), style_(style) {
    std::size_t digits = 1;
    for (std::size_t i = 0; i < trend.buckets.size(); ++i) {
      label_ = std::max(label_, trend.buckets[i].size());
      for (const TrendLine& line : trend.lines) {
        most_ = std::max(most_, value(trend, line, i, per));
        digits = std::max(digits, number(value(trend, line, i, per), per).size());
      }
    }
    const std::size_t columns = std::max<std::size_t>(trend.lines.size(), 1);
    const std::size_t room = style.width > 2 + label_ ? (style.width - 2 - label_) / columns : 0;
    const std::size_t fitting = room > digits + 3 ? room - digits - 3 : 0;
    bar_ = std::min(style.width == 0 ? kWidestBar : fitting, kWidestBar / columns);
    if (bar_ < 3) bar_ = 0;
    cell_ = bar_ + (bar_ > 0 ? 1 : 0) + digits;
  }

  std::string head() const {
    std::string out(2 + label_, ' ');
    for (const TrendLine& line : trend_.lines)
      add(out, truncate_text(visible_text(line.result.query), cell_, style_));
    return out;
  }

  std::string row(std::size_t bucket) const {
    std::string out = fmt::format("  {:<{}}", trend_.buckets[bucket], label_);
    for (const TrendLine& line : trend_.lines) {
      const double amount = value(trend_, line, bucket, per_);
      const std::string drawn = bar_ > 0 ? bar(amount, most_, bar_, style_) : "";
      add(out, drawn + (drawn.empty() ? "" : " ") + number(amount, per_));
    }
    return out;
  }

 private:
  void add(std::string& out, const std::string& cell) const {
    out += "  " + cell + std::string(cell_ - std::min(cell_, display_width(cell)), ' ');
  }

  const Trend& trend_;
  Per per_;
  const Style& style_;
  double most_ = 0;
  std::size_t label_ = 0, bar_ = 0, cell_ = 0;
};

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

void write_trend_text(std::ostream& stream, const Trend& trend, Per per, const Style& style) {
  TextOutput out(style);
  if (trend.buckets.empty()) {
    out.line("nothing found");
    stream << out.take();
    return;
  }
  const std::string_view unit = unit_name(trend.request.by);
  out.facts({fmt::format("{} by {}", trend.request.of, unit),
             per ? fmt::format("passages of {} of that {}", group_digits(*per), unit) : "passages"},
            0, Ink::strong);
  const Columns columns(trend, per, style);
  out.line(without_trailing_spaces(columns.head()));
  for (std::size_t i = 0; i < trend.buckets.size();) {
    std::size_t end = i;
    while (end < trend.buckets.size() && is_empty(trend, end)) ++end;
    if (end - i > kShownGap) {
      out.line(
          fmt::format("  {} {} {}s without any", style.unicode ? "…" : "...", group_digits(end - i), unit));
      i = end;
    }
    out.line(without_trailing_spaces(columns.row(i++)));
  }
  stream << out.take();
}

void write_trend_json(std::ostream& out, const Trend& trend, Per per) {
  Json queries = Json::array();
  for (const TrendLine& line : trend.lines) {
    Json query = query_json(line.result);
    query["total"] = counts_json(line.result.total);
    Json counts = Json::array();
    for (std::size_t i = 0; i < trend.buckets.size(); ++i) {
      Json count = counts_json(line.counts[i]);
      count["value"] = trend.buckets[i];
      if (per) {
        const auto share = rate(trend, line, i, *per);
        count["rate"] = share ? Json(*share) : Json();
      }
      counts.push_back(std::move(count));
    }
    query["counts"] = std::move(counts);
    queries.push_back(std::move(query));
  }
  Json collection = Json::array();
  for (std::size_t i = 0; i < trend.buckets.size(); ++i) {
    Json count = counts_json(trend.collection[i]);
    count["value"] = trend.buckets[i];
    collection.push_back(std::move(count));
  }
  out << dump_line({{"schema_version", output_schema_version},
                    {"of", trend.request.of},
                    {"by", unit_name(trend.request.by)},
                    {"per", per ? Json(*per) : Json()},
                    {"queries", std::move(queries)},
                    {"collection", std::move(collection)}});
}

void write_trend_csv(std::ostream& out, const Trend& trend, Per per) {
  out << "query,value,passages,documents,collection" << (per ? ",rate" : "") << "\r\n";
  for (const TrendLine& line : trend.lines) {
    for (std::size_t i = 0; i < trend.buckets.size(); ++i) {
      CsvRow row;
      row.text(line.result.query).text(trend.buckets[i]).number(line.counts[i].passages);
      row.number(line.counts[i].documents).number(trend.collection[i].passages);
      if (per) {
        const auto share = rate(trend, line, i, *per);
        row.number(share ? fmt::format("{:.4f}", *share) : "");
      }
      out << row.end();
    }
  }
}

}  // namespace dossier
