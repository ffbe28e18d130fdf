#include "shown_date.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"
#include "grammar.h"
#include "resolver_calendar.h"
#include "tokens.h"

namespace dossier::dates {
namespace {

struct Place {
  std::size_t start = 0;
  std::size_t end = 0;
  PartialDate date;
  std::optional<PartialDate> swapped;  // where nobody can tell day and month apart: the other reading
  Order order = Order::none;
  bool in_range = false;  // one end of a range: a time that something takes
};

std::optional<PartialDate> to_partial(const WrittenDate& date) {
  if (!date.is_complete() || date.part != PartOf::whole) return std::nullopt;
  if (date.unit != Unit::day && date.unit != Unit::month) return std::nullopt;
  const auto days = interval_in(date, *date.year);
  if (!days) return std::nullopt;
  return PartialDate{*days, date.unit == Unit::day ? CalendarUnit::day : CalendarUnit::month};
}

// "September 11" and "9/11" name an event: their year is not written.
bool names_event(const Tokens& tokens, const Found& found) {
  const bool same_day = found.date.year == 2001 && found.date.month == 9 && found.date.day == 11;
  if (!same_day || tokens.at(found.last - 1).value != found.date.day) return false;
  for (std::size_t i = found.first; i < found.last; ++i) {
    if (tokens.at(i).value == found.date.year) return false;  // 2001-09-11
  }
  return true;
}

Place to_place(const Tokens& tokens, const Found& found, const PartialDate& date) {
  Place place{.start = tokens.at(found.first).start,
              .end = tokens.at(found.last - 1).end,
              .date = date,
              .order = found.date.order};
  if (found.date.order != Order::open || found.date.day == found.date.month) return place;
  WrittenDate other = found.date;
  std::swap(other.day, other.month);
  place.swapped = to_partial(other);
  return place;
}

bool joins_range(const Reader& reader, const Found& left, const Found& right) {
  return right.first == left.last + 1 && (reader.is_dash(left.last) || reader.is(left.last, Role::to));
}

// What stands between a dateline and its text.
constexpr std::array<std::string_view, 8> kLeadMarks{"–", "—", "-", ")", "(", "]", "/", "|"};

// The days and months of `line`.
std::vector<Place> find_places(std::string_view line, Languages languages) {
  Tokens tokens;
  tokens.read(line, languages);
  std::vector<Found> found;
  find_dates(tokens, languages, found);
  const Reader reader(tokens, languages);
  std::vector<Place> places;
  bool ends_range = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool begins_range = i + 1 < found.size() && joins_range(reader, found[i], found[i + 1]);
    const bool in_range = found[i].until || begins_range || ends_range;
    ends_range = begins_range;
    const auto date = to_partial(found[i].date);
    if (!date || names_event(tokens, found[i])) continue;
    places.push_back(to_place(tokens, found[i], *date));
    places.back().in_range = in_range;
  }
  return places;
}

bool holds_day(const std::vector<Place>& places) {
  return std::any_of(places.begin(), places.end(),
                     [](const Place& place) { return place.date.precision == CalendarUnit::day; });
}

// Looks with the words of these languages; where they name no day, with those of all. Months alone would be
// too many: "des 2021" is December somewhere.
std::vector<Place> find_in_any_language(std::string_view line, Languages languages) {
  auto places = find_places(line, languages);
  if (!holds_day(places) && languages != all_languages) {
    if (auto others = find_places(line, all_languages); holds_day(others)) places = std::move(others);
  }
  if (!places.empty()) return places;
  // What metadata writes: "Jan 04 09:34 2021", "20200411T101010Z", "26 | 01 | 2022".
  constexpr std::size_t kMostBytes = 40;
  const auto written = line.size() <= kMostBytes ? parse_written_date(line) : std::nullopt;
  if (written && written->precision == CalendarUnit::day)
    places.push_back({.start = 0, .end = line.size(), .date = *written});
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

// The lower, the more telling.
int rank(const ShownDate& shown) noexcept {
  const int wording = shown.wording == DateWording::published ? 0
                      : shown.wording == DateWording::none    ? 1
                                                              : 2;
  return wording + (shown.date.precision == CalendarUnit::day ? 0 : 3);
}

}  // namespace

std::optional<ShownDate> find_shown_date(std::string_view written, Languages languages) {
  const std::size_t line_start = written.rfind('\n') + 1;  // 0 if there is no label
  const std::string_view line = written.substr(line_start);
  const std::vector<Place> places = find_in_any_language(line, languages);
  std::optional<ShownDate> best;
  std::size_t before = 0;  // where what is said of a date begins, in all that is written
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const std::size_t start = line_start + place.start, end = line_start + place.end;
    const std::size_t behind = i + 1 < places.size() ? line_start + places[i + 1].start : written.size();
    const std::string_view text = written.substr(start, end - start);
    ShownDate shown{.date = place.date, .swapped = place.swapped, .order = place.order};
    shown.wording = date_wording(written.substr(before, start - before), written.substr(end, behind - end));
    shown.rest = count_code_points(line) - count_code_points(text);
    shown.of_act = dates_an_act(line.substr(0, place.start));
    shown.is_lead = leads(line, place);
    before = end;
    if (place.in_range || (best && rank(*best) <= rank(shown))) continue;
    best = shown;
  }
  return best;
}

}  // namespace dossier::dates
