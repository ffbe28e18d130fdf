#include "grammar_reader.h"

#include <array>

#include <unicode/uchar.h>

#include "dossier/core/utf8.h"

namespace dossier::dates {
namespace {

// How far a verb is looked for, in tokens.
constexpr std::size_t kClauseBefore = 24;
constexpr std::size_t kClauseBehind = 6;
// Letters that an abbreviation of a month has at most.
constexpr std::size_t kAbbreviation = 5;

}  // namespace

int most_days(int month) noexcept {
  constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 ? kDays[static_cast<std::size_t>(month - 1)] : 31;
}

bool is_year_number(const DateToken& token) noexcept {
  return token.type == TokenType::number && token.digits == 4 && token.value >= 1000 && token.value <= 2199;
}

char32_t Reader::mark(std::size_t i) const noexcept {
  return i < size() && at(i).type == TokenType::mark ? static_cast<char32_t>(at(i).value) : U'\0';
}

bool Reader::is_dash(std::size_t i) const noexcept {
  const char32_t c = mark(i);
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool Reader::is_apostrophe(std::size_t i) const noexcept {
  const char32_t c = mark(i);
  return c == '\'' || c == 0x2019 || c == 0x2018;
}

bool Reader::is_capitalised(std::size_t i) const noexcept {
  return is_word(i) && u_isupper(static_cast<UChar32>(decode_utf8(text(i), 0).code_point));
}

bool Reader::ends_sentence(std::size_t i) const noexcept {
  const char32_t c = mark(i);
  return c == '.' || c == ';' || c == '!' || c == '?' || c == 0x3002;
}

bool Reader::begins_sentence(std::size_t i) const noexcept {
  if (i == 0 || at(i).line_start) return true;
  const char32_t c = mark(i - 1);
  return c != 0 && c != ',' && c != '(' && !is_dash(i - 1);
}

Reading Reader::before(std::size_t i, Role role, Languages languages) const noexcept {
  const Reading reading = behind(i, role, languages);
  return reading && reading.first >= floor_ ? reading : Reading{};
}

bool Reader::is_unit(std::size_t i, Unit unit) const noexcept {
  for (const Role role : {Role::unit, Role::units}) {
    if (const Meaning* meaning = find(i, role);
        meaning != nullptr && meaning->value == static_cast<int>(unit))
      return true;
  }
  return false;
}

std::size_t Reader::skip_of(std::size_t i) const noexcept {
  if (!is(i, Role::of)) return i;
  ++i;
  if (is_apostrophe(i) && is_glued(i)) return i + 1;               // d'avril
  if (is_article(i) && !is(i + 1, Role::year_mark)) return i + 1;  // of the
  return i;
}

std::size_t Reader::with_article(std::size_t first) const noexcept {
  if (first <= floor_) return first;
  if (is(first - 1, Role::article)) return first - 1;
  const bool elided = first >= floor_ + 2 && is_apostrophe(first - 1) && is_glued(first);
  return elided && is(first - 2, Role::article) ? first - 2 : first;
}

std::optional<Reader::ShiftBefore> Reader::shift_before(std::size_t i, Languages languages) const noexcept {
  const Reading now = before(i, Role::shift, languages), then = before(i, Role::shift_then, languages);
  if (now) {
    const bool english = now.meaning->languages == en && now.meaning->value > 0;
    const Base base = english && with_article(now.first) < now.first ? Base::then
                      : then                                         ? Base::either
                                                                     : Base::now;
    return ShiftBefore{now.meaning->value, base, now.first};
  }
  if (then) return ShiftBefore{then.meaning->value, Base::then, then.first};
  return std::nullopt;
}

std::optional<std::size_t> Reader::joint(std::size_t i, bool between) const noexcept {
  if (is_dash(i)) return i + 1;
  if (is(i, Role::to)) {
    std::size_t next = i + 1;
    if (is_apostrophe(next)) ++next;  // jusqu'à
    if (is(next, Role::to)) ++next;   // fino al, jusqu'au
    if (is_article(next)) ++next;     // to the, bis zum
    return next;
  }
  if (between && is(i, Role::both)) return i + 1;
  return std::nullopt;
}

bool Reader::stands_free(std::size_t i) const noexcept {
  if (!is_glued(i)) return true;
  const DateToken& before = at(i - 1);
  if (before.type == TokenType::word || before.type == TokenType::number) return false;
  const char32_t c = mark(i - 1);
  if (c == '$' || c == 0x20AC || c == 0xA3 || c == 0xA5 || c == '#' || c == 0xA7 || c == '@' || c == '+')
    return false;
  if (!before.glued || i < 2) return true;
  // S/2023, 1.2013, COM(2013).
  if (c == '/' || c == '.' || c == ',' || c == ':' || c == '_' || c == '=') return false;
  if (c == '(') return !(is_word(i - 2) && text(i - 2).size() > 1 && is_capitalised(i - 2));
  if (c != '-') return true;
  // 14 August-24 August, mid-1916; but not BA-2015, 978-1999.
  return is(i - 2, Role::month) || is(i - 2, Role::part) || is(i - 2, Role::season) ||
         is(i - 2, Role::weekday) || is(i - 2, Role::before_year) || floor_ == i - 1;
}

bool Reader::counts_something(std::size_t behind) const noexcept {
  const char32_t c = mark(behind);
  return ahead(behind, Role::counted) || c == '%' || c == '+' || c == 0x20AC || c == 0xB0;
}

std::optional<Piece<int>> Reader::count_before(std::size_t i) const noexcept {
  if (i <= floor_) return std::nullopt;
  const std::size_t at_number = i - 1;
  const DateToken& token = at(at_number);
  if (is_number(at_number) && stands_free(at_number) && token.value > 0 && token.value < 1000)
    return Piece<int>{token.value, at_number};
  const Meaning* number = find(at_number, Role::cardinal);
  if (number == nullptr) return std::nullopt;
  // twenty-three
  if (at_number >= floor_ + 2 && is_dash(at_number - 1) && number->value < 10) {
    const Meaning* tens = find(at_number - 2, Role::cardinal);
    if (tens != nullptr && tens->value >= 20) return Piece<int>{tens->value + number->value, at_number - 2};
  }
  return Piece<int>{number->value, at_number};
}

std::optional<Piece<int>> Reader::ordinal_before(std::size_t i) const noexcept {
  const Reading ordinal = before(i, Role::ordinal);
  if (!ordinal || ordinal.meaning->value < 1) return std::nullopt;
  const bool hyphen = ordinal.first > floor_ && is_dash(ordinal.first - 1);
  const Reading tens = before(hyphen ? ordinal.first - 1 : ordinal.first, Role::cardinal);
  if (!tens || tens.meaning->value < 20 || ordinal.meaning->value >= 10)
    return Piece<int>{ordinal.meaning->value, ordinal.first};
  return Piece<int>{tens.meaning->value + ordinal.meaning->value, tens.first};
}

std::optional<Piece<int>> Reader::day_at(std::size_t i) const noexcept {
  const DateToken& token = at(i);
  if (token.type == TokenType::word) {
    // The first of May, першого травня; двадцять четвертого серпня, twenty-fourth.
    const Meaning* tens = find(i, Role::cardinal);
    const bool compound = tens != nullptr && (tens->value == 20 || tens->value == 30);
    const std::size_t last = !compound ? i : is_dash(i + 1) ? i + 2 : i + 1;
    const Meaning* ordinal = find(last, Role::ordinal);
    if (ordinal == nullptr || ordinal->value < 1 || ordinal->value > (compound ? 9 : 31)) return std::nullopt;
    return Piece<int>{compound ? tens->value + ordinal->value : ordinal->value, last + 1};
  }
  if (token.type != TokenType::number || token.digits > 2 || token.value < 1 || token.value > 31)
    return std::nullopt;
  std::size_t next = i + 1;
  if (!is_glued(next)) return Piece<int>{token.value, next};
  const std::size_t suffix = is_dash(next) && is_glued(next + 1) ? next + 1 : next;
  const char32_t c = mark(next);
  if (tokens_.find(suffix, Role::day_suffix, all_languages) != nullptr) {
    next = suffix + 1;
  } else if (c == '.' || c == 0xBA || c == 0xB0 || c == 0xAA) {
    ++next;
  }
  return Piece<int>{token.value, next};
}

std::optional<Piece<MonthName>> Reader::month_at(std::size_t i) const noexcept {
  if (!is_word(i)) return std::nullopt;
  const Meaning* meaning = find(i, Role::month);
  const bool foreign = meaning == nullptr;
  if (foreign) meaning = tokens_.find(i, Role::month, all_languages);
  if (meaning == nullptr) return std::nullopt;
  // The full stop of an abbreviation, not that of a sentence.
  const bool abbreviated = is_mark(i + 1, '.') && is_glued(i + 1) &&
                           count_code_points(text(i)) <= kAbbreviation && i + 2 < size() &&
                           !is_capitalised(i + 2) && !at(i + 2).line_start;
  return Piece<MonthName>{{meaning->value, meaning->doubt, meaning->languages, foreign},
                          abbreviated ? i + 2 : i + 1};
}

std::optional<std::size_t> Reader::era(std::size_t i, Role role) const noexcept {
  if (const Reading reading = ahead(i, role)) return reading.next;
  if (!is(i, Role::year_mark)) return std::nullopt;
  const std::size_t next = is_mark(i + 1, '.') && is_glued(i + 1) ? i + 2 : i + 1;  // рр. до н. е.
  if (const Reading reading = ahead(next, role)) return reading.next;
  return std::nullopt;
}

std::optional<std::size_t> Reader::before_christ(std::size_t i) const noexcept {
  return era(i, Role::before_christ);
}

std::optional<std::size_t> Reader::anno_domini(std::size_t i) const noexcept {
  return era(i, Role::anno_domini);
}

// '82
std::optional<Piece<int>> Reader::short_year_at(std::size_t i) const noexcept {
  const DateToken& number = at(i + 1);
  if (!is_apostrophe(i) || !is_number(i + 1) || !number.glued || number.digits != 2) return std::nullopt;
  if (is_glued(i + 2) && (mark(i + 2) == 0 || is_apostrophe(i + 2))) return std::nullopt;
  return Piece<int>{number.value > 30 ? 1900 + number.value : 2000 + number.value, i + 2};
}

std::optional<Piece<int>> Reader::spoken_year_at(std::size_t i) const noexcept {
  const Meaning* century = find(i, Role::spoken);
  if (century == nullptr) return std::nullopt;
  const std::size_t tens_at = is_dash(i + 1) ? i + 2 : i + 1;
  const Meaning* tens = find(tens_at, Role::cardinal);
  if (tens == nullptr || tens->value < 10) return std::nullopt;
  const int year = century->value * 100 + tens->value;
  const std::size_t ones_at = is_dash(tens_at + 1) ? tens_at + 2 : tens_at + 1;
  const Meaning* ones = tens->value >= 20 ? find(ones_at, Role::cardinal) : nullptr;
  if (ones != nullptr && ones->value < 10) return Piece<int>{year + ones->value, ones_at + 1};
  return Piece<int>{year, tens_at + 1};
}

// A number of four digits that is no part of a longer one, of a word or an amount.
bool Reader::is_plain_year(std::size_t i) const noexcept {
  if (!is_year_number(at(i)) || !stands_free(i)) return false;
  if (!is_glued(i + 1)) return true;
  if (is_word(i + 1) || is_number(i + 1)) return false;
  const char32_t c = mark(i + 1);
  if (c == '%' || c == 0x20AC || c == '$') return false;
  const bool joins = c == '.' || c == ',' || c == ':' || c == '/';
  return !(joins && is_glued(i + 2) && is_number(i + 2));
}

// The token behind "year" at `i`, where a word for years may follow a year: 1999 г., 1999. godine.
std::size_t Reader::behind_year_mark(std::size_t i) const noexcept {
  const bool follows = find(i, Role::year_mark, slavic | sq) != nullptr;
  if (!follows) return i;
  const bool abbreviated = text(i).size() <= 4 && is_mark(i + 1, '.') && is_glued(i + 1);
  return abbreviated ? i + 2 : i + 1;
}

std::optional<Piece<int>> Reader::year_at(std::size_t i) const noexcept {
  if (const auto short_year = short_year_at(i)) return short_year;
  if (is_word(i)) return spoken_year_at(i);
  const DateToken& token = at(i);
  if (token.type != TokenType::number || token.digits > 4 || token.value < 1) return std::nullopt;
  if (const auto behind = before_christ(i + 1)) return Piece<int>{1 - token.value, *behind};
  if (const auto behind = anno_domini(i + 1); behind && token.digits >= 2)
    return Piece<int>{token.value, *behind};
  if (!is_plain_year(i)) return std::nullopt;
  std::size_t next = i + 1;
  if (speaks(south_slavic) && is_mark(next, '.') && is_glued(next)) ++next;  // 2013. is a year
  // в 2012-м
  if (speaks(east_slavic) && is_dash(next) && is_glued(next + 1) && is(next + 1, Role::day_suffix)) next += 2;
  return Piece<int>{token.value, behind_year_mark(next)};
}

std::optional<Piece<int>> Reader::year_behind(std::size_t i) const noexcept {
  std::size_t next = i;
  // "in May. 2013 was": the sentence ended.
  if (is_mark(next, '.') && !is_glued(next + 1) && !speaks(south_slavic)) return std::nullopt;
  if (is_mark(next, ',') || is_mark(next, '.')) ++next;
  next = skip_of(next);
  if (is_article(next) && is(next + 1, Role::year_mark)) ++next;  // of the year 1999
  if (is(next, Role::year_mark) && is_number(next + 1)) ++next;   // të vitit 1999
  return year_at(next);
}

std::optional<Shift> Reader::shift_of_year(std::size_t i) const noexcept {
  if (const Meaning* then = find(i, Role::shift_then)) return Shift{Unit::year, then->value, Base::then};
  if (const Meaning* now = find(i, Role::shift)) return Shift{Unit::year, now->value, Base::now};
  return std::nullopt;
}

// "of that year", "last year", "del año pasado", "dieses Jahres", "того ж року", "of the same year".
std::optional<Piece<Shift>> Reader::shift_behind(std::size_t i) const noexcept {
  std::size_t next = skip_of(i);
  if (is_article(next) && !is(next, Role::shift)) ++next;
  if (is_apostrophe(next) && next > i) ++next;  // dell'anno scorso
  if (auto shift = shift_of_year(next)) {
    std::size_t unit = next + 1;
    if (is(unit, Role::particle)) ++unit;
    if (is(unit, Role::shift_then) && !is_unit(unit, Unit::year)) shift = shift_of_year(unit++);
    if (is_unit(unit, Unit::year)) return Piece<Shift>{*shift, unit + 1};
  }
  if (next == i || !is_unit(next, Unit::year)) return std::nullopt;
  const std::size_t last = is(next + 1, Role::link) ? next + 2 : next + 1;
  if (const Reading coming = ahead(last, Role::shift); coming && coming.next > last + 1)  // del año que viene
    return Piece<Shift>{{Unit::year, coming.meaning->value, Base::now}, coming.next};
  if (const auto shift = shift_of_year(last)) return Piece<Shift>{*shift, last + 1};
  return std::nullopt;
}

void Reader::take_part_before(Found& found) const noexcept {
  if (found.first <= floor_) return;
  std::size_t i = found.first - 1;
  const auto skip = [&](bool holds) {
    if (holds && i > floor_) --i;
  };
  // The end of the ..., early in 1990, a principios de, mid-May, Anfang Mai, all'inizio dell'anno.
  skip(is_dash(i) || (is_apostrophe(i) && is_glued(i)));
  skip(is_article(i) && !is(i, Role::part));
  skip((is(i, Role::of) || (is(i, Role::before_year) && !is(i, Role::both))) && !is(i, Role::part));
  const Meaning* part = find(i, Role::part);
  if (part == nullptr || (part->doubt != Doubt::none && i + 1 == found.first)) return;
  found.date.part = static_cast<PartOf>(part->value);
  found.first = with_article(i);
}

bool Reader::take_year_behind(Found& found) const noexcept {
  if (const auto year = year_behind(found.last); year && !counts_something(year->next)) {
    found.date.year = year->value;
    found.last = year->next;
    return true;
  }
  if (const auto shift = shift_behind(found.last)) {
    found.date.shift = shift->value;
    found.last = shift->next;
    return true;
  }
  return false;
}

// Behind the end of a sentence, or a line that begins like one.
bool Reader::begins_clause(std::size_t i) const noexcept {
  return i == 0 || ends_sentence(i - 1) || (at(i).line_start && (is_capitalised(i) || is_number(i)));
}

bool Reader::is_future_verb(std::size_t i) const noexcept {
  const Reading cue = ahead(i, Role::future);
  return (cue && cue.meaning->value > 0) ||
         (is_word(i) && may_speak(romance) && has_future_ending(text(i), languages_));
}

bool Reader::is_future(std::size_t i) const noexcept {
  if (i > 0 && is(i - 1, Role::future)) return true;
  std::size_t k = i;
  for (; k > 0 && k + kClauseBefore > i && !begins_clause(k); --k) {
    const Reading cue = ahead(k - 1, Role::future);
    if ((cue && cue.meaning->doubt == Doubt::none) || is_future_verb(k - 1)) return true;
  }
  // On Monday the Council will: only where no verb stands before.
  for (std::size_t lead = k; lead < i; ++lead) {
    const bool preposition = is(lead, Role::before_year) || is_article(lead) || is(lead, Role::relative_day);
    if (!preposition && !is(lead, Role::temporal) && !is(lead, Role::both) && mark(lead) == 0) return false;
  }
  for (k = i + 1; k < i + 1 + kClauseBehind && k < size() && !begins_clause(k); ++k) {
    if (is_future_verb(k)) return true;
  }
  return false;
}

}  // namespace dossier::dates
