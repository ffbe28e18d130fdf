// Dates in Chinese and in texts that write them with its signs: 2013年5月24日, 二〇一三年, 90年代, 第二季度,
// 去年, 上周五, 三年前, 公元前490年.
#include <algorithm>
#include <array>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

char32_t sign(const Reader& reader, std::size_t i) {
  return reader.at(i).type == TokenType::han ? static_cast<char32_t>(reader.at(i).value) : U'\0';
}

// The token behind `text` at `i`; none if something else stands there.
std::optional<std::size_t> behind(const Reader& reader, std::size_t i, std::u32string_view text) {
  for (const char32_t c : text) {
    if (sign(reader, i++) != c) return std::nullopt;
  }
  return i;
}

// The same for one of several texts.
template <std::size_t kCount>
std::optional<std::size_t> behind_any(const Reader& reader, std::size_t i,
                                      const std::array<std::u32string_view, kCount>& texts) {
  for (const std::u32string_view text : texts) {
    if (const auto next = behind(reader, i, text)) return next;
  }
  return std::nullopt;
}

// A number below 100, in digits or signs: 24, 二十四.
std::optional<Piece<int>> small_number(const Reader& reader, std::size_t i) {
  if (reader.is_number(i) && reader.at(i).digits <= 2) return Piece<int>{reader.at(i).value, i + 1};
  int value = 0;
  std::size_t next = i;
  for (; next < i + 3; ++next) {
    const int digit = han_digit(sign(reader, next));
    if (digit < 0) break;
    value = digit == 10 ? std::max(1, value) * 10 : value + digit;
  }
  return next > i && value < 100 ? std::optional(Piece<int>{value, next}) : std::nullopt;
}

// A year with its sign: 2013年, 二〇一三年.
std::optional<Piece<int>> year_with_sign(const Reader& reader, std::size_t i) {
  int value = 0;
  std::size_t next = i;
  if (reader.is_number(i)) {
    value = reader.at(i).digits == 4 ? reader.at(i).value : 0;
    ++next;
  } else {
    for (; next < i + 4; ++next) {
      const int digit = han_digit(sign(reader, next));
      if (digit < 0 || digit > 9) return std::nullopt;
      value = value * 10 + digit;
    }
  }
  if (value < 1000 || value > 2199 || sign(reader, next) != U'年') return std::nullopt;
  return Piece<int>{value, next + 1};
}

// 初 and its like, behind a year or a month.
void take_part(const Reader& reader, Found& found) {
  const std::size_t i = sign(reader, found.last) == U'年' ? found.last + 1 : found.last;  // 今年年初
  const char32_t c = sign(reader, i);
  const PartOf part = c == U'初'                 ? PartOf::beginning
                      : c == U'中'               ? PartOf::middle
                      : c == U'底' || c == U'末' ? PartOf::end
                                                 : PartOf::whole;
  if (part == PartOf::whole) return;
  found.date.part = part;
  found.last = i + 1;
}

// A quarter or half: 第二季度, 上半年.
bool take_part_of_year(const Reader& reader, Found& found) {
  const auto first = behind(reader, found.last, U"上半年"), second = behind(reader, found.last, U"下半年");
  if (first || second) {
    found.date.unit = Unit::half;
    found.date.ordinal = first ? 1 : 2;
    found.last = first ? *first : *second;
    return true;
  }
  const std::size_t at = sign(reader, found.last) == U'第' ? found.last + 1 : found.last;
  const auto number = small_number(reader, at);
  const auto next = number ? behind(reader, number->next, U"季度") : std::nullopt;
  if (!next || number->value < 1 || number->value > 4) return false;
  found.date.unit = Unit::quarter;
  found.date.ordinal = number->value;
  found.last = *next;
  return true;
}

