// Dates in numbers alone: 2013-05-24, 24.05.2013, 24/05/2013, 05/24/2013, 2013/5/24, 24.5.13, 2013-05.
#include <utility>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// The separator glued on at `i`; 0 if there is none.
char32_t separator(const Reader& reader, std::size_t i) {
  const char32_t c = reader.is_glued(i) ? reader.mark(i) : U'\0';
  return c == '-' || c == '.' || c == '/' ? c : U'\0';
}

// "24. 5. 2013", as Slavic and German texts have it, has spaces behind the stops.
bool number_behind(const Reader& reader, std::size_t i, char32_t mark) {
  return reader.is_number(i) && (reader.is_glued(i) || (mark == '.' && reader.at(i).digits != 3));
}

// What stands between the number at `i` and the one behind it; 0 if they are no parts of a date.
char32_t mark_between(const Reader& reader, std::size_t i) {
  const bool number = reader.is_number(i) && reader.at(i).digits <= 4;
  const char32_t mark = number ? separator(reader, i + 1) : U'\0';
  return mark != 0 && number_behind(reader, i + 2, mark) ? mark : U'\0';
}

bool has_third(const Reader& reader, std::size_t i, char32_t mark) {
  return separator(reader, i + 3) == mark && number_behind(reader, i + 4, mark);
}

// Whether a date may end with the number at `last`: not a part of 1.1.1.1, 24.05.2013.7, 12/2013/EU.
bool may_end(const Reader& reader, std::size_t last) {
  if (!reader.is_glued(last + 1)) return true;
  if (reader.is_number(last + 1)) return false;
  if (reader.is_word(last + 1)) return reader.text(last + 1) == "T";  // 2013-05-24T10:00
  const char32_t c = reader.mark(last + 1);
  if (c == '-' && reader.is_word(last + 2)) return true;  // 2016-05-05-statement.pdf
  const bool joins = c == '.' || c == '-' || c == '/' || c == ':' || c == ',';
  return !(joins && reader.is_glued(last + 2) && reader.mark(last + 2) == 0) && c != '%';
}

int full_year(const DateToken& token) {
  if (token.digits == 4) return token.value;
  return token.value > 30 ? 1900 + token.value : 2000 + token.value;
}

// 9/11
std::optional<Found> nine_eleven(const Reader& reader, std::size_t i) {
  const DateToken &first = reader.at(i), &second = reader.at(i + 2);
  const bool written = first.digits == 1 && first.value == 9 && second.value == 11;
  if (!written || !reader.may_speak(en) || !(may_end(reader, i + 2) || reader.is_dash(i + 3)))
    return std::nullopt;
  return Found{.first = i, .last = i + 3, .date = {.year = 2001, .month = 9, .day = 11}};
}

// 2013-05. Behind a word "2006-07" is a range of years.
std::optional<Found> iso_month(const Reader& reader, std::size_t i) {
  const DateToken &first = reader.at(i), &second = reader.at(i + 2);
  if (!is_year_number(first) || second.digits != 2 || second.value < 1 || second.value > 12)
    return std::nullopt;
  if (!may_end(reader, i + 2) || separator(reader, i + 3) != 0) return std::nullopt;
  const bool next_year = second.value == first.value % 100 + 1;
  const bool signed_year = reader.at(i + 3).type == TokenType::han && reader.is_glued(i + 3);  // 2001-02年
  if (next_year && (signed_year || (i > 0 && reader.is_word(i - 1) && !first.line_start)))
    return std::nullopt;
  return Found{
      .first = i, .last = i + 3, .date = {.unit = Unit::month, .year = first.value, .month = second.value}};
}

