// Days counted from today, and weekdays: yesterday, Monday, last Friday, Friday, 24 May.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// How far before "today" is looked for what makes it nowadays, in tokens.
constexpr std::size_t kLastingBefore = 4;

// Mon., 5 June 2023; Freitag, den 24. Mai; vendredi 24 mai: the day that the weekday stands before.
std::optional<Found> dated(const Reader& reader, std::size_t first, std::size_t next) {
  if (reader.is_mark(next, '.') && reader.is_glued(next)) ++next;
  if (reader.is(next, Role::day_part)) ++next;  // Friday evening, 24 May
  if (reader.is_mark(next, ',') || reader.is(next, Role::of)) {
    ++next;
  } else if (reader.at(next).line_start) {
    return std::nullopt;  // Friday, as a title ends, and a date below it
  }
  if (reader.is_article(next)) ++next;
  std::optional<Found> found;
  if (reader.is_number(next)) {
    found = numeric_day(reader, next);
    if (!found) found = day_range(reader, next);
    if (!found) found = day_month(reader, next);
  } else if (const auto month = reader.month_at(next); month && !month->value.foreign) {
    found = days_of_month(reader, next, month->value.month, month->next);
  }
  if (found) found->first = first;
  return found;
}

// Of a weekday that begins at `i`: every Monday, a Sunday, one flight per week on Thursday.
bool is_repeated(const Reader& reader, std::size_t i) {
  if (i == 0) return false;
  const Meaning* count = reader.find(i - 1, Role::cardinal);
  if (reader.is(i - 1, Role::recurring) || (count != nullptr && count->value == 1)) return true;
  return i > 2 && reader.is(i - 1, Role::before_day) && reader.is_unit(i - 2, Unit::week) &&
         reader.is(i - 3, Role::recurring);
}

// The weekday that another one is joined to: Monday and Tuesday, Monday night and Tuesday; `i` if there is
// none.
std::size_t partner_before(const Reader& reader, std::size_t i) {
  if (i < 3) return i;
  if (!reader.is(i - 1, Role::both) && !reader.is_mark(i - 1, '/') && !reader.is_mark(i - 1, ',')) return i;
  const std::size_t partner = reader.is(i - 2, Role::day_part) ? i - 3 : i - 2;
  return reader.is(partner, Role::weekday) ? partner : i;
}

// Any of them: those that are repeated, and Friday nights.
bool is_any(const Reader& reader, std::size_t first, std::size_t next) {
  if (reader.is_unit(next, Unit::day) && reader.is(next, Role::units)) return true;
  return is_repeated(reader, first) || is_repeated(reader, partner_before(reader, first));
}

// Still in use today, better than today, bis heute; what is today Germany: nowadays.
bool is_nowadays(const Reader& reader, std::size_t first, std::size_t next) {
  bool compared = false;  // as strong today as
  for (std::size_t k = first; k > 0 && k + kLastingBefore > first && !reader.ends_sentence(k - 1); --k) {
    const Meaning* lasting = reader.find(k - 1, Role::lasting);
    if (lasting != nullptr && lasting->value == 0) return true;
    compared = compared || lasting != nullptr;
  }
  const Meaning* behind = reader.find(next, Role::lasting);
  if (behind != nullptr && (behind->value <= 1 || compared)) return true;
  // But "is today opening" is this day.
  return first > 0 && reader.is(first - 1, Role::copula) && !reader.text(next).ends_with("ing");
}

// Last Monday, that Tuesday, lunes pasado, të martën e kaluar: which of them.
bool take_shift(const Reader& reader, Found& found, Languages languages) {
  if (const auto shift = reader.shift_before(found.first, languages)) {
    found.date.shift = Shift{Unit::week, shift->amount, shift->base};
    found.first = shift->first;
    return true;
  }
  const std::size_t behind = reader.is(found.last, Role::link) ? found.last + 1 : found.last;
  const Reading now = reader.ahead(behind, Role::shift);
  if (!now || (now.meaning->languages & (romance | sq)) == 0) return false;
  found.last = now.next;
  found.date.shift = Shift{Unit::week, now.meaning->value, Base::now};
  return true;
}

}  // namespace

std::optional<Found> weekday(const Reader& reader, std::size_t i) {
  const Reading name = reader.ahead(i, Role::weekday);
  if (!name || (name.meaning->languages == en && !reader.is_capitalised(i))) return std::nullopt;
  if (reader.is_name_by_capital(i, name.meaning->languages)) return std::nullopt;
  if (auto found = dated(reader, i, name.next)) {
    found->date.weekday = name.meaning->value;
    return found;
  }
  Found found{.first = i, .last = name.next, .date = {.weekday = name.meaning->value}};
  const bool in_name = i > 1 && reader.is_glued(i) && reader.is_dash(i - 1) && reader.is_glued(i - 1);
  if (in_name || is_any(reader, i, name.next)) return std::nullopt;
  const bool shifted = take_shift(reader, found, name.meaning->languages);
  // "Prošle nedelje" is last week.
  if (shifted && reader.is_unit(i, Unit::week)) return std::nullopt;
  // Short forms and words of other meaning need something beside them: в среду, të hënën.
  const bool in_doubt = name.meaning->doubt != Doubt::none && !shifted;
  if (in_doubt && !(reader.speaks(slavic | sq) && i > 0 && reader.is(i - 1, Role::temporal)))
    return std::nullopt;
  return found;
}

std::optional<Found> relative_day(const Reader& reader, std::size_t i) {
  const Reading day = reader.ahead(i, Role::relative_day);
  if (!day) return std::nullopt;
  // "Guten Morgen", "am Morgen", "esta mañana"; "am heutigen Samstag" is the weekday's.
  const bool titled = reader.is_capitalised(i) && !reader.begins_sentence(i);
  const bool before_matters = i > 0 && (reader.is_article(i - 1) || reader.is(i - 1, Role::shift));
  if (day.meaning->doubt != Doubt::none && (before_matters || titled)) return std::nullopt;
  if (reader.is(day.next, Role::weekday)) return std::nullopt;
  if (day.meaning->value == 0 && is_nowadays(reader, i, day.next)) return std::nullopt;
  const std::size_t first = day.next > i + 1 ? reader.with_article(i) : i;
  return Found{
      .first = first, .last = day.next, .date = {.shift = Shift{Unit::day, day.meaning->value, Base::now}}};
}

}  // namespace dossier::dates
