// Dates that begin with a number: numeric ones, day and month, ranges of days.
#include <unicode/calendar.h>

#include <algorithm>
#include <array>
#include <memory>

#include "grammar.h"

namespace dossier::dates {
namespace {

WrittenDate day_date(std::optional<int> year, int month, int day) {
  return {.unit = Unit::day, .year = year, .month = month, .day = day};
}

struct CalendarMonth {
  std::string_view name;
  int month;  // of ICU's calendar, from 0
};

// Months of the Islamic calendar as Latin script writes them, hyphens and apostrophes left out.
constexpr std::array<CalendarMonth, 20> kIslamicMonths{
    {{"muharram", 0},        {"safar", 1},           {"rabi al-awwal", 2}, {"rabi al-thani", 3},
     {"jumada al-awwal", 4}, {"jumada al-thani", 5}, {"rajab", 6},         {"shaban", 7},
     {"shaaban", 7},         {"ramadan", 8},         {"ramadhan", 8},      {"shawwal", 9},
     {"dhu al-qidah", 10},   {"dhu al-qadah", 10},   {"zulqadah", 10},     {"dhu al-hijjah", 11},
     {"zulhijjah", 11},      {"dhul-hijjah", 11},    {"dhul-qidah", 10},   {"dhu al-hijja", 11}}};

}  // namespace

std::optional<Found> Grammar::at_number(std::size_t i) const {
  if (auto found = short_quarter(i)) return found;
  if (!stands_free(i)) return std::nullopt;
  for (const auto recognise :
       {&Grammar::numeric, &Grammar::day_range, &Grammar::day_month, &Grammar::other_calendar,
        &Grammar::han_number, &Grammar::decade, &Grammar::century, &Grammar::year_range,
        &Grammar::year_of_era, &Grammar::bare_year, &Grammar::next_day, &Grammar::day_alone}) {
    if (auto found = (this->*recognise)(i)) return found;
  }
  return std::nullopt;
}

// 2013-05-24, 24.05.2013, 24/05/2013, 05/24/2013, 2013/5/24, 24.5.13, 2013-05.
std::optional<Found> Grammar::numeric(std::size_t i) const {
  const DateToken& first = tokens_.at(i);
  if (first.digits > 4) return std::nullopt;
  const auto separator = [&](std::size_t k) -> char32_t {
    if (!is_glued(k) || tokens_.at(k).type != TokenType::mark) return 0;
    const auto c = static_cast<char32_t>(tokens_.at(k).value);
    return c == '-' || c == '.' || c == '/' ? c : 0;
  };
  const char32_t mark = separator(i + 1);
  if (mark == 0) return std::nullopt;
  // "24. 5. 2013", as Slavic and German texts have it.
  const auto number_behind = [&](std::size_t k) {
    return is_number(k) && (is_glued(k) || (mark == '.' && tokens_.at(k).digits != 3));
  };
  if (!number_behind(i + 2)) return std::nullopt;
  const DateToken& second = tokens_.at(i + 2);
  const bool third_there = separator(i + 3) == mark && number_behind(i + 4);
  const auto ends = [&](std::size_t last) {
    // Not a part of something longer: 1.1.1.1, 24.05.2013.7, 12/2013/EU.
    if (!is_glued(last + 1)) return true;
    const DateToken& behind = tokens_.at(last + 1);
    if (behind.type == TokenType::number) return false;
    if (behind.type == TokenType::word) return tokens_.text(last + 1) == "T";  // 2013-05-24T10:00
    const auto c = static_cast<char32_t>(behind.value);
    const bool joins = c == '.' || c == '-' || c == '/' || c == ':' || c == ',';
    return !(joins && is_glued(last + 2) && tokens_.at(last + 2).type != TokenType::mark) && c != '%';
  };
  if (!third_there) {
    if (mark == '/' && first.value == 9 && first.digits == 1 && second.value == 11 &&
        (options_.languages & en) != 0 && (ends(i + 2) || is_dash(i + 3)))
      return Found{.first = i, .last = i + 3, .date = day_date(2001, 9, 11)};
    const bool iso_month = mark == '-' && first.digits == 4 && second.digits == 2 && second.value >= 1 &&
                           second.value <= 12 && first.value >= 1000 && first.value < 2200 && ends(i + 2) &&
                           separator(i + 3) == 0;
    if (!iso_month) return std::nullopt;
    return Found{
        .first = i, .last = i + 3, .date = {.unit = Unit::month, .year = first.value, .month = second.value}};
  }
  const DateToken& third = tokens_.at(i + 4);
  if (!ends(i + 4)) return std::nullopt;
  int year = 0, month = 0, day = 0;
  if (first.digits == 4 && second.digits <= 2 && third.digits <= 2) {
    year = first.value, month = second.value, day = third.value;
  } else if (first.digits <= 2 && second.digits <= 2 &&
             (third.digits == 4 || (third.digits == 2 && mark != '-'))) {
    year = third.digits == 4 ? third.value : third.value > 30 ? 1900 + third.value : 2000 + third.value;
    day = first.value, month = second.value;
    const bool month_first = mark == '/' && (options_.month_first || month > 12);
    if (month_first && day <= 12) std::swap(day, month);
    const bool unmistakable = first.digits == 2 || mark == '.' || second.value > 12;
    if (third.digits == 2 && !unmistakable) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (month < 1 || month > 12 || day < 1 || day > most_days(month) || year < 1000 || year > 2199)
    return std::nullopt;
  std::size_t last = i + 5;
  const bool slavic = (options_.languages & (sr | hr | ru | uk)) != 0 && options_.languages != ~Languages{0};
  if (slavic && mark == '.' && is_mark(last, '.') && is_glued(last)) ++last;
  if (slavic && find(last, Role::year_mark) != nullptr) {
    ++last;
    if (is_mark(last, '.') && is_glued(last) && tokens_.text(last - 1).size() <= 4) ++last;
  }
  return Found{.first = i, .last = last, .date = day_date(year, month, day)};
}

// 24 May 2013, 24. Mai, le 5 juin, 24 de mayo de 2013, the 4th of July, 29 января 2017 г., 1-го травня.
std::optional<Found> Grammar::day_month(std::size_t i) const {
  const auto day = day_at(i);
  if (!day) return std::nullopt;
  std::size_t at = day->next;
  if (unit(at, Unit::day) != nullptr && find(at + 1, Role::of) != nullptr) ++at;  // 4th day of July
  if (is_dash(at) && is_glued(at)) ++at;                                          // 5-May-2013
  const auto month = month_at(skip_of(at));
  if (!month || day->value > most_days(month->value.month)) return std::nullopt;
  std::size_t behind = month->next;
  if (is_dash(behind) && is_glued(behind) && is_number(behind + 1) && is_glued(behind + 1)) ++behind;
  Found found{.first = i, .last = behind, .date = day_date(std::nullopt, month->value.month, day->value)};
  if (const auto year = year_behind(behind)) {
    found.date.year = year->value;
    found.last = year->next;
  } else if (const auto shift = shift_behind(behind)) {
    found.date.shift = shift->value;
    found.last = shift->next;
  }
  if (month->value.foreign && !found.date.year) return std::nullopt;
  return found;
}

// 3-7 May 2013, 3 and 7 May, 3. bis 7. Mai, 3 по 7 мая, 28 May - 3 June 2013 (which is two mentions, but for
// the year).
std::optional<Found> Grammar::day_range(std::size_t i) const {
  const auto first = day_at(i);
  if (!first || tokens_.at(i).type != TokenType::number) return std::nullopt;
  const bool between = i > 0;
  const auto joint_at = joint(first->next, between);
  const bool listed = is_mark(first->next, ',') && is_number(first->next + 1);
  if (!joint_at && !listed) return std::nullopt;
  const std::size_t second_at = joint_at ? *joint_at : first->next + 1;
  const auto second = day_at(second_at);
  if (!second || !is_number(second_at)) return std::nullopt;
  const auto end = day_month(second_at);
  const bool is_range = joint_at && find(first->next, Role::both) == nullptr;
  const bool spoken_range =
      joint_at && i > 0 &&
      (is_word(i - 1, "between") || is_word(i - 1, "zwischen") || is_word(i - 1, "entre"));
  if (end) {
    if (is_range || spoken_range) {
      if (first->value >= second->value) return std::nullopt;
      WrittenDate start = end->date;
      start.day = first->value;
      return Found{.first = i, .last = end->last, .date = start, .until = end->date};
    }
    // 10 and 14 May, 10, 12 and 14 May: each is a day of its own.
    WrittenDate start = end->date;
    start.day = first->value;
    return Found{.first = i, .last = first->next, .date = start};
  }
  // 10, 12 and 14 May: what stands between is looked through.
  std::size_t at = second->next;
  for (int steps = 0; steps < 6; ++steps) {
    const bool comma = is_mark(at, ',');
    const bool and_word = find(at, Role::both) != nullptr;
    if (!comma && !and_word) return std::nullopt;
    at += comma && find(at + 1, Role::both) != nullptr ? std::size_t{2} : std::size_t{1};
    if (const auto last = day_month(at); last && is_number(at)) {
      WrittenDate start = last->date;
      start.day = first->value;
      return Found{.first = i, .last = first->next, .date = start};
    }
    const auto next = day_at(at);
    if (!next || !is_number(at)) return std::nullopt;
    at = next->next;
  }
  return std::nullopt;
}

// May 4 and 5, April 10, 12 and 14: a number that goes on with the month before it.
std::optional<Found> Grammar::next_day(std::size_t i) const {
  const DateToken& token = tokens_.at(i);
  if (!last_ || last_->date.unit != Unit::day || last_->date.month == 0 || last_->until || token.digits > 2)
    return std::nullopt;
  const bool joined = i == floor_ + 1 && (find(i - 1, Role::both) != nullptr || is_mark(i - 1, ','));
  const bool comma_and = i == floor_ + 2 && is_mark(i - 2, ',') && find(i - 1, Role::both) != nullptr;
  if (!joined && !comma_and) return std::nullopt;
  if (token.value <= last_->date.day || token.value > most_days(last_->date.month)) return std::nullopt;
  std::size_t next = i + 1;
  if (const auto day = day_at(i)) next = is_mark(day->next - 1, '.') ? i + 1 : day->next;
  // "04.02.2022, 08:27": a time.
  const bool is_time = (is_mark(next, ':') || is_mark(next, '.')) && is_glued(next) && is_glued(next + 1) &&
                       is_number(next + 1);
  if (is_time) return std::nullopt;
  // "May 4 and 5 soldiers"
  if (tokens_.at(next).type == TokenType::word && find(next, Role::before_year) == nullptr &&
      !is_word(next, "were") && !is_word(next, "was"))
    return std::nullopt;
  if (is_glued(next) && tokens_.at(next).type != TokenType::mark) return std::nullopt;
  Found found{.first = i, .last = next, .date = last_->date};
  found.date.day = token.value;
  found.date.part = PartOf::whole;
  const auto year = is_mark(next, ',') ? year_at(next + 1) : std::nullopt;
  if (!found.date.year && year) {
    found.date.year = year->value;
    found.last = year->next;
  }
  return found;
}

// On the 20th, by the 14th of that month: a day of the month that was spoken of.
std::optional<Found> Grammar::day_alone(std::size_t i) const {
  if ((options_.languages & en) == 0 || i < 2 || !is_word(i - 1, "the")) return std::nullopt;
  const auto day = day_at(i);
  if (!day || day->next != i + 2 || tokens_.at(i + 1).type != TokenType::word) return std::nullopt;
  const bool introduced = is_word(i - 2, "on") || is_word(i - 2, "by") || is_word(i - 2, "until") ||
                          is_word(i - 2, "of") || is_word(i - 2, "from");
  const std::size_t next = day->next;
  const bool noun_behind = tokens_.at(next).type == TokenType::word &&
                           find(next, Role::before_year) == nullptr && !is_word(next, "was") &&
                           !is_word(next, "were") && !is_word(next, "the") && !is_word(next, "he") &&
                           !is_word(next, "they");
  if (!introduced || noun_behind || i - 1 < floor_) return std::nullopt;
  return Found{.first = i - 1, .last = next, .date = {.unit = Unit::day, .day = day->value}};
}

// 12 Dhu al-Qi'dah 1444: the Islamic (Umm al-Qura) calendar, converted by ICU.
std::optional<Found> Grammar::other_calendar(std::size_t i) const {
  const DateToken& day = tokens_.at(i);
  if (day.digits > 2 || day.value < 1 || day.value > 30) return std::nullopt;
  std::string name;
  std::size_t at = i + 1;
  for (; at < i + 8; ++at) {
    const DateToken& token = tokens_.at(at);
    if (token.type == TokenType::word) {
      if (!is_glued(at) && !name.empty() && name.back() != '-') name += ' ';
      for (const char c : tokens_.text(at)) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (is_dash(at)) {
      name += '-';
    } else if (!is_apostrophe(at)) {
      break;
    }
    if (name.size() > 20) return std::nullopt;
  }
  const auto known = std::find_if(kIslamicMonths.begin(), kIslamicMonths.end(),
                                  [&](const CalendarMonth& m) { return m.name == name; });
  if (known == kIslamicMonths.end() || !is_number(at) || tokens_.at(at).value < 1 ||
      tokens_.at(at).value > 1600)
    return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      *icu::TimeZone::getGMT(), icu::Locale("en_US@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->clear();
  calendar->set(tokens_.at(at).value, known->month, day.value, 12, 0, 0);
  const UDate milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  const std::chrono::year_month_day date = to_date(static_cast<Day>(milliseconds / 86'400'000.0));
  WrittenDate converted =
      day_date(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
               static_cast<int>(static_cast<unsigned>(date.day())));
  converted.converted = true;
  return Found{.first = i, .last = at + 1, .date = converted};
}

}  // namespace dossier::dates
