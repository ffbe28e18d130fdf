// Decades and centuries: 1990s, the '90s, 1990er Jahre, 1990-х годах, années 1990, the nineties, 19th
// century, XIX век.
#include <algorithm>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

constexpr int kMostCenturies = 22;

// The first year of a century, astronomical.
int first_year(int number, bool before_christ) {
  return before_christ ? 1 - number * 100 : (number - 1) * 100;
}

// A Roman number of at most 30, in Latin letters or Cyrillic ones that look the same; 0 if it is none.
int roman(std::string_view text) {
  int value = 0;
  int before = 0;
  while (!text.empty()) {
    int digit = text.back() == 'I' ? 1 : text.back() == 'V' ? 5 : text.back() == 'X' ? 10 : 0;
    std::size_t bytes = 1;
    if (text.ends_with("Х")) digit = 10, bytes = 2;
    if (text.ends_with("І")) digit = 1, bytes = 2;
    if (digit == 0) return 0;
    value += digit < before ? -digit : digit;
    before = std::max(before, digit);
    text.remove_suffix(bytes);
  }
  return value <= 30 ? value : 0;
}

// The same with the ending of an ordinal: XIXe, XVIII.
int roman_ordinal(std::string_view text) {
  while (!text.empty() && (text.back() == 'e' || text.back() == 'o')) text.remove_suffix(1);
  return roman(text);
}

std::optional<Found> finish(const Reader& reader, Found found) {
  found.first = reader.with_article(found.first);
  reader.take_part_before(found);
  return found;
}

// What a number may be as a decade: 1990, and 90 or 480 where what is behind says so.
struct DecadeNumber {
  int first_year;
  bool two_digits;
  bool three_digits;
};

std::optional<DecadeNumber> decade_number(const DateToken& token) {
  if (token.value % 10 != 0 || token.value < 10) return std::nullopt;
  if (is_year_number(token)) return DecadeNumber{token.value, false, false};
  if (token.digits == 2) return DecadeNumber{1900 + token.value, true, false};
  if (token.digits == 3) return DecadeNumber{token.value, false, true};
  return std::nullopt;
}

// The 480s BC, 260-х до н. е.: of three digits only with the era.
std::optional<Found> decade_of_era(const Reader& reader, std::size_t i, int number, std::size_t suffix) {
  std::size_t next = suffix + 1;
  const auto behind = reader.before_christ(next);
  if (!behind) return std::nullopt;
  // The decade counts backwards: 489 to 480.
  return finish(reader,
                {.first = i, .last = *behind, .date = {.unit = Unit::decade, .year = 1 - (number + 9)}});
}

// The token behind "Jahre" in "1990er Jahre", "90er-Jahre", "1990-х годах".
std::optional<std::size_t> years_behind(const Reader& reader, std::size_t suffix) {
  const std::size_t at = reader.is_dash(suffix + 1) && reader.is_glued(suffix + 1) ? suffix + 2 : suffix + 1;
  return reader.find(at, Role::year_mark, de | slavic) != nullptr ? std::optional(at + 1) : std::nullopt;
}

// Whether the suffix at `suffix` makes a decade of the number at `i`.
bool is_decade_suffix(const Reader& reader, std::size_t i, std::size_t suffix, bool two_digits) {
  if (!reader.is_glued(suffix)) return false;
  const Meaning* meaning = reader.find(suffix, Role::decade_suffix);
  if (meaning == nullptr) return false;
  const bool years = years_behind(reader, suffix).has_value();
  const bool hyphen = suffix == i + 2 && reader.is_dash(i + 1);
  if ((meaning->languages & slavic) != 0) return hyphen;
  if ((meaning->languages & de) != 0) return !two_digits || years;
  const bool article = i > 0 && reader.is_article(i - 1);
  const bool apostrophe = suffix == i + 2;
  const bool shortened = i > 0 && reader.is_apostrophe(i - 1);
  // "Vision 2030's goals" is the year's; "30s" alone are seconds.
  return two_digits ? shortened || apostrophe || article : !apostrophe || article;
}

