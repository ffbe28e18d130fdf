// Dates that turn on a unit: three days ago, two years later, last week, the first quarter of 2022, the end
// of the year, last night.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

WrittenDate shifted(Unit unit, int amount, Base base) {
  return {.unit = unit, .shift = Shift{unit, amount, base}};
}

constexpr int kYearsInDecade = 10;
constexpr int kMonthsInYear = 12;
constexpr int kQuartersInYear = 4;

// Units that are counted: weeks, but not weekends.
bool is_counted(Unit unit) {
  return unit != Unit::weekend && unit != Unit::half && unit != Unit::season;
}

// Three days ago, vor drei Jahren, il y a trois ans, hace tres días, три дня назад; a year earlier, two years
// later; через три дня, dans trois jours.
std::optional<Found> count_and_unit(const Reader& reader, std::size_t i, Unit unit, std::size_t next) {
  const auto count = is_counted(unit) ? reader.count_before(i) : std::nullopt;
  if (!count) return std::nullopt;
  Found found{.first = count->next, .last = next};
  // "Two decades ago" is twenty years ago, no decade.
  const auto with = [&](int amount, Base base) {
    found.date = unit == Unit::decade ? shifted(Unit::year, amount * kYearsInDecade, base)
                                      : shifted(unit, amount, base);
    return found;
  };
  if (const Reading ago = reader.ahead(next, Role::ago)) {
    found.last = ago.next;
    return with(-count->value, Base::now);
  }
  if (const Reading later = reader.ahead(next, Role::later)) {
    // "Three days after the vote" counts from an event that only a reader knows.
    const bool from_event = later.meaning->doubt != Doubt::none && reader.is_word(later.next);
    if (from_event || reader.is(later.next, Role::amount)) return std::nullopt;
    found.last = later.next;
    return with(later.meaning->value * count->value, Base::then);
  }
  if (const Reading ago = reader.before(count->next, Role::ago_before)) {
    found.first = ago.first;
    return with(-count->value, Base::now);
  }
  if (const Reading later = reader.before(count->next, Role::later_before)) {
    // "In three days" is also how long something took.
    const bool in_doubt = later.meaning->doubt != Doubt::none;
    if (in_doubt && !reader.is_future(later.first)) return std::nullopt;
    found.first = later.first;
    return with(count->value, in_doubt ? Base::now : Base::either);
  }
  return std::nullopt;
}

// The number of a quarter or half that ends before `i`: third, 3., 3, final.
std::optional<Piece<int>> part_number(const Reader& reader, std::size_t i, int most) {
  if (i <= reader.floor()) return std::nullopt;
  std::optional<Piece<int>> number;
  if (const Meaning* ordinal = reader.find(i - 1, Role::ordinal)) {
    number = Piece<int>{ordinal->value < 0 ? most : ordinal->value, i - 1};
  } else if (reader.is_number(i - 1)) {
    number = Piece<int>{reader.at(i - 1).value, i - 1};
  } else if (i >= reader.floor() + 2 && reader.is_mark(i - 1, '.') && reader.is_number(i - 2)) {
    number = Piece<int>{reader.at(i - 2).value, i - 2};
  }
  return number && number->value >= 1 && number->value <= most ? number : std::nullopt;
}

// The first quarter of 2022, second half of 2015, premier trimestre 2012, der ersten Jahreshälfte.
std::optional<Found> counted_part(const Reader& reader, std::size_t i, Unit unit, std::size_t next) {
  if (unit != Unit::quarter && unit != Unit::half) return std::nullopt;
  const auto number = part_number(reader, i, unit == Unit::quarter ? 4 : 2);
  if (!number) return std::nullopt;
  Found found{.first = number->next, .last = next, .date = {.unit = unit, .ordinal = number->value}};
  const bool dated = !reader.is_mark(next, ',') && reader.take_year_behind(found);
  if (!dated) {
    const Meaning* name = reader.find(next - 1, Role::unit);
    if (name != nullptr && name->doubt != Doubt::none) return std::nullopt;  // the second half of the match
    // the first quarter of the century
    const std::size_t of = reader.skip_of(next);
    if (of > next && !reader.is_unit(of, Unit::year)) return std::nullopt;
  }
  found.first = reader.with_article(found.first);
  return found;
}

