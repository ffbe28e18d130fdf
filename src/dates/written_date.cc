#include <algorithm>
#include <array>
#include <charconv>

#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"

namespace dossier {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kMonthNames{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A written date cut into runs of digits and runs of letters; what lies between is kept by its first
// character.
struct Part {
  std::string text;
  int number = -1;  // of a run of digits
  char before = 0;  // the character before it, 0 at the start
};

std::vector<Part> cut(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size() && parts.size() < 8;) {
    const auto same_kind = is_digit(text[i]) ? is_digit : is_letter;
    if (!is_digit(text[i]) && !is_letter(text[i])) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    while (i < text.size() && same_kind(text[i])) ++i;
    Part part{.text = ascii_lower(text.substr(start, i - start)),
              .before = start > 0 ? text[start - 1] : '\0'};
    if (is_digit(text[start]) && i - start <= 8) {
      std::from_chars(text.data() + start, text.data() + i, part.number);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

int month_number(std::string_view word) noexcept {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonthNames[i] || word == kMonths[i] || (i == 8 && word == "sept"))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) { return word.starts_with(day); });
}

std::optional<PartialDate> make_day(int year, int month, int day) {
  if (month < 1 || day < 1 || !is_real_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
    return std::nullopt;
  const Day number = to_day(std::chrono::year_month_day{std::chrono::year{year},
                                                        std::chrono::month{static_cast<unsigned>(month)},
                                                        std::chrono::day{static_cast<unsigned>(day)}});
  return PartialDate{{number, number}, CalendarUnit::day};
}

std::optional<PartialDate> make_month(int year, int month) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  return PartialDate{month_interval(year, static_cast<unsigned>(month)), CalendarUnit::month};
}

bool is_year(const Part& part) noexcept {
  return part.text.size() == 4 && part.number > 0;
}
bool is_small(const Part& part) noexcept {
  return part.number >= 0 && part.text.size() <= 2;
}

// Day and month around a year that stands last: unmistakable only if one of them cannot be a month, or with
// dots.
std::optional<PartialDate> day_month_year(const Part& a, const Part& b, int year) {
  if (b.before == '.' || a.number > 12 || a.number == b.number) return make_day(year, b.number, a.number);
  if (b.number > 12) return make_day(year, a.number, b.number);
  return PartialDate{year_interval(year), CalendarUnit::year};
}

std::optional<PartialDate> eight_digits(int number) {
  if (const auto date = make_day(number / 10000, number / 100 % 100, number % 100);
      date && number / 10000 >= 1500)
    return date;
  if (number % 10000 < 1500) return std::nullopt;
  return make_day(number % 10000, number / 10000 % 100, number / 1000000);
}

}  // namespace

std::optional<PartialDate> parse_written_date(std::string_view text) {
  const std::string_view trimmed = trim(text.substr(0, 200));
  if (const auto plain = parse_partial_date(trimmed)) return plain;
  std::vector<Part> parts = cut(trimmed);
  if (!parts.empty() && is_weekday(parts.front().text)) parts.erase(parts.begin());
  if (parts.empty()) return std::nullopt;
  if (parts[0].text.size() == 8 && parts[0].number > 0) return eight_digits(parts[0].number);
  if (parts.size() >= 2 && is_year(parts[0]) && is_small(parts[1])) {
    if (parts.size() >= 3 && is_small(parts[2]))
      return make_day(parts[0].number, parts[1].number, parts[2].number);
    return make_month(parts[0].number, parts[1].number);
  }
  if (parts.size() >= 3 && is_small(parts[0]) && is_small(parts[1]) && is_year(parts[2])) {
    return day_month_year(parts[0], parts[1], parts[2].number);
  }
  std::erase_if(parts, [](const Part& p) {
    return p.text == "of" || p.text == "st" || p.text == "nd" || p.text == "rd" || p.text == "th";
  });
  if (parts.size() >= 3 && is_small(parts[0]) && is_year(parts[2])) {
    return make_day(parts[2].number, month_number(parts[1].text), parts[0].number);
  }
  if (parts.size() >= 3 && month_number(parts[0].text) > 0 && is_small(parts[1]) && is_year(parts[2])) {
    return make_day(parts[2].number, month_number(parts[0].text), parts[1].number);
  }
  if (parts.size() >= 2 && is_year(parts[1])) return make_month(parts[1].number, month_number(parts[0].text));
  return std::nullopt;
}

std::optional<PartialDate> parse_file_name_date(std::string_view name, Day today) {
  const int this_year = static_cast<int>(to_date(today).year());
  const auto plausible = [&](const std::optional<PartialDate>& date) {
    return date && date->days.first >= year_interval(1500).first && date->days.first <= today;
  };
  const std::vector<Part> parts = cut(name.substr(0, 255));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::optional<PartialDate> date;
    if (parts[i].text.size() == 8 && parts[i].number > 0) date = eight_digits(parts[i].number);
    if (i + 2 < parts.size() && is_year(parts[i]) && parts[i + 1].text.size() == 2 &&
        parts[i + 2].text.size() == 2 && is_small(parts[i + 1]) && is_small(parts[i + 2])) {
      date = make_day(parts[i].number, parts[i + 1].number, parts[i + 2].number);
    }
    if (i + 2 < parts.size() && parts[i].text.size() == 2 && is_small(parts[i]) && is_small(parts[i + 1]) &&
        is_year(parts[i + 2])) {
      date = day_month_year(parts[i], parts[i + 1], parts[i + 2].number);
      if (date && date->precision != CalendarUnit::day) date.reset();
    }
    if (plausible(date)) return date;
  }
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (!is_year(parts[i]) || parts[i + 1].text.size() != 2 || !is_small(parts[i + 1]) ||
        parts[i + 1].before != '-')
      continue;
    if (const auto date = make_month(parts[i].number, parts[i + 1].number); plausible(date)) return date;
  }
  std::optional<int> year;
  for (const Part& part : parts) {
    if (!is_year(part) || part.number < 1500 || part.number > this_year) continue;
    if (year && *year != part.number) return std::nullopt;
    year = part.number;
  }
  if (!year) return std::nullopt;
  return PartialDate{year_interval(*year), CalendarUnit::year};
}

}  // namespace dossier
