#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"

namespace dossier {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
// What stands in a date and says nothing.
constexpr std::array<std::string_view, 11> kFillers{"of", "st", "nd", "rd", "th", "年",
                                                    "月", "日", "년", "월", "일"};

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool mark = c < 0xC0 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) || c == 0xFFFD;
  return !mark;  // near enough to tell a word from what stands between words
}

// A run of digits or of letters of a written date.
struct Part {
  std::string text;  // in lower case
  int number = -1;   // of up to eight digits
  char before = 0;   // the first character between it and the run before, 0 if there is none
};
using Parts = std::span<const Part>;

// The offset behind the run of digits or of letters at `start`; `start` if there is none.
std::size_t end_of_run(std::string_view text, std::size_t start) noexcept {
  std::size_t i = start;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i > start) return i;
  while (i < text.size()) {
    const auto [c, next] = decode_utf8(text, i);
    if (!is_letter(c)) break;
    i = next;
  }
  return i;
}

std::vector<Part> cut(std::string_view text) {
  std::vector<Part> parts;
  std::size_t behind = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = end_of_run(text, start);
    if (end == start) {
      ++start;
      continue;
    }
    Part part{.text = ascii_lower(text.substr(start, end - start)),
              .before = start > behind ? text[behind] : '\0'};
    if (is_digit(text[start]) && end - start <= 8) {
      std::from_chars(text.data() + start, text.data() + end, part.number);
    }
    if (std::find(kFillers.begin(), kFillers.end(), part.text) == kFillers.end())
      parts.push_back(std::move(part));
    start = behind = end;
  }
  return parts;
}

bool is_word(const Part& part) noexcept {
  return !is_digit(part.text[0]);
}
bool is_year(const Part& part) noexcept {
  return part.text.size() == 4 && part.number > 0;
}
bool is_small(const Part& part) noexcept {
  return part.number >= 0 && part.text.size() <= 2;
}

// The month that a word names, in full or by its first three letters; 0 for none.
int named_month(const Part& part) noexcept {
  const auto found = std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
    return part.text == month || part.text == month.substr(0, 3) || (part.text == "sept" && month[0] == 's');
  });
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

int month_of(const Part& part) noexcept {
  return is_small(part) ? part.number : named_month(part);
}

std::optional<PartialDate> make_year(int year) {
  return PartialDate{year_interval(year), CalendarUnit::year};
}

std::optional<PartialDate> make_month(int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  return PartialDate{month_interval(year, static_cast<unsigned>(month)), CalendarUnit::month};
}