// Am Wochenende, over the weekend, el fin de semana, next weekend: the last one unless the sentence speaks of
// what is to come.
std::optional<Found> weekend(const Reader& reader, std::size_t i, std::size_t next) {
  Found found{.first = i, .last = next, .date = shifted(Unit::weekend, 0, Base::now)};
  if (const Reading now = reader.before(i, Role::shift)) {
    found.first = now.first;
    found.date.shift->amount = now.meaning->value;
  } else if (const Meaning* behind = reader.find(next, Role::shift, romance | sq)) {
    ++found.last;
    found.date.shift->amount = behind->value;
  } else {
    const bool introduced =
        i > reader.floor() &&
        (reader.is_article(i - 1) || (reader.speaks(slavic) && reader.is(i - 1, Role::before_year)));
    if (!introduced || reader.is(i - 1, Role::cardinal)) return std::nullopt;  // a weekend break
  }
  found.first = reader.with_article(found.first);
  return found;
}

// What stands before a unit and says which one: "last", "that same", "того ж".
std::optional<Reader::ShiftBefore> shift_before(const Reader& reader, std::size_t i) {
  const bool particle = i > reader.floor() && reader.is(i - 1, Role::particle);
  const Reading unit = reader.ahead(i, Role::unit);
  auto shift = reader.shift_before(particle ? i - 1 : i, unit.meaning->languages);
  if (!shift) return std::nullopt;
  if (particle) shift->base = Base::then;
  if (const Reading that = reader.before(shift->first, Role::shift_then))
    shift->first = that.first;  // that same day
  return shift;
}

// How many years before or behind: "a year earlier", "of last year", "del año anterior".
std::optional<Piece<int>> years_behind(const Reader& reader, std::size_t i) {
  if (const auto shift = reader.shift_behind(i)) return Piece<int>{shift->value.amount, shift->next};
  const auto count = reader.count_before(i + 1);
  if (!count || !reader.is_unit(i + 1, Unit::year)) return std::nullopt;
  if (const Reading ago = reader.ahead(i + 2, Role::ago)) return Piece<int>{-count->value, ago.next};
  if (const Reading later = reader.ahead(i + 2, Role::later); later && later.meaning->doubt == Doubt::none)
    return Piece<int>{later.meaning->value * count->value, later.next};
  return std::nullopt;
}

// The same month a year ago, mismo mes del año anterior.
void take_years_behind(const Reader& reader, Found& found) {
  Shift& shift = *found.date.shift;
  if (shift.amount != 0 || (shift.unit != Unit::month && shift.unit != Unit::quarter)) return;
  const auto years = years_behind(reader, found.last);
  if (!years || years->value == 0) return;
  shift.amount = years->value * (shift.unit == Unit::month ? kMonthsInYear : kQuartersInYear);
  found.last = years->next;
}

// last year, this month, next week, the following day, that year, прошлого года.
std::optional<Found> shifted_by_word_before(const Reader& reader, std::size_t i, Unit unit,
                                            std::size_t next) {
  auto shift = shift_before(reader, i);
  if (!shift) return std::nullopt;
  Found found{.first = reader.with_article(shift->first), .last = next};
  const bool now = shift->base == Base::now;
  if (unit == Unit::day && shift->amount > 0) shift->base = Base::then;
  if (now && unit == Unit::day && shift->amount <= 0) {
    // Our last day; to this day, but not "referred to this day as".
    const bool lasts =
        shift->first > 0 && reader.is(shift->first - 1, Role::to) && !reader.is(next, Role::lasting);
    if (shift->amount < 0 || lasts) return std::nullopt;
    shift->base = Base::then;  // on this day
  }
  // "The last year", "the past decade" are stretches of time.
  const bool english = reader.find(i, Role::unit, en) != nullptr;
  const bool stretch = found.first < shift->first || reader.is_owned(shift->first);
  if (english && now && shift->amount < 0 && stretch && unit != Unit::quarter) return std::nullopt;
  found.date = shifted(unit, shift->amount, shift->base);
  take_years_behind(reader, found);
  reader.take_part_before(found);
  return found;
}

// l'année dernière, el año pasado, la settimana scorsa, javën e kaluar, el año que viene
std::optional<Found> shifted_by_word_behind(const Reader& reader, std::size_t i, Unit unit,
                                            std::size_t next) {
  constexpr Languages kThere = romance | sq;
  const std::size_t at = reader.is(next, Role::link) ? next + 1 : next;
  const Reading now = reader.ahead(at, Role::shift);
  const Meaning* then = reader.find(at, Role::shift_then, kThere);
  Found found{.first = i, .last = at + 1};
  if (now && (now.meaning->languages & kThere) != 0 && now.meaning->value != 0) {
    found.last = now.next;
    found.date = shifted(unit, now.meaning->value, Base::now);
  } else if (then != nullptr) {
    found.date = shifted(unit, then->value, Base::then);
  } else {
    return std::nullopt;
  }
  found.first = reader.with_article(i);
  reader.take_part_before(found);
  return found;
}

