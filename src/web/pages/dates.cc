#include "dates.h"

#include <fmt/format.h>

#include <array>

#include "dossier/query/parser.h"

namespace dossier::web {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string year_in_words(int year) {
  return year > 0 ? std::to_string(year) : fmt::format("{} BC", 1 - year);
}

// What is one date does not part at the end of a line.
constexpr std::string_view kNoBreak = "\u00A0";

std::string unit_in_words(CalendarUnit unit, Day first) {
  const std::chrono::year_month_day date = to_date(first);
  const std::string year = year_in_words(static_cast<int>(date.year()));
  const std::string_view month = kMonths[static_cast<unsigned>(date.month()) - 1];
  switch (unit) {
    case CalendarUnit::day:
      return fmt::format("{}{}{}{}{}", static_cast<unsigned>(date.day()), kNoBreak, month, kNoBreak, year);
    case CalendarUnit::month:
      return fmt::format("{}{}{}", month, kNoBreak, year);
    case CalendarUnit::year:
      return year;
    case CalendarUnit::decade:
    case CalendarUnit::century:
      break;
  }
  return format_unit(unit, first);
}

bool is_unit(const PartialDate& date) {
  return date.days == unit_interval(date.precision, date.days.first);
}

}  // namespace

std::string date_in_words(const PartialDate& date) {
  if (is_unit(date)) return unit_in_words(date.precision, date.days.first);
  return fmt::format("{} – {}", unit_in_words(CalendarUnit::day, date.days.first),
                     unit_in_words(CalendarUnit::day, date.days.last));
}

std::string date_in_words(const PublicationDate& date) {
  return date_in_words(PartialDate{date.days, date.precision});
}

std::string date_in_words(const DateMention& mention) {
  const std::string_view part = mention_part_name(mention.part);
  const std::string date = date_in_words(PartialDate{mention.days, mention.precision});
  return part.empty() ? date : fmt::format("{}{}{}", part, kNoBreak, date);
}

std::string range_in_words(std::string_view range) {
  const std::string_view within = range.starts_with('=') ? "wholly within " : "";
  const std::string_view bare = range.starts_with('=') ? range.substr(1) : range;
  const std::size_t dots = bare.find("..");
  const auto end_in_words = [](std::string_view end) -> std::string {
    const auto date = parse_partial_date(end);
    return date ? date_in_words(*date) : std::string(end);
  };
  const auto parsed = parse_date_range(range, DateField::published);
  if (!parsed) return std::string(range);
  if (parsed->none) return "no date";
  if (dots == std::string_view::npos) return std::string(within) + end_in_words(bare);
  const std::string_view first = bare.substr(0, dots);
  const std::string_view last = bare.substr(dots + 2);
  if (first.empty()) return fmt::format("{}until {}", within, end_in_words(last));
  if (last.empty()) return fmt::format("{}from {} on", within, end_in_words(first));
  return fmt::format("{}{} – {}", within, end_in_words(first), end_in_words(last));
}

std::string range_of_units(CalendarUnit unit, std::int32_t first, std::int32_t last) {
  const std::string begin = format_unit(unit, unit_first_day(unit, first));
  if (first == last) return begin;
  return begin + ".." + format_unit(unit, unit_first_day(unit, last));
}

}  // namespace dossier::web