// A month, and the day behind it: 5月, 5月24日, 五月份.
bool take_month(const Reader& reader, Found& found) {
  const auto month = small_number(reader, found.last);
  if (!month || sign(reader, month->next) != U'月' || month->value < 1 || month->value > 12) return false;
  found.date.unit = Unit::month;
  found.date.month = month->value;
  found.last = month->next + 1;
  const auto day = small_number(reader, found.last);
  const char32_t day_sign = day ? sign(reader, day->next) : U'\0';
  if ((day_sign == U'日' || day_sign == U'号' || day_sign == U'號') && day->value >= 1 &&
      day->value <= most_days(month->value)) {
    found.date.unit = Unit::day;
    found.date.day = day->value;
    found.last = day->next + 1;
  } else if (sign(reader, found.last) == U'份') {
    ++found.last;
  }
  return true;
}

void take_rest_of_year(const Reader& reader, Found& found) {
  if (!take_part_of_year(reader, found)) take_month(reader, found);
  if (found.date.unit == Unit::year || found.date.unit == Unit::month) take_part(reader, found);
}

// 90年代, 1990年代.
std::optional<Found> decade_with_sign(const Reader& reader, std::size_t i) {
  if (const auto year = year_with_sign(reader, i); year && sign(reader, year->next) == U'代') {
    if (year->value % 10 != 0) return std::nullopt;
    return Found{.first = i, .last = year->next + 1, .date = {.unit = Unit::decade, .year = year->value}};
  }
  const auto number = small_number(reader, i);
  const auto next = number ? behind(reader, number->next, U"年代") : std::nullopt;
  if (!next || number->value % 10 != 0) return std::nullopt;
  return Found{.first = i, .last = *next, .date = {.unit = Unit::decade, .year = 1900 + number->value}};
}

// 90年代, 20世纪, 20世纪90年代, 十九世纪.
std::optional<Found> decade_or_century(const Reader& reader, std::size_t i) {
  if (auto found = decade_with_sign(reader, i)) return found;
  const auto number = small_number(reader, i);
  if (!number) return std::nullopt;
  constexpr std::array<std::u32string_view, 2> kCentury{U"世纪", U"世紀"};
  const auto century = behind_any(reader, number->next, kCentury);
  if (!century || number->value < 1 || number->value > 22) return std::nullopt;
  const int first_year = (number->value - 1) * 100;
  if (auto part = decade_with_sign(reader, *century)) {
    part->first = i;
    part->date.year = first_year + *part->date.year % 100;
    return part;
  }
  return Found{.first = i, .last = *century, .date = {.unit = Unit::century, .year = first_year}};
}

// 三年前, 两个月前, 3天后: counted from now, or from what was spoken of before. Behind a verb it counts from
// what that tells: 会议召开十日前.
std::optional<Found> ago(const Reader& reader, std::size_t i) {
  const auto count = small_number(reader, i);
  constexpr std::u32string_view kIntroducing = U"在于从自约近";
  const char32_t before = i > 0 ? sign(reader, i - 1) : U'\0';
  const bool free = before == 0 || kIntroducing.find(before) != std::u32string_view::npos;
  if (!count || count->value < 1 || !free) return std::nullopt;
  const bool measure = sign(reader, count->next) == U'个' || sign(reader, count->next) == U'個';
  const std::size_t at = measure ? count->next + 1 : count->next;
  struct Counted {
    std::u32string_view text;
    Unit unit;
  };
  constexpr std::array<Counted, 7> kUnits{{{U"年", Unit::year},
                                           {U"月", Unit::month},
                                           {U"周", Unit::week},
                                           {U"星期", Unit::week},
                                           {U"天", Unit::day},
                                           {U"日", Unit::day},
                                           {U"世纪", Unit::century}}};
  for (const auto& [text, unit] : kUnits) {
    const auto next = behind(reader, at, text);
    if (!next || (unit == Unit::month && !measure)) continue;
    const char32_t side = sign(reader, *next);
    const bool back = side == U'前';
    if (!back && side != U'后' && side != U'後') return std::nullopt;
    const Shift shift{unit, back ? -count->value : count->value, back ? Base::now : Base::then};
    return Found{.first = i, .last = *next + 1, .date = {.unit = unit, .shift = shift}};
  }
  return std::nullopt;
}