std::optional<PartialDate> make_day(int year, int month, int day) {
  if (month < 1 || day < 1 || !is_real_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
    return std::nullopt;
  const Day number = to_day(std::chrono::year_month_day{std::chrono::year{year},
                                                        std::chrono::month{static_cast<unsigned>(month)},
                                                        std::chrono::day{static_cast<unsigned>(day)}});
  return PartialDate{{number, number}, CalendarUnit::day};
}

// "24.05.2013", "05/24/2013". With dots the day stands first; else only numbers that can be but one of the
// two tell.
std::optional<PartialDate> day_and_month(int first, int second, int year, bool dots) {
  if (first < 1 || second < 1) return std::nullopt;
  if (dots || first > 12 || first == second) return make_day(year, second, first);
  if (second > 12) return make_day(year, first, second);
  return make_year(year);
}

// "20130524", "24052013", and with a time behind it "20130524101010". Where the year stands last the day
// stands first, as those write who leave the marks out, unless it can only be the month.
std::optional<PartialDate> compact_day(const Part& part) {
  const std::size_t size = part.text.size();
  if (is_word(part) || (size != 8 && size != 12 && size != 14)) return std::nullopt;
  int number = 0;
  std::from_chars(part.text.data(), part.text.data() + 8, number);
  const auto plausible = [](int year) { return year >= earliest_publication_year; };
  if (const int year = number / 10000; plausible(year)) {
    if (const auto date = make_day(year, number / 100 % 100, number % 100)) return date;
  }
  const int year = number % 10000, first = number / 1000000, second = number / 10000 % 100;
  if (size != 8 || !plausible(year)) return std::nullopt;
  const auto date = make_day(year, second, first);
  return date ? date : make_day(year, first, second);
}

// The year behind "May 24": there, or behind a time and its zone ("May 24 10:00:00 UTC 2013"); 0 for none.
int year_behind_time(Parts parts) noexcept {
  auto part = std::find_if_not(parts.begin(), parts.end(), is_small);
  if (part != parts.begin() && part != parts.end() && is_word(*part)) ++part;
  return part != parts.end() && is_year(*part) ? part->number : 0;
}

// The day that `parts` begin with; only the year if nobody can tell day and month apart.
std::optional<PartialDate> leading_day(Parts parts) {
  if (parts.empty()) return std::nullopt;
  if (const auto date = compact_day(parts[0])) return date;
  if (parts.size() < 3) return std::nullopt;
  const Part &a = parts[0], &b = parts[1], &c = parts[2];
  if (is_year(a) && is_small(c)) return make_day(a.number, month_of(b), c.number);
  if (is_small(a) && is_small(b) && is_year(c))
    return day_and_month(a.number, b.number, c.number, b.before == '.');
  if (is_small(a) && is_year(c)) return make_day(c.number, named_month(b), a.number);
  if (is_small(b)) return make_day(year_behind_time(parts.subspan(2)), named_month(a), b.number);
  return std::nullopt;
}

// The month that `parts` begin with: "2013-05", "2013 May", "May 2013".
std::optional<PartialDate> leading_month(Parts parts) {
  if (parts.size() < 2) return std::nullopt;
  if (is_year(parts[0]) && (parts.size() == 2 || !is_small(parts[2])))
    return make_month(parts[0].number, month_of(parts[1]));
  if (is_year(parts[1])) return make_month(parts[1].number, named_month(parts[0]));
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> parse_written_date(std::string_view text) {
  const std::string_view trimmed = trim(text.substr(0, 200));
  if (const auto plain = parse_partial_date(trimmed)) return plain;
  const std::vector<Part> all = cut(trimmed);
  const auto start = std::find_if(all.begin(), all.end(),
                                  [](const Part& part) { return !is_word(part) || named_month(part) > 0; });
  const Parts parts(start, all.end());
  if (const auto date = leading_day(parts)) return date;
  if (const auto date = leading_month(parts)) return date;
  if (parts.size() == 2 && is_small(parts[0]) && is_year(parts[1]))
    return make_month(parts[1].number, parts[0].number);
  if (parts.size() == 1 && is_year(parts[0])) return make_year(parts[0].number);
  return std::nullopt;
}

std::optional<PartialDate> parse_file_name_date(std::string_view name, Day today) {
  const Day earliest = year_interval(earliest_publication_year).first;
  const auto counts = [&](const std::optional<PartialDate>& date, CalendarUnit precision) {
    return date && date->precision == precision && date->days.first >= earliest && date->days.first <= today;
  };
  const std::vector<Part> parts = cut(name.substr(0, 255));
  // In a name single digits are more often numbers of something than days, unless a month stands beside them.
  const auto is_padded = [](const Part& part) { return !is_small(part) || part.text.size() == 2; };
  const auto names_month = [](const Part& part) { return named_month(part) > 0; };
  // MAR_20_1965 is Morocco's: a short name counts only behind a day or a year.
  const auto is_code = [](const Part& part) {
    return part.text.size() == 3 && part.text != "may" && named_month(part) > 0;
  };
  for (Parts rest(parts); !rest.empty(); rest = rest.subspan(1)) {
    const Parts three = rest.first(std::min<std::size_t>(rest.size(), 3));
    if (is_code(rest[0])) continue;
    if (std::none_of(three.begin(), three.end(), names_month) &&
        !std::all_of(three.begin(), three.end(), is_padded))
      continue;
    if (const auto date = leading_day(rest); counts(date, CalendarUnit::day)) return date;
  }
  for (Parts rest(parts); rest.size() >= 2; rest = rest.subspan(1)) {
    if (is_code(rest[0])) continue;
    if (is_small(rest[1]) && (rest[1].before != '-' || !is_padded(rest[1]))) continue;
    if (const auto date = leading_month(rest); counts(date, CalendarUnit::month)) return date;
  }
  std::optional<PartialDate> only;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool decade = i + 1 < parts.size() && parts[i + 1].text == "s" && parts[i + 1].before == 0;
    if (!is_year(parts[i]) || decade) continue;
    const auto date = make_year(parts[i].number);
    if (!counts(date, CalendarUnit::year)) continue;
    if (only && *only != *date) return std::nullopt;
    only = date;
  }
  return only;
}

namespace {

constexpr int kEarliestPage = 1990;

// A digit run of an address, and what stands on either side of it.
struct AddressNumber {
  int value = 0;
  std::size_t start = 0;
  std::size_t digits = 0;
  char before = 0;
  char behind = 0;

  // The one mark between this number and `next`; 0 if there is more, or none that parts the numbers of a
  // date.
  char mark_before(const AddressNumber& next) const noexcept {
    const bool is_mark = behind == '/' || behind == '-' || behind == '_' || behind == '.';
    return is_mark && next.start == start + digits + 1 ? behind : '\0';
  }
};

std::vector<AddressNumber> address_numbers(std::string_view path) {
  std::vector<AddressNumber> numbers;
  for (std::size_t i = 0; i < path.size();) {
    const std::size_t end = is_digit(path[i]) ? end_of_run(path, i) : i;
    if (end == i) {
      ++i;
      continue;
    }
    AddressNumber number{.start = i, .digits = end - i};
    number.before = i > 0 ? path[i - 1] : '/';
    number.behind = end < path.size() ? path[end] : '/';
    if (number.digits <= 8) std::from_chars(path.data() + i, path.data() + end, number.value);
    numbers.push_back(number);
    i = end;
  }
  return numbers;
}

// The day that three numbers give which nothing but a mark parts: 2013/5/24, 2013-05-24, 24-05-2013.
std::optional<PartialDate> address_day(const AddressNumber& a, const AddressNumber& b,
                                       const AddressNumber& c) {
  const char first = a.mark_before(b), second = b.mark_before(c);
  if (first == '\0' || second == '\0' || (first != second && second != '/')) return std::nullopt;
  const bool slashes = second == '/';
  const bool padded = b.digits == 2 && a.digits != 1 && c.digits != 1;
  if (b.digits > 2 || (!slashes && !padded)) return std::nullopt;
  if (a.digits == 4 && c.digits <= 2) {
    // "/2013/05/10-things" counts things.
    const bool ends = !slashes || c.behind == '/' || c.behind == '.';
    return ends ? make_day(a.value, b.value, c.value) : std::nullopt;
  }
  return a.digits == 2 && c.digits == 4 && !slashes ? make_day(c.value, b.value, a.value) : std::nullopt;
}

// 20130524, 2013/0524/.
std::optional<PartialDate> compact_address_day(const std::vector<AddressNumber>& numbers, std::size_t i) {
  const AddressNumber& number = numbers[i];
  const auto month_and_day = [](int year, int value) { return make_day(year, value / 100, value % 100); };
  if (number.digits == 8) return month_and_day(number.value / 10000, number.value % 10000);
  if (number.digits != 4 || i + 1 >= numbers.size()) return std::nullopt;
  const AddressNumber& next = numbers[i + 1];
  const bool folders = number.before == '/' && number.mark_before(next) == '/' && next.behind == '/';
  return folders && next.digits == 4 ? month_and_day(number.value, next.value) : std::nullopt;
}

// The path of an address; of one that an archive keeps, the path it was kept from.
std::string_view address_path(std::string_view url) noexcept {
  const std::size_t scheme = url.rfind("://");
  if (scheme != std::string_view::npos) {
    const std::size_t path = url.find('/', scheme + 3);
    url = path == std::string_view::npos ? std::string_view{} : url.substr(path);
  }
  return url.substr(0, url.find_first_of("?#"));
}

}  // namespace

std::optional<PartialDate> parse_address_date(std::string_view url, Day today) {
  const auto counts = [&](const std::optional<PartialDate>& date) {
    return date && date->days.first >= year_interval(kEarliestPage).first && date->days.first <= today + 1;
  };
  const std::vector<AddressNumber> numbers = address_numbers(address_path(url.substr(0, 2000)));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto compact = compact_address_day(numbers, i);
    if (counts(compact)) return compact;
    if (i + 2 >= numbers.size()) continue;
    const auto day = address_day(numbers[i], numbers[i + 1], numbers[i + 2]);
    if (counts(day)) return day;
  }
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    const AddressNumber &year = numbers[i], &month = numbers[i + 1];
    const bool folders = year.before == '/' && year.mark_before(month) == '/' && month.behind == '/';
    if (!folders || year.digits != 4 || month.digits != 2) continue;
    const auto date = make_month(year.value, month.value);
    if (counts(date)) return date;
  }
  return std::nullopt;
}

}  // namespace dossier
