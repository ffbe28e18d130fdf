// Days before their month: 24 May 2013, le 5 juin, 24 de mayo de 2013, 29 января 2017 г.; ranges and lists of
// them.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// How many days a list has at most.
constexpr int kMostListed = 6;

std::optional<Piece<int>> day_number(const Reader& reader, std::size_t i) {
  return reader.is_number(i) ? reader.day_at(i) : std::nullopt;
}

std::optional<Found> day_month_or_numeric(const Reader& reader, std::size_t i) {
  if (auto found = day_month(reader, i)) return found;
  return numeric_day(reader, i);
}

// A day whose month and year stand behind another one's.
Found with_month_of(const Found& other, std::size_t i, int day, std::size_t last) {
  Found found{.first = i, .last = last, .date = other.date};
  found.date.day = day;
  return found;
}

// The first of a list: 10, or 10-12.
struct Listed {
  int day;
  std::optional<int> until;
  std::size_t next;
};

std::optional<Listed> listed_at(const Reader& reader, std::size_t i) {
  const auto day = day_number(reader, i);
  if (!day) return std::nullopt;
  const auto until = reader.is_dash(day->next) ? day_number(reader, day->next + 1) : std::nullopt;
  if (!until || until->value <= day->value) return Listed{day->value, std::nullopt, day->next};
  return Listed{day->value, until->value, until->next};
}

Found with_month_of(const Found& other, std::size_t i, const Listed& listed) {
  Found found = with_month_of(other, i, listed.day, listed.next);
  if (listed.until) {
    found.until = found.date;
    found.until->day = *listed.until;
  }
  return found;
}

// The year of a law that is cited by its number: Ley 19/2013, de 9 de diciembre; Lei n.º 55-A/2010, de 31 de
// dezembro.
std::optional<int> year_of_law(const Reader& reader, std::size_t i) {
  if (!reader.speaks(es | pt) || i < 4 || !reader.is(i - 1, Role::of) || !reader.is_mark(i - 2, ','))
    return std::nullopt;
  const bool number =
      is_year_number(reader.at(i - 3)) && reader.at(i - 3).glued && reader.is_mark(i - 4, '/');
  return number ? std::optional(reader.at(i - 3).value) : std::nullopt;
}

// The token behind what parts the days of a list.
std::optional<std::size_t> behind_separator(const Reader& reader, std::size_t i) {
  const bool comma = reader.is_mark(i, ',');
  std::size_t next = comma ? i + 1 : i;
  if (reader.is(next, Role::both)) ++next;
  if (next == i) return std::nullopt;
  if (!comma && reader.is_article(next)) ++next;  // am 23. und am 24.
  return next;
}

// 24 May 2013, 08:27; am 24. Mai, 8.15 Uhr: a time of the day.
bool is_time(const Reader& reader, std::size_t i) {
  const bool parted = reader.is_mark(i + 1, ':') || reader.is_mark(i + 1, '.');
  return parted && reader.is_glued(i + 1) && reader.is_glued(i + 2) && reader.is_number(i + 2);
}

}  // namespace

std::optional<Found> day_month(const Reader& reader, std::size_t i) {
  const auto day = reader.day_at(i);
  if (!day) return std::nullopt;
  std::size_t next = day->next;
  if (reader.is_unit(next, Unit::day) && reader.is(next + 1, Role::of)) ++next;  // 4th day of July
  if (reader.is_dash(next) && reader.is_glued(next)) ++next;                     // 5-May-2013
  const auto month = reader.month_at(reader.skip_of(next));
  if (!month || day->value > most_days(month->value.month)) return std::nullopt;
  std::size_t last = month->next;
  if (reader.is_dash(last) && reader.is_glued(last) && reader.is_number(last + 1) &&
      reader.is_glued(last + 1))
    ++last;
  Found found{.first = i,
              .last = last,
              .date = {.month = month->value.month, .day = day->value, .order = Order::spelled_day_first}};
  if (const auto year = reader.year_behind(last)) {
    found.date.year = year->value;
    found.last = year->next;
  } else if (const auto shift = reader.shift_behind(last)) {
    found.date.shift = shift->value;
    found.last = shift->next;
  } else {
    found.last = month->next;
    found.date.year = year_of_law(reader, i);
  }
  if (month->value.foreign && !found.date.year) return std::nullopt;
  return found;
}

