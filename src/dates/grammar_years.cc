// Years that stand alone and ranges of years; years in words; quarters by their letter.
#include <algorithm>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

constexpr int kLongestRange = 300;  // years
constexpr int kLongestSlash = 10;

WrittenDate year_date(int year) {
  return {.unit = Unit::year, .year = year};
}

Found range(std::size_t first, std::size_t last, int from, int until) {
  return {.first = first, .last = last, .date = year_date(from), .until = year_date(until)};
}

// The token at which the second year of a range stands.
std::optional<std::size_t> second_year(const Reader& reader, std::size_t i) {
  if (reader.is_mark(i + 1, '/') && reader.is_glued(i + 1)) return i + 2;
  std::size_t next = i + 1;
  if (reader.speaks(south_slavic) && reader.is_mark(next, '.') && reader.is_glued(next)) ++next;  // 1998. do
  return reader.joint(next, reader.is_between(i));
}

// 490-479 BC, 264-241 рр. до н. е.
std::optional<Found> range_before_christ(const Reader& reader, std::size_t i, std::size_t second_at) {
  const int from = reader.at(i).value, until = reader.at(second_at).value;
  const auto behind = reader.before_christ(second_at + 1);
  if (!behind || until < 1 || until >= from) return std::nullopt;
  return range(i, *behind, 1 - from, 1 - until);
}

// (837-908)
std::optional<Found> range_in_brackets(const Reader& reader, std::size_t i, std::size_t second_at) {
  const DateToken &first = reader.at(i), &second = reader.at(second_at);
  const bool brackets = i > 0 && reader.is_mark(i - 1, '(') && reader.is_mark(second_at + 1, ')');
  if (!brackets || !reader.is_dash(i + 1) || first.digits != 3 || second.digits != 3 ||
      second.value <= first.value)
    return std::nullopt;
  return range(i, second_at + 1, first.value, second.value);
}

// The second year of a range: in full or by its last two digits; 0 if it is none.
int last_year(const Reader& reader, std::size_t i, std::size_t second_at) {
  const DateToken &first = reader.at(i), &second = reader.at(second_at);
  const bool slash = reader.is_mark(i + 1, '/');
  int last = 0;
  if (is_year_number(second)) {
    last = second.value;
  } else if ((reader.is_dash(i + 1) || slash) && second.digits == 2 && second.glued) {
    last = first.value / 100 * 100 + second.value;
    if (slash && last != first.value + 1) return 0;  // 2004/38
  }
  const int longest = slash ? kLongestSlash : kLongestRange;  // (EU) 2024/2059
  return last > first.value && last - first.value <= longest ? last : 0;
}

// The token behind a range whose second year is at `second_at`; 0 if it is part of something longer.
std::size_t end_of_range(const Reader& reader, std::size_t second_at) {
  const std::size_t next = second_at + 1;
  if (reader.is_glued(next) && (reader.is_word(next) || reader.is_number(next))) return 0;
  const bool goes_on = reader.is_glued(next) && reader.is_glued(next + 1) && reader.mark(next + 1) == 0;
  if (goes_on && (reader.is_mark(next, '-') || reader.is_mark(next, '/'))) return 0;
  const auto whole = is_year_number(reader.at(second_at)) ? reader.year_at(second_at) : std::nullopt;
  if (whole) return whole->next;
  return reader.find(next, Role::year_mark, slavic) != nullptr ? next + 1 : next;
}

// 480 beside 479 BC: the era of the second holds for the first.
bool shares_era(const Reader& reader, std::size_t i) {
  const auto other = reader.joint(i + 1, true);
  return reader.at(i).digits >= 3 && other && reader.is_number(*other) && reader.before_christ(*other + 1);
}

// In the year 71.
bool is_named(const Reader& reader, std::size_t i) {
  const DateToken& token = reader.at(i);
  const bool alone = !reader.is_glued(i + 1) || (reader.mark(i + 1) != 0 && !reader.is_glued(i + 2));
  // In German a noun has a capital: im Jahr 578 verstorben.
  const bool counts = reader.speaks(de) ? reader.is_capitalised(i + 1) : reader.counts_noun(i + 1);
  return token.digits >= 2 && token.digits <= 3 && i > 0 && alone && !counts &&
         reader.find(i - 1, Role::year_mark, en | de) != nullptr;
}

// since '82
std::optional<Found> short_year(const Reader& reader, std::size_t i) {
  if (reader.at(i).digits != 2 || i < reader.floor() + 2 || !reader.is_apostrophe(i - 1) ||
      !reader.is(i - 2, Role::before_year))
    return std::nullopt;
  const auto year = reader.year_at(i - 1);
  if (!year) return std::nullopt;
  return Found{.first = i - 1, .last = year->next, .date = year_date(year->value)};
}

}  // namespace

