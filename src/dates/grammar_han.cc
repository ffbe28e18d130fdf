// Dates in Chinese and in texts that write them with its signs: 2013年5月24日, 二〇一三年, 90年代, 去年,
// 昨天.
#include <algorithm>
#include <array>

#include "grammar.h"

namespace dossier::dates {
namespace {

// The digit that an ideograph stands for; 10 for 十, -1 for none.
int han_digit(char32_t c) noexcept {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九十";
  if (c == U'零') return 0;
  const std::size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

struct HanWord {
  std::u32string_view text;
  Unit unit;
  int amount;
};

constexpr std::array<HanWord, 26> kWords{{
    {U"今天", Unit::day, 0},      {U"今日", Unit::day, 0},      {U"昨天", Unit::day, -1},
    {U"昨日", Unit::day, -1},     {U"前天", Unit::day, -2},     {U"明天", Unit::day, 1},
    {U"明日", Unit::day, 1},      {U"后天", Unit::day, 2},      {U"今年", Unit::year, 0},
    {U"去年", Unit::year, -1},    {U"前年", Unit::year, -2},    {U"明年", Unit::year, 1},
    {U"本年", Unit::year, 0},     {U"本月", Unit::month, 0},    {U"这个月", Unit::month, 0},
    {U"上个月", Unit::month, -1}, {U"上月", Unit::month, -1},   {U"下个月", Unit::month, 1},
    {U"下月", Unit::month, 1},    {U"本周", Unit::week, 0},     {U"这周", Unit::week, 0},
    {U"上周", Unit::week, -1},    {U"上星期", Unit::week, -1},  {U"下周", Unit::week, 1},
    {U"下星期", Unit::week, 1},   {U"上個月", Unit::month, -1},
}};

}  // namespace

// A number of year, month and day with their signs, in digits.
std::optional<Found> Grammar::han_number(std::size_t i) const {
  const auto sign = [&](std::size_t k, char32_t c) {
    return tokens_.at(k).type == TokenType::han && tokens_.at(k).value == static_cast<std::int32_t>(c);
  };
  const DateToken& first = tokens_.at(i);
  if (tokens_.at(i + 1).type != TokenType::han) return std::nullopt;
  std::size_t at = i;
  WrittenDate date{.unit = Unit::year};
  if (sign(i + 1, U'年')) {
    if (sign(i + 2, U'代')) {
      const int value = first.digits == 2 ? 1900 + first.value : first.value;
      if (value % 10 != 0 || value < 1000) return std::nullopt;
      return Found{.first = i, .last = i + 3, .date = {.unit = Unit::decade, .year = value}};
    }
    if (first.digits != 4 || first.value > 2199) return std::nullopt;
    date.year = first.value;
    at = i + 2;
    if (!is_number(at)) return Found{.first = i, .last = at, .date = date};
  } else if (sign(i + 1, U'世') && (sign(i + 2, U'纪') || sign(i + 2, U'紀')) && first.value >= 1 &&
             first.value <= 22) {
    if (is_number(i + 3) && sign(i + 4, U'年') && sign(i + 5, U'代') && tokens_.at(i + 3).value < 100)
      return Found{.first = i,
                   .last = i + 6,
                   .date = {.unit = Unit::decade,
                            .year = (first.value - 1) * 100 + tokens_.at(i + 3).value / 10 * 10}};
    return Found{.first = i, .last = i + 3, .date = {.unit = Unit::century, .year = (first.value - 1) * 100}};
  }
  const DateToken& month = tokens_.at(at);
  if (!sign(at + 1, U'月') || month.value < 1 || month.value > 12) {
    if (date.year) return Found{.first = i, .last = at, .date = date};
    return std::nullopt;
  }
  date.unit = Unit::month;
  date.month = month.value;
  at += 2;
  const DateToken& day = tokens_.at(at);
  if (is_number(at) && (sign(at + 1, U'日') || sign(at + 1, U'号')) && day.value >= 1 &&
      day.value <= most_days(date.month)) {
    date.unit = Unit::day;
    date.day = day.value;
    at += 2;
  } else if (!date.year && sign(at, U'份')) {
    ++at;
  }
  return Found{.first = i, .last = at, .date = date};
}

std::optional<Found> Grammar::at_han(std::size_t i) const {
  const auto value = [&](std::size_t k) {
    return tokens_.at(k).type == TokenType::han ? static_cast<char32_t>(tokens_.at(k).value) : U'\0';
  };
  for (const HanWord& word : kWords) {
    bool same = true;
    for (std::size_t k = 0; k < word.text.size() && same; ++k) same = value(i + k) == word.text[k];
    if (!same) continue;
    Found found{.first = i,
                .last = i + word.text.size(),
                .date = {.unit = word.unit, .shift = Shift{word.unit, word.amount, Base::now}}};
    // 去年5月
    if (word.unit == Unit::year && is_number(found.last)) {
      if (auto month = han_number(found.last); month && !month->date.year && month->date.month > 0) {
        month->first = i;
        month->date.shift = found.date.shift;
        return month;
      }
    }
    return found;
  }
  // 二〇一三年, with 五月二十四日 behind it.
  int year = 0;
  std::size_t digits = 0;
  for (; digits < 4 && han_digit(value(i + digits)) >= 0 && han_digit(value(i + digits)) < 10; ++digits)
    year = year * 10 + han_digit(value(i + digits));
  if (digits != 4 || value(i + 4) != U'年' || year < 1000 || year > 2199) return std::nullopt;
  Found found{.first = i, .last = i + 5, .date = {.unit = Unit::year, .year = year}};
  const auto small_number = [&](std::size_t& at) {
    int number = 0;
    for (; han_digit(value(at)) >= 0; ++at) {
      const int digit = han_digit(value(at));
      number = digit == 10 ? std::max(1, number) * 10 : number + digit;
    }
    return number;
  };
  std::size_t at = found.last;
  const int month = small_number(at);
  if (month < 1 || month > 12 || value(at) != U'月') return found;
  found.date.unit = Unit::month;
  found.date.month = month;
  found.last = ++at;
  const int day = small_number(at);
  if (day < 1 || day > most_days(month) || value(at) != U'日') return found;
  found.date.unit = Unit::day;
  found.date.day = day;
  found.last = at + 1;
  return found;
}

}  // namespace dossier::dates
