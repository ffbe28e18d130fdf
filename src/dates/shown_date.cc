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
  bool in_range = false;  // one end of a range: a time that something takes
};

std::optional<PartialDate> to_partial(const WrittenDate& date) {
  if (!date.is_complete() || date.part != PartOf::whole || date.month < 1) return std::nullopt;
  const auto month = static_cast<unsigned>(date.month);
  if (date.unit == Unit::month) return PartialDate{month_interval(*date.year, month), CalendarUnit::month};
  if (date.unit != Unit::day || date.day < 1 ||
      !is_real_date(*date.year, month, static_cast<unsigned>(date.day)))
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

// The days and months of `line`.
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
    const bool begins_range =
        i + 1 < found.size() && joins_range(line.substr(end, tokens.at(found[i + 1].first).start - end));
    const bool in_range = found[i].until || begins_range || (range_end > 0 && range_end == start);
    range_end = begins_range ? tokens.at(found[i + 1].first).start : 0;
    if (const auto date = to_partial(found[i].date)) places.push_back({start, end, *date, in_range});
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
  const std::string lower = ascii_lower(language);
  return lower.starts_with("en-us") || lower.starts_with("en_us");
}

// The lower, the more telling.
int rank(const ShownDate& shown) noexcept {
  const int wording = shown.wording == DateWording::published ? 0
                      : shown.wording == DateWording::none    ? 1
                                                              : 2;
  return wording + (shown.date.precision == CalendarUnit::day ? 0 : 3);
}

}  // namespace

std::optional<ShownDate> find_shown_date(std::string_view written, std::string_view language) {
  const std::size_t line_start = written.rfind('\n') + 1;  // 0 if there is no label
  const std::string_view line = written.substr(line_start);
  const bool month_first = writes_month_first(language);
  const std::vector<Place> places = find_in_any_language(line, language, month_first);
  std::optional<ShownDate> best;
  std::size_t before = 0;  // where what is said of a date begins, in all that is written
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const std::size_t start = line_start + place.start, end = line_start + place.end;
    const std::size_t behind = i + 1 < places.size() ? line_start + places[i + 1].start : written.size();
    const std::string_view text = written.substr(start, end - start);
    ShownDate shown{.date = place.date};
    shown.wording = date_wording(written.substr(before, start - before), written.substr(end, behind - end));
    shown.rest = count_code_points(line) - count_code_points(text);
    shown.of_act = dates_an_act(line.substr(0, place.start));
    shown.is_lead = leads(line, place);
    before = end;
    if (place.in_range || (best && rank(*best) <= rank(shown))) continue;
    best = shown;
    const auto other = find_in_any_language(text, language, !month_first);
    if (!other.empty() && other[0].date != shown.date) best->swapped = other[0].date;
  }
  return best;
}

}  // namespace dossier::dates