// What begins with a number, in digits or signs.
std::optional<Found> numbered(const Reader& reader, std::size_t i) {
  if (auto found = decade_or_century(reader, i)) return found;
  if (auto found = ago(reader, i)) return found;
  if (const auto year = year_with_sign(reader, i)) {
    Found found{.first = i, .last = year->next, .date = {.unit = Unit::year, .year = year->value}};
    take_rest_of_year(reader, found);
    return found;
  }
  Found found{.first = i, .last = i};
  if (!take_month(reader, found)) return std::nullopt;
  take_part(reader, found);
  return found;
}

// 公元前490年, 公元476年.
std::optional<Found> year_of_common_era(const Reader& reader, std::size_t i) {
  const auto era = behind(reader, i, U"公元");
  if (!era) return std::nullopt;
  const bool before = sign(reader, *era) == U'前';
  const std::size_t at = before ? *era + 1 : *era;
  const DateToken& number = reader.at(at);
  if (!reader.is_number(at) || number.digits > 4 || number.value < 1 || sign(reader, at + 1) != U'年')
    return std::nullopt;
  return Found{.first = i,
               .last = at + 2,
               .date = {.unit = Unit::year, .year = before ? 1 - number.value : number.value}};
}

// The weekday that a sign numbers: 一 is Monday, 日 and 天 Sunday; -1 for none.
int weekday_of(char32_t c) {
  if (c == U'日' || c == U'天') return 6;
  const int digit = han_digit(c);
  return digit >= 1 && digit <= 6 ? digit - 1 : -1;
}

// 去年5月, 今年年初, 上周五, 上世纪90年代.
void take_detail(const Reader& reader, Found& found, const HanWord& word) {
  if (word.unit == Unit::year) {
    take_rest_of_year(reader, found);
    if (found.date.unit != Unit::year) found.date.shift->unit = Unit::year;
  } else if (word.unit == Unit::week && weekday_of(sign(reader, found.last)) >= 0) {
    found.date.unit = Unit::day;
    found.date.weekday = weekday_of(sign(reader, found.last++));
  } else if (word.unit == Unit::month) {
    take_part(reader, found);
  } else if (word.unit == Unit::century && word.amount == -1) {
    const auto decade = decade_with_sign(reader, found.last);
    if (decade) found.last = decade->last, found.date = decade->date;
  }
}

std::optional<Found> relative_word(const Reader& reader, std::size_t i) {
  for (const HanWord& word : han_words()) {
    const auto next = behind(reader, i, word.text);
    if (!next || sign(reader, *next) == U'度') continue;  // 本年度: any year's
    Found found{.first = i,
                .last = *next,
                .date = {.unit = word.unit, .shift = Shift{word.unit, word.amount, Base::now}}};
    take_detail(reader, found, word);
    return found;
  }
  return std::nullopt;
}

// 周五, 星期五, 礼拜五.
std::optional<Found> weekday_alone(const Reader& reader, std::size_t i) {
  constexpr std::array<std::u32string_view, 5> kWeek{U"周", U"星期", U"礼拜", U"週", U"禮拜"};
  const auto next = behind_any(reader, i, kWeek);
  if (!next || weekday_of(sign(reader, *next)) < 0) return std::nullopt;
  // Not 每周一 (every Monday), 一周三次 (three times a week).
  const char32_t before = i > 0 ? sign(reader, i - 1) : U'\0';
  if (before == U'每' || han_digit(before) >= 0) return std::nullopt;
  return Found{.first = i, .last = *next + 1, .date = {.weekday = weekday_of(sign(reader, *next))}};
}

}  // namespace

std::optional<Found> han_date(const Reader& reader, std::size_t i) {
  if (reader.at(i + 1).type != TokenType::han) return std::nullopt;
  return numbered(reader, i);
}

std::optional<Found> han_phrase(const Reader& reader, std::size_t i) {
  for (Rule* const rule : {&relative_word, &weekday_alone, &year_of_common_era, &numbered}) {
    if (auto found = rule(reader, i)) return found;
  }
  return std::nullopt;
}

}  // namespace dossier::dates