// 27.5.-4.6.1918, 24.5.: without its own year only beside one, or where a preposition says that it is a day.
std::optional<Found> short_day(const Reader& reader, std::size_t i) {
  const DateToken &day = reader.at(i), &month = reader.at(i + 2);
  if (day.value < 1 || month.value < 1 || month.value > 12 || day.digits > 2 || month.digits > 2 ||
      day.value > most_days(month.value))
    return std::nullopt;
  Found found{.first = i, .last = i + 3, .date = {.month = month.value, .day = day.value}};
  const bool stop = separator(reader, i + 3) == '.';
  const std::size_t dash = stop ? i + 4 : i + 3;
  if (reader.is_dash(dash)) {
    const auto until = numeric_day(reader, dash + 1);
    if (!until) return std::nullopt;
    found.last = until->last;
    found.date.year = until->date.year;
    found.until = until->date;
    return found;
  }
  const bool introduced = i > 0 && (reader.is(i - 1, Role::contraction) || reader.is(i - 1, Role::temporal));
  if (!stop || !introduced || !reader.may_speak(de | slavic) || !may_end(reader, i + 2)) return std::nullopt;
  found.last = i + 4;
  return found;
}

// Year, month and day of three numbers. Which of "05/06/2013" is the day is left open.
std::optional<WrittenDate> date_of(const Reader& reader, std::size_t i, char32_t mark) {
  const DateToken &first = reader.at(i), &second = reader.at(i + 2), &third = reader.at(i + 4);
  WrittenDate date{.unit = Unit::day};
  if (first.digits == 4 && second.digits <= 2 && third.digits <= 2) {
    date.year = first.value, date.month = second.value, date.day = third.value;
  } else if (first.digits <= 2 && second.digits <= 2 &&
             (third.digits == 4 || (third.digits == 2 && mark != '-'))) {
    date.year = full_year(third), date.day = first.value, date.month = second.value;
    const bool open = mark != '.';
    const bool unmistakable = first.digits == 2 || mark == '.' || second.value > 12;
    if (third.digits == 2 && !unmistakable) return std::nullopt;
    date.order = !open ? Order::none : date.day > 12 ? Order::day_first : Order::open;
    // With stops the day stands first, but for some American sites: 05.24.2013.
    const bool month_first = date.month > 12 && date.day <= 12;
    if (month_first && (open || third.digits == 4)) {
      std::swap(date.day, date.month);
      date.order = Order::month_first;
    }
  } else {
    return std::nullopt;
  }
  const bool real = date.month >= 1 && date.month <= 12 && date.day >= 1 &&
                    date.day <= most_days(date.month) && *date.year >= 1000 && *date.year <= 2199;
  return real ? std::optional(date) : std::nullopt;
}

// 4.12.2011. godine, 24.05.2013 г.
std::size_t behind_year(const Reader& reader, std::size_t i, char32_t mark) {
  if (!reader.speaks(slavic)) return i;
  if (mark == '.' && reader.is_mark(i, '.') && reader.is_glued(i)) ++i;
  if (!reader.is(i, Role::year_mark)) return i;
  const bool abbreviated = reader.text(i).size() <= 4 && reader.is_mark(i + 1, '.') && reader.is_glued(i + 1);
  return abbreviated ? i + 2 : i + 1;
}

}  // namespace

std::optional<Found> numeric_day(const Reader& reader, std::size_t i) {
  const char32_t mark = mark_between(reader, i);
  if (mark == 0 || !has_third(reader, i, mark) || !may_end(reader, i + 4)) return std::nullopt;
  const auto date = date_of(reader, i, mark);
  if (!date) return std::nullopt;
  return Found{.first = i, .last = behind_year(reader, i + 5, mark), .date = *date};
}

std::optional<Found> numeric_date(const Reader& reader, std::size_t i) {
  const char32_t mark = mark_between(reader, i);
  if (mark == 0) return std::nullopt;
  if (has_third(reader, i, mark)) return numeric_day(reader, i);
  if (mark == '/') return nine_eleven(reader, i);
  return mark == '-' ? iso_month(reader, i) : short_day(reader, i);
}

}  // namespace dossier::dates