// 3-7 May 2013, between 3 and 7 May, 3. bis 7. Mai, с 3 по 7 мая, 25.-27.5.2013, 25/26 May.
std::optional<Found> day_range(const Reader& reader, std::size_t i) {
  const auto first = day_number(reader, i);
  if (!first) return std::nullopt;
  const bool slash = reader.is_mark(first->next, '/') && reader.is_glued(first->next);
  const auto second_at =
      slash ? std::optional(first->next + 1) : reader.joint(first->next, reader.is_between(i));
  const auto second = second_at ? day_number(reader, *second_at) : std::nullopt;
  if (!second || second->value <= first->value) return std::nullopt;
  const auto end = slash ? day_month(reader, *second_at) : day_month_or_numeric(reader, *second_at);
  if (!end || end->date.day != second->value) return std::nullopt;
  Found found = with_month_of(*end, i, first->value, end->last);
  found.until = end->date;
  return found;
}

std::optional<Found> day_list(const Reader& reader, std::size_t i) {
  const auto first = listed_at(reader, i);
  const bool title =
      i > 0 && reader.is_capitalised(i - 1) && !reader.begins_sentence(i - 1);  // Dawn 5, and 22
  if (!first || title) return std::nullopt;
  std::size_t next = first->next;
  for (int listed = 0; listed < kMostListed; ++listed) {
    const auto at = behind_separator(reader, next);
    const auto day = at ? day_number(reader, *at) : std::nullopt;
    if (!day) return std::nullopt;
    if (const auto range = day_range(reader, *at)) return with_month_of(*range, i, *first);
    if (const auto last = day_month_or_numeric(reader, *at)) return with_month_of(*last, i, *first);
    next = listed_at(reader, *at)->next;
  }
  return std::nullopt;
}

std::optional<Found> next_day(const Reader& reader, std::size_t i) {
  const auto& last = reader.last();
  const DateToken& token = reader.at(i);
  if (!last || last->date.unit != Unit::day || last->date.month == 0 || last->until || token.digits > 2)
    return std::nullopt;
  const auto at = behind_separator(reader, reader.floor());
  if (!at || *at != i || token.value <= last->date.day || token.value > most_days(last->date.month))
    return std::nullopt;
  const auto day = reader.day_at(i);
  const std::size_t next = day && !reader.is_mark(day->next - 1, '.') ? day->next : i + 1;
  if (is_time(reader, i) || reader.counts_noun(next) || (reader.is_glued(next) && reader.mark(next) == 0))
    return std::nullopt;
  Found found = with_month_of(*last, i, token.value, next);
  found.date.part = PartOf::whole;
  const auto year = reader.is_mark(next, ',') ? reader.year_at(next + 1) : std::nullopt;
  if (!found.date.year && year) {
    found.date.year = year->value;
    found.last = year->next;
  }
  return found;
}

// On the 20th, by the 14th: a day of the month that was spoken of.
std::optional<Found> day_alone(const Reader& reader, std::size_t i) {
  if (!reader.may_speak(en) || i < 2 || i - 1 < reader.floor()) return std::nullopt;
  const auto day = day_number(reader, i);
  if (!day || day->next != i + 2 || reader.find(i + 1, Role::day_suffix, en) == nullptr) return std::nullopt;
  const bool introduced =
      reader.find(i - 1, Role::article, en) != nullptr && reader.is(i - 2, Role::before_day);
  if (!introduced || reader.counts_noun(day->next)) return std::nullopt;
  return Found{.first = i - 1, .last = day->next, .date = {.unit = Unit::day, .day = day->value}};
}

}  // namespace dossier::dates
