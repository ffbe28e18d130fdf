// Dates that turn on a month: May 29, 2013, the fifth of January, January to June 2015, March 1999, last May,
// in April; and on a day with a name.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// "9 September" is read before; this is what "September 11 attacks" and "attentats du 11 septembre" mean.
constexpr int kEventYear = 2001;

bool is_event(const Reader& reader, const Found& found) {
  if (found.date.day != 11 || found.date.month != 9) return false;
  return reader.is(found.last, Role::event) || (found.first > 1 && reader.is(found.first - 2, Role::event));
}

// A small "march" or "may" is a verb: English writes months with a capital.
bool is_small(const Reader& reader, std::size_t i, Doubt doubt) {
  return doubt >= Doubt::some && reader.speaks(en) && !reader.is_capitalised(i);
}

// The fifth of January, primero de mayo, premier mai, першого травня: the ordinal stands before.
std::optional<Found> ordinal_before(const Reader& reader, std::size_t i, const MonthName& month,
                                    std::size_t behind) {
  const bool with_of = i > reader.floor() && reader.is(i - 1, Role::of);
  const auto ordinal = reader.ordinal_before(with_of ? i - 1 : i);
  if (!ordinal || (!with_of && !reader.may_speak(slavic | fr | it | de))) return std::nullopt;
  if (ordinal->value > most_days(month.month)) return std::nullopt;
  Found found{.first = ordinal->next,
              .last = behind,
              .date = {.month = month.month, .day = ordinal->value, .order = Order::spelled_day_first}};
  found.first = reader.with_article(found.first);
  reader.take_year_behind(found);
  return found;
}

// January to June 2015, March-May 1999.
std::optional<Found> month_range(const Reader& reader, std::size_t i, const MonthName& month,
                                 std::size_t behind) {
  const auto second_at = reader.joint(behind, reader.is_between(i));
  const auto second = second_at ? reader.month_at(*second_at) : std::nullopt;
  if (!second || second->value.foreign || reader.day_at(second->next)) return std::nullopt;
  const auto year = reader.year_behind(second->next);
  if (!year) return std::nullopt;
  const bool same_year = second->value.month > month.month;
  return Found{
      .first = i,
      .last = year->next,
      .date = {.unit = Unit::month, .year = same_year ? year->value : year->value - 1, .month = month.month},
      .until = WrittenDate{.unit = Unit::month, .year = year->value, .month = second->value.month}};
}

// last May, next March, the previous April: which one stands before.
bool take_shift_before(const Reader& reader, Found& found, Languages languages) {
  const auto shift = reader.shift_before(found.first, languages);
  if (!shift || shift->amount == 0) return false;
  found.date.shift = Shift{Unit::month, shift->amount, shift->base};
  found.first = reader.with_article(shift->first);
  return true;
}

// avril dernier, octubre pasado: which one stands behind.
bool take_shift_after(const Reader& reader, Found& found) {
  const Meaning* shift = reader.find(found.last, Role::shift, romance | sq);
  if (shift == nullptr || shift->value == 0) return false;
  found.date.shift = Shift{Unit::month, shift->value, Base::now};
  ++found.last;
  return true;
}

// The month without a day.
std::optional<Found> month_alone(const Reader& reader, std::size_t i, const MonthName& month,
                                 std::size_t behind) {
  Found found{.first = i, .last = behind, .date = {.unit = Unit::month, .month = month.month}};
  if (reader.take_year_behind(found)) {
    reader.take_part_before(found);
    return found;
  }
  if (!has_month_evidence(reader, i, behind, month)) return std::nullopt;
  found.last = i + 1;  // a full stop is the sentence's
  if (!take_shift_before(reader, found, month.languages) && !take_shift_after(reader, found))
    reader.take_part_before(found);
  return found;
}

// May 29-31, not May 29 to June 3.
void take_until(const Reader& reader, Found& found) {
  const auto second_at = reader.joint(found.last, false);
  if (!second_at || !reader.is_number(*second_at)) return;
  const auto second = reader.day_at(*second_at);
  if (!second || second->value <= found.date.day || second->value > most_days(found.date.month) ||
      reader.month_at(second->next) || reader.counts_something(second->next))
    return;
  found.until = found.date;
  found.until->day = second->value;
  found.last = reader.is_mark(second->next - 1, '.') ? second->next - 1 : second->next;
}

}  // namespace

std::optional<Found> days_of_month(const Reader& reader, std::size_t i, int month, std::size_t behind) {
  if (!reader.may_speak(en | zh | more) || !reader.is_number(behind) || !reader.stands_free(behind))
    return std::nullopt;
  const auto day = reader.day_at(behind);
  if (!day || day->value > most_days(month)) return std::nullopt;
  std::size_t next = day->next;
  if (reader.is_mark(next - 1, '.')) --next;  // the full stop is the sentence's
  const char32_t c = reader.mark(next);
  const bool crowded =
      c == ',' && reader.is_glued(next + 1) && is_year_number(reader.at(next + 1));  // May 20,2024
  if (crowded) {
    const DateToken& year = reader.at(next + 1);
    return Found{
        .first = i,
        .last = next + 2,
        .date = {.year = year.value, .month = month, .day = day->value, .order = Order::spelled_month_first}};
  }
  const bool decimal = reader.is_glued(next) && (c == '.' || c == ':' || c == ',') &&
                       reader.is_number(next + 1) && reader.is_glued(next + 1);
  if (decimal || reader.counts_something(next)) return std::nullopt;
  Found found{.first = i,
              .last = next,
              .date = {.month = month, .day = day->value, .order = Order::spelled_month_first}};
  take_until(reader, found);
  if (!reader.is_mark(found.last, '.')) reader.take_year_behind(found);
  if (found.until) {
    found.until->year = found.date.year;
    found.until->shift = found.date.shift;
  }
  return found;
}

std::optional<Found> month(const Reader& reader, std::size_t i) {
  const auto name = reader.month_at(i);
  if (!name || name->value.foreign || is_small(reader, i, name->value.doubt)) return std::nullopt;
  if (auto found = days_of_month(reader, i, name->value.month, name->next)) {
    if (!found->date.year && is_event(reader, *found)) found->date.year = kEventYear;
    reader.take_part_before(*found);
    return found;
  }
  for (const auto rule : {ordinal_before, month_range, month_alone}) {
    if (auto found = rule(reader, i, name->value, name->next)) return found;
  }
  return std::nullopt;
}

// With a capital it is a name: Лютнева революція.
std::optional<Found> of_month(const Reader& reader, std::size_t i) {
  const Meaning* adjective = reader.find(i, Role::of_month);
  if (adjective == nullptr || reader.is_capitalised(i) || !reader.is_word(i + 1)) return std::nullopt;
  return Found{.first = i, .last = i + 1, .date = {.unit = Unit::month, .month = adjective->value}};
}

std::optional<Found> holiday(const Reader& reader, std::size_t i) {
  const Reading name = reader.ahead(i, Role::holiday);
  if (!name) return std::nullopt;
  Found found{.first = i,
              .last = name.next,
              .date = {.month = name.meaning->value / 100, .day = name.meaning->value % 100}};
  const bool introduced = i > 0 && reader.is(i - 1, Role::before_year) && !reader.is(i - 1, Role::both);
  if (!reader.take_year_behind(found) && (!introduced || reader.is_word(name.next))) return std::nullopt;
  return found;
}

}  // namespace dossier::dates
