#include "shown_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"
#include "grammar.h"
#include "tokens.h"

namespace dossier::dates {
namespace {

struct Place {
  std::size_t start = 0;
  std::size_t end = 0;
  PartialDate date;
};

std::optional<PartialDate> to_partial(const WrittenDate& date) {
  if (!date.is_complete() || date.part != PartOf::whole || date.month < 1) return std::nullopt;
  const auto month = static_cast<unsigned>(date.month);
  if (date.unit == Unit::month) return PartialDate{month_interval(*date.year, month), CalendarUnit::month};
  if (date.unit != Unit::day || date.day < 1 || !is_real_date(*date.year, month, static_cast<unsigned>(date.day)))
    return std::nullopt;
  const Day day = month_interval(*date.year, month).first + date.day - 1;
  return PartialDate{{day, day}, CalendarUnit::day};
}

bool joins_range(std::string_view between) {
  between = trim(between);
  return between == "-" || between == "–" || between == "—" || between == "to" || between == "bis" ||
         between == "until" || between == "au" || between == "al" || between == "по" || between == "до";
}

// What stands between a dateline and its text.
constexpr std::array<std::string_view, 8> kLeadMarks{"–", "—", "-", ")", "(", "]", "/", "|"};

// The whole dates of `line`, those of ranges left out.
std::vector<Place> find_places(std::string_view line, const GrammarOptions& options) {
  Tokens tokens;
  tokens.read(line);
  std::vector<Found> found;
  Grammar(tokens, options).find(found);
  std::vector<Place> places;
  std::size_t range_end = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t start = tokens.at(found[i].first).start;
    const std::size_t end = tokens.at(found[i].last - 1).end;
    const bool begins_range = i + 1 < found.size() &&
                              joins_range(line.substr(end, tokens.at(found[i + 1].first).start - end));
    const bool in_range = found[i].until || begins_range || (range_end > 0 && range_end == start);
    range_end = begins_range ? tokens.at(found[i + 1].first).start : 0;
    const auto date = in_range ? std::nullopt : to_partial(found[i].date);
    if (date) places.push_back({start, end, *date});
  }
  return places;
}

bool holds_day(const std::vector<Place>& places) {
  return std::any_of(places.begin(), places.end(),
                     [](const Place& place) { return place.date.precision == CalendarUnit::day; });
}

// Looks with the words of the line's own language, then with those of all.
std::vector<Place> find_in_any_language(std::string_view line, std::string_view language, bool month_first) {
  auto places = find_places(line, {.languages = language_bits(language), .month_first = month_first});
  if (!holds_day(places) && !language.empty()) {
    auto others = find_places(line, {.month_first = month_first});
    if (holds_day(others) || places.empty()) places = std::move(others);
  }
  if (!places.empty()) return places;
  // What metadata writes: "Jan 04 09:34 2021", "20200411T101010Z", "26 | 01 | 2022".
  constexpr std::size_t kMostBytes = 40;
  const auto written = line.size() <= kMostBytes ? parse_written_date(line) : std::nullopt;
  if (written && written->precision == CalendarUnit::day) places.push_back({0, line.size(), *written});
  return places;
}

// Whether the date at `place` is a dateline before a text.
bool leads(std::string_view line, const Place& place) {
  constexpr std::size_t kMostBefore = 40;
  if (place.start > kMostBefore) return false;
  const std::string_view behind = trim(line.substr(place.end));
  return std::any_of(kLeadMarks.begin(), kLeadMarks.end(),
                     [&](std::string_view mark) { return behind.starts_with(mark); });
}

bool writes_month_first(std::string_view language) {
  return ascii_lower(language.substr(0, 5)).starts_with("en") && language.size() >= 5 &&
         ascii_lower(language.substr(3, 2)) == "us";
}

}  // namespace

std::optional<ShownDate> find_shown_date(std::string_view written, std::string_view language) {
  const std::size_t newline = written.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? written : written.substr(newline + 1);
  const std::string_view label = written.substr(0, written.size() - line.size());
  const bool month_first = writes_month_first(language);
  const std::vector<Place> places = find_in_any_language(line, language, month_first);
  std::optional<ShownDate> best;
  const auto rank = [](const ShownDate& shown) {
    const int wording = shown.wording == DateWording::published ? 0 : shown.wording == DateWording::none ? 1 : 2;
    return wording + (shown.date.precision == CalendarUnit::day ? 0 : 3);
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t before = i == 0 ? 0 : places[i - 1].end;
    const std::size_t behind = i + 1 < places.size() ? places[i + 1].start : line.size();
    ShownDate shown{.date = places[i].date};
    const std::string_view near = line.substr(before, places[i].start - before);
    shown.wording = date_wording(i == 0 ? std::string(label) + std::string(near) : std::string(near),
                                 line.substr(places[i].end, behind - places[i].end));
    shown.rest = count_code_points(line) - count_code_points(line.substr(places[i].start, places[i].end - places[i].start));
    shown.of_act = dates_an_act(line.substr(0, places[i].start));
    shown.is_lead = leads(line, places[i]);
    if (best && rank(*best) <= rank(shown)) continue;
    best = shown;
    const auto other = find_in_any_language(line.substr(places[i].start, places[i].end - places[i].start), language,
                                            !month_first);
    if (!other.empty() && other[0].date != shown.date) best->swapped = other[0].date;
  }
  return best;
}

}  // namespace dossier::dates