// 1998-1999, 1998-99, 2013/14, 1998 to 1999, 1998 a 1999.
std::optional<Found> year_range(const Reader& reader, std::size_t i) {
  const DateToken& first = reader.at(i);
  const auto second_at = first.digits <= 4 && first.value > 0 ? second_year(reader, i) : std::nullopt;
  if (!second_at || !reader.is_number(*second_at)) return std::nullopt;
  if (reader.at(*second_at).digits <= 2 && reader.month_at(*second_at + 1))
    return std::nullopt;  // 1700-17 March
  if (auto found = range_before_christ(reader, i, *second_at)) return found;
  if (auto found = range_in_brackets(reader, i, *second_at)) return found;
  if (!is_year_number(first)) return std::nullopt;
  const int last = last_year(reader, i, *second_at);
  const std::size_t end = last > 0 ? end_of_range(reader, *second_at) : 0;
  if (end == 0) return std::nullopt;
  // A range of numbers is one of years but for pages, phones and the like.
  const bool marked = reader.is(end - 1, Role::year_mark);
  const bool written_close = reader.is_dash(i + 1) || reader.is_mark(i + 1, '/');
  if (!marked && (is_ruled_out(reader, i, true) || reader.counts_something(end))) return std::nullopt;
  if (!marked && !written_close && !has_year_evidence(reader, i, i + 1)) return std::nullopt;
  return range(i, end, first.value, last);
}

std::optional<Found> year_of_era(const Reader& reader, std::size_t i) {
  const DateToken& token = reader.at(i);
  if (token.digits > 4 || token.value < 1 || token.value > 2199) return std::nullopt;
  Found found{.first = i, .last = i + 1};
  if (const auto behind = reader.before_christ(i + 1)) {
    found.last = *behind;
    found.date = year_date(1 - token.value);
    reader.take_part_before(found);
    return found;
  }
  if (token.digits < 2) return std::nullopt;
  if (const auto behind = reader.anno_domini(i + 1)) {
    found.last = *behind;
    found.date = year_date(token.value);
    return found;
  }
  // AD 476, BC 44
  const Reading ad = reader.before(i, Role::anno_domini), bc = reader.before(i, Role::before_christ);
  if (bc || (ad && token.value >= 20)) {
    found.first = bc ? bc.first : ad.first;
    found.date = year_date(bc ? 1 - token.value : token.value);
    return found;
  }
  if (!shares_era(reader, i)) return std::nullopt;
  found.date = year_date(1 - token.value);
  return found;
}

std::optional<Found> bare_year(const Reader& reader, std::size_t i) {
  if (is_named(reader, i)) return Found{.first = i, .last = i + 1, .date = year_date(reader.at(i).value)};
  if (auto found = short_year(reader, i)) return found;
  const auto year = is_year_number(reader.at(i)) ? reader.year_at(i) : std::nullopt;
  if (!year) return std::nullopt;
  const bool marked = year->next > i + 1 && !reader.is_mark(year->next - 1, '.');
  const bool compound = reader.is_dash(i + 1) && reader.is_glued(i + 1) && reader.is_glued(i + 2);
  const bool symbol = reader.is_capitalised(i + 2) || reader.at(i + 2).digits > 2;  // 2012-ФЗ, n° 2013-660
  if (!marked && compound && symbol) return std::nullopt;
  if (!marked && !has_year_evidence(reader, i, year->next)) return std::nullopt;
  Found found{.first = i, .last = year->next, .date = year_date(year->value)};
  const std::size_t mark = i > reader.floor() && reader.is(i - 1, Role::year_mark) ? i - 1 : i;
  if (const Reading fiscal = reader.before(mark, Role::fiscal)) found.first = fiscal.first;
  // Ende des Jahres 1943
  Found named = found;
  named.first = std::min(mark, found.first);
  reader.take_part_before(named);
  return named.date.part != PartOf::whole ? named : found;
}

// Q1 2022, H2 2021, T3 2012; FY2014, FY14: letters and number are one word in the text and two tokens here.
std::optional<Found> short_part(const Reader& reader, std::size_t i) {
  const DateToken& number = reader.at(i);
  if (!number.glued || i <= reader.floor() || reader.is_glued(i - 1) || !reader.is_capitalised(i - 1))
    return std::nullopt;
  if (reader.is(i - 1, Role::fiscal)) {
    const int year = number.digits == 2 ? 2000 + number.value : number.value;
    const bool ends = !reader.is_glued(i + 1) || reader.mark(i + 1) != 0;
    if (!ends || !(number.digits == 2 || is_year_number(number))) return std::nullopt;
    return Found{.first = i - 1, .last = i + 1, .date = year_date(year)};
  }
  const Meaning* part = reader.find(i - 1, Role::short_part);
  if (part == nullptr || number.digits != 1 || number.value < 1) return std::nullopt;
  const Unit unit = static_cast<Unit>(part->value);
  const auto year = reader.year_behind(i + 1);
  if (!year || number.value > (unit == Unit::quarter ? 4 : 2)) return std::nullopt;
  return Found{.first = i - 1,
               .last = year->next,
               .date = {.unit = unit, .year = year->value, .ordinal = number.value}};
}

// In nineteen ninety-two; but not "about fifteen twenty paintings".
std::optional<Found> spoken_year(const Reader& reader, std::size_t i) {
  const auto year = reader.spoken_year_at(i);
  if (!year || i <= reader.floor() || !reader.is(i - 1, Role::before_year)) return std::nullopt;
  const bool noun = reader.counts_noun(year->next) && reader.is(i - 1, Role::about);
  if (noun || reader.counts_something(year->next)) return std::nullopt;
  return Found{.first = i, .last = year->next, .date = year_date(year->value)};
}

}  // namespace dossier::dates