// Années 1990, anni '90, años 80, vitet 1990, la década de 1990: the plural of "year" or the decade stands
// before.
std::optional<Found> years_before(const Reader& reader, std::size_t first, std::size_t next, int year) {
  if (first <= reader.floor()) return std::nullopt;
  std::size_t start = first - 1;
  if (!reader.is(start, Role::years)) {
    if (start > reader.floor() && reader.is(start, Role::of)) --start;
    if (!reader.is_unit(start, Unit::decade)) return std::nullopt;
  }
  return finish(reader, {.first = start, .last = next, .date = {.unit = Unit::decade, .year = year}});
}

// The second of "años 80 y 90", "années 1920 et 1930", "anni '70 e '80", "the 20s and 30s".
bool goes_on(const Reader& reader, std::size_t first, const DecadeNumber& number) {
  const auto& last = reader.last();
  const bool joined = first == reader.floor() + 1 && reader.is(first - 1, Role::both);
  const bool written_so = number.two_digits || reader.speaks(romance | sq);
  return joined && written_so && last && last->date.unit == Unit::decade && last->date.year &&
         *last->date.year < number.first_year && number.first_year - *last->date.year < 100;
}

}  // namespace

std::optional<Found> decade(const Reader& reader, std::size_t i) {
  const auto number = decade_number(reader.at(i));
  if (!number) return std::nullopt;
  const bool shortened = number->two_digits && i > reader.floor() && reader.is_apostrophe(i - 1);
  const std::size_t first = shortened ? i - 1 : i;
  const bool joined = (reader.is_apostrophe(i + 1) || reader.is_dash(i + 1)) && reader.is_glued(i + 1);
  const std::size_t suffix = joined ? i + 2 : i + 1;
  if (reader.is_glued(suffix) && reader.is(suffix, Role::decade_suffix)) {
    if (auto found = decade_of_era(reader, first, reader.at(i).value, suffix)) return found;
  }
  if (number->three_digits) return std::nullopt;
  const bool degrees = reader.is_mark(suffix + 1, 0xB0);  // in the 30s °F
  const bool continued = goes_on(reader, first, *number);
  if (!degrees && is_decade_suffix(reader, i, suffix, number->two_digits && !continued)) {
    return finish(reader, {.first = first,
                           .last = years_behind(reader, suffix).value_or(suffix + 1),
                           .date = {.unit = Unit::decade, .year = number->first_year}});
  }
  if (auto found = years_before(reader, first, i + 1, number->first_year)) return found;
  if (!continued || (reader.is_glued(i + 1) && reader.mark(i + 1) == 0)) return std::nullopt;
  return Found{.first = first, .last = i + 1, .date = {.unit = Unit::decade, .year = number->first_year}};
}

// The first of "16th and 17th centuries" too.
std::optional<Found> century(const Reader& reader, std::size_t i) {
  const auto number = reader.day_at(i);
  if (!number || number->value > kMostCenturies) return std::nullopt;
  std::size_t unit = number->next;
  if (const auto second_at = reader.joint(unit, true)) {
    const std::size_t part = reader.is(*second_at, Role::part) ? *second_at + 1 : *second_at;
    if (const auto second = reader.day_at(part); second && reader.is_unit(second->next, Unit::century))
      unit = second->next;
  }
  const bool compound = reader.is_dash(unit) && reader.is_glued(unit) && reader.is_glued(unit + 1);
  if (compound && unit == number->next) ++unit;  // 21st-century
  if (!reader.is_unit(unit, Unit::century)) return std::nullopt;
  const std::size_t stop = reader.is_mark(unit + 1, '.') && reader.is_glued(unit + 1) ? unit + 2 : unit + 1;
  const auto behind = reader.before_christ(stop);
  Found found{.first = i, .last = number->next, .date = {.unit = Unit::century}};
  if (unit == number->next || compound) found.last = behind ? *behind : unit + 1;
  found.date.year = first_year(number->value, behind.has_value());
  return finish(reader, found);
}