// The day before, the year after, the day following, il giorno dopo, am Tag danach: where no event follows.
std::optional<Found> neighbour(const Reader& reader, std::size_t i, Unit unit, std::size_t next) {
  const Meaning* side = reader.find(next, Role::later);
  if (side == nullptr) side = reader.find(next, Role::shift_then, en);
  const bool article = i > reader.floor() && reader.is_article(i - 1) && !reader.is(i - 1, Role::cardinal);
  if (side == nullptr || side->value == 0 || !article) return std::nullopt;
  if (reader.is_word(next + 1) && !reader.is(next + 1, Role::both)) return std::nullopt;
  return Found{
      .first = reader.with_article(i), .last = next + 1, .date = shifted(unit, side->value, Base::then)};
}

// Month's end: the token behind it.
std::optional<std::size_t> behind_owned_end(const Reader& reader, std::size_t next) {
  const bool owns = reader.is_apostrophe(next) && reader.is_glued(next) && reader.text(next + 1) == "s";
  const Meaning* end = owns ? reader.find(next + 2, Role::part, en) : nullptr;
  return end != nullptr && end->value == static_cast<int>(PartOf::end) ? std::optional(next + 3)
                                                                       : std::nullopt;
}

// The end of the year, year's end, кінця року, fin de año, Ende des Monats.
std::optional<Found> part_of_unit(const Reader& reader, std::size_t i, Unit unit, std::size_t next) {
  if (unit != Unit::year && unit != Unit::month) return std::nullopt;
  if (reader.is_number(next)) return std::nullopt;  // Ende des Jahres 1943
  Found found{.first = reader.with_article(i), .last = next, .date = shifted(unit, 0, Base::then)};
  if (const auto behind = behind_owned_end(reader, next)) {
    found.last = *behind;
    found.date.part = PartOf::end;
    return found;
  }
  reader.take_part_before(found);
  return found.date.part != PartOf::whole ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<Found> unit(const Reader& reader, std::size_t i) {
  const Reading name = reader.ahead(i, Role::unit);
  const Meaning* plural = name ? nullptr : reader.find(i, Role::units);
  if (!name && plural == nullptr) return std::nullopt;
  const Unit what = static_cast<Unit>(name ? name.meaning->value : plural->value);
  const std::size_t next = name ? name.next : i + 1;
  if (auto found = count_and_unit(reader, i, what, next)) return found;
  if (!name || what == Unit::season) return std::nullopt;
  if (what == Unit::weekend) return weekend(reader, i, next);
  if (auto found = counted_part(reader, i, what, next)) return found;
  if (what == Unit::half) return std::nullopt;
  for (const auto rule : {shifted_by_word_before, shifted_by_word_behind, neighbour, part_of_unit}) {
    if (auto found = rule(reader, i, what, next)) return found;
  }
  return std::nullopt;
}

std::optional<Found> shifted_word(const Reader& reader, std::size_t i) {
  const Reading now = reader.ahead(i, Role::shifted);
  const Reading then = reader.ahead(i, Role::shifted_then);
  const Reading& word = now ? now : then;
  if (!word) return std::nullopt;
  // La veille, but not "la veille de".
  const bool alone = reader.with_article(i) < i && !reader.is(word.next, Role::of);
  if (word.meaning->doubt != Doubt::none && !alone) return std::nullopt;
  const int value = word.meaning->value;
  Found found{
      .first = i,
      .last = word.next,
      .date = shifted(unit_of_shifted(value), amount_of_shifted(value), now ? Base::now : Base::then)};
  reader.take_part_before(found);
  return found;
}

// This morning, last night, that evening, the next morning.
std::optional<Found> day_part(const Reader& reader, std::size_t i) {
  const Reading part = reader.ahead(i, Role::day_part);
  if (!part) return std::nullopt;
  const auto shift = reader.shift_before(i, part.meaning->languages);
  if (!shift || reader.is_owned(shift->first)) return std::nullopt;
  return Found{.first = reader.with_article(shift->first),
               .last = part.next,
               .date = shifted(Unit::day, shift->amount, shift->amount > 0 ? Base::then : shift->base)};
}

}  // namespace dossier::dates