std::optional<Found> named_decade(const Reader& reader, std::size_t i) {
  const Reading name = reader.ahead(i, Role::decade);
  if (!name) return std::nullopt;
  const bool year_before = i > reader.floor() && reader.is(i - 1, Role::year_mark);
  const bool year_behind = reader.is(name.next, Role::year_mark);
  // "In her twenties" is an age.
  const bool introduced =
      i > reader.floor() && (reader.is(i - 1, Role::article) || reader.is(i - 1, Role::part));
  const bool needs_article = name.meaning->languages == en && !introduced;
  if ((name.meaning->doubt != Doubt::none || needs_article) && !year_before && !year_behind)
    return std::nullopt;
  return finish(reader, {.first = year_before ? i - 1 : i,
                         .last = year_behind ? name.next + 1 : name.next,
                         .date = {.unit = Unit::decade, .year = 1900 + name.meaning->value}});
}

// XIX век, XIXe siècle, siglo XIX, eighteenth-century; `i` is at the word for century.
std::optional<Found> written_century(const Reader& reader, std::size_t i) {
  if (!reader.is_unit(i, Unit::century)) return std::nullopt;
  const std::size_t stop = reader.is_mark(i + 1, '.') && reader.is_glued(i + 1) ? i + 2 : i + 1;
  Found found{.first = i, .last = i + 1, .date = {.unit = Unit::century}};
  int number = 0;
  if (i > reader.floor()) {
    const bool marked = i - 1 > reader.floor() && (reader.is_mark(i - 1, '.') || reader.is_dash(i - 1));
    found.first = marked ? i - 2 : i - 1;
    number = roman_ordinal(reader.text(found.first));
    if (const auto ordinal = reader.ordinal_before(found.first + 1); number == 0 && ordinal) {
      number = ordinal->value;
      found.first = ordinal->next;
    }
  }
  if (number == 0) {
    number = roman(reader.text(i + 1));
    found.first = i;
    found.last = i + 2;
  }
  if (number < 1 || number > kMostCenturies) return std::nullopt;
  const auto behind = reader.before_christ(found.last > i + 1 ? found.last : stop);
  if (behind) found.last = *behind;
  found.date.year = first_year(number, behind.has_value());
  return finish(reader, found);
}

namespace {

// The century that ends before `behind`: "nineteenth", "XIX", "XIXe".
std::optional<Piece<int>> century_before(const Reader& reader, std::size_t behind) {
  if (const auto ordinal = reader.ordinal_before(behind)) return ordinal;
  if (behind <= reader.floor() || !reader.is_word(behind - 1)) return std::nullopt;
  const int number = roman_ordinal(reader.text(behind - 1));
  return number > 0 ? std::optional(Piece<int>{number, behind - 1}) : std::nullopt;
}

}  // namespace

std::vector<Found> centuries_before(const Reader& reader, const Found& last) {
  std::vector<Found> before;
  std::size_t from = last.first;
  while (from > reader.floor() && before.size() < kMostCenturies) {
    const bool comma = reader.is_mark(from - 1, ',');
    if (!reader.is(from - 1, Role::both) && !(comma && !before.empty())) break;
    std::size_t behind = from - 1;
    if (!comma && behind > reader.floor() && reader.is_mark(behind - 1, ',')) --behind;  // , and
    const auto number = century_before(reader, behind);
    if (!number || number->value > kMostCenturies) break;
    const bool before_christ = *last.date.year <= 0;
    const auto found =
        finish(reader, {.first = number->next,
                        .last = behind,
                        .date = {.unit = Unit::century, .year = first_year(number->value, before_christ)}});
    from = found->first;
    before.insert(before.begin(), *found);
  }
  return before;
}

}  // namespace dossier::dates
