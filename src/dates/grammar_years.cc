// Years that stand alone, ranges of years, decades, centuries.
#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"
#include "grammar.h"

namespace dossier::dates {
namespace {

bool is_year_number(const DateToken& token) noexcept {
  return token.type == TokenType::number && token.digits == 4 && token.value >= 1000 && token.value <= 2199;
}

WrittenDate year_date(int year) {
  return {.unit = Unit::year, .year = year};
}
WrittenDate decade_date(int first) {
  return {.unit = Unit::decade, .year = first};
}

// A Roman number of at most 30; 0 if it is none.
int roman(std::string_view text) noexcept {
  int value = 0;
  int before = 0;
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    const int digit = *c == 'I' ? 1 : *c == 'V' ? 5 : *c == 'X' ? 10 : 0;
    if (digit == 0) return 0;
    value += digit < before ? -digit : digit;
    before = std::max(before, digit);
  }
  return value <= 30 ? value : 0;
}

}  // namespace

// Whether the number behind counts people, money, metres.
bool Grammar::counts_something(std::size_t behind) const noexcept {
  if (find(behind, Role::counted) != nullptr) return true;
  if (is_word(behind, "per") && is_word(behind + 1, "cent")) return true;
  const auto c = behind < tokens_.size() && tokens_.at(behind).type == TokenType::mark
                     ? static_cast<char32_t>(tokens_.at(behind).value)
                     : 0;
  return c == '%' || c == 0x20AC || c == 0xB0;
}

// Whether what stands before a number says that it is no year: Resolution 1990, paras. 1990 and 2001, more
// than 2000.
bool Grammar::is_ruled_out(std::size_t i) const noexcept {
  if (i == 0) return false;
  std::size_t before = i - 1;
  // A list of numbers is what its first one is.
  while (before >= 2 && (find(before, Role::both) != nullptr || is_mark(before, ',') || is_dash(before)) &&
         is_number(before - 1) && before - 1 >= floor_ && tokens_.at(before - 1).digits <= 5)
    before -= 2;
  if (is_mark(before, '.') && before > 0 && find(before - 1, Role::not_year) != nullptr) return true;
  if (find(before, Role::not_year) != nullptr && find(before, Role::before_year) == nullptr) return true;
  if (is_mark(before, 0x2116) || is_mark(before, 0xA7) || is_mark(before, '#')) return true;
  for (const std::string_view word : {"than", "que", "als", "di", "над", "over", "nearly", "almost",
                                      "approximately", "exactly", "only", "additional", "estimated"}) {
    if (is_word(before, word) && (word != "di" && word != "que")) return true;
  }
  if (before > 0) {
    for (const std::string_view word :
         {"plus", "more", "más", "mehr", "mais", "più", "moins", "menos", "less", "fewer", "rund"}) {
      if (is_word(before - 1, word) || tokens_.text(before - 1) == word) return true;
    }
  }
  return false;
}

// A number that may be a year is one if its neighbours say so.
bool Grammar::has_year_evidence(std::size_t i, std::size_t behind) const noexcept {
  if (counts_something(behind) || is_ruled_out(i)) return false;
  const DateToken& after = tokens_.at(behind);
  const bool ends = behind >= tokens_.size() || is_mark(behind, ')') || is_mark(behind, ']') ||
                    is_mark(behind, ',') || is_mark(behind, ';') || is_mark(behind, '.') ||
                    is_mark(behind, ':') || is_mark(behind, '?') || is_mark(behind, '!') || after.line_start;
  if (i == 0)
    return ends || is_dash(behind) || find(behind, Role::before_year) != nullptr ||
           after.type == TokenType::word;
  const std::size_t before = i - 1;
  const int value = tokens_.at(i).value;
  const bool round = value % 100 == 0;
  if (round && (is_word(before, "about") || is_word(before, "around") || is_word(before, "some")) &&
      after.type == TokenType::word)
    return false;
  for (const Role role : {Role::before_year, Role::article, Role::part, Role::year_mark, Role::season,
                          Role::shift, Role::shift_then, Role::fiscal}) {
    if (find(before, role) != nullptr) return true;
  }
  if (is_mark(before, '(') || is_mark(before, '['))
    return ends || is_dash(behind) || is_mark(behind, '[') || after.type == TokenType::word;
  if (is_mark(before, '.') && is_glued(before) && before > 0 &&
      (is_word(before - 1, "c") || is_word(before - 1, "ca")))
    return true;
  if (is_apostrophe(before) && is_glued(before)) return true;  // nell'2010, d'2010
  if (is_apostrophe(behind) && is_glued(behind)) return true;  // 1965's
  // What is counted shows: 1800 soldiers by its plural, 1800 Soldaten by its capital.
  const bool capital = is_capitalised(behind);
  const bool plural = (options_.languages & (en | fr | es | pt)) != 0 && after.type == TokenType::word &&
                      !capital && tokens_.text(behind).back() == 's' && !is_word(behind, "is") &&
                      !is_word(behind, "was") && !is_word(behind, "as");
  const bool noun = (options_.languages & de) != 0 && options_.languages != ~Languages{0} && capital;
  if (is_mark(before, ',') || is_mark(before, ';')) {
    return ends || find(behind, Role::both) != nullptr || is_dash(behind) ||
           (after.type == TokenType::word && !plural && !noun && !round);
  }
  if (is_capitalised(before)) return ends || after.type == TokenType::word;
  if (tokens_.at(i).line_start) return ends || is_dash(behind) || after.type == TokenType::word;
  if (is_dash(before)) return ends || after.type == TokenType::word;
  if (after.type == TokenType::word) {
    if (plural || noun) return false;
  } else if (!ends && !is_dash(behind) && !is_mark(behind, '(')) {
    return false;
  }
  // Round numbers count things more often than years.
  if (tokens_.at(before).type == TokenType::number || value < 1700 || value > 2035) return false;
  return !round || (options_.languages & (en | fr | es | pt | de)) != 0;
}

std::optional<Found> Grammar::bare_year(std::size_t i) const {
  const DateToken& token = tokens_.at(i);
  // in the year 71
  const bool named = i > 0 && find(i - 1, Role::year_mark) != nullptr && unit(i - 1, Unit::year) != nullptr &&
                     token.digits >= 2 && token.digits <= 3;
  if (named && (is_word(i - 1, "year") || is_word(i - 1, "jahr")) && !is_glued(i + 1))
    return Found{.first = i, .last = i + 1, .date = year_date(token.value)};
  // since '82
  if (token.digits == 2 && i >= 2 && is_apostrophe(i - 1) && find(i - 2, Role::before_year) != nullptr &&
      !is_glued(i + 1)) {
    if (const auto short_year = year_at(i - 1))
      return Found{.first = i - 1, .last = short_year->next, .date = year_date(short_year->value)};
  }
  if (!is_year_number(token)) return std::nullopt;
  const auto year = year_at(i);
  if (!year) return std::nullopt;
  const bool marked = year->next > i + 1 && find(i + 1, Role::year_mark) != nullptr;
  const bool adjective =
      is_dash(i + 1) && is_glued(i + 1) && tokens_.at(i + 2).type == TokenType::word && is_glued(i + 2);
  if (!marked && adjective && is_capitalised(i + 2)) return std::nullopt;  // 2012-ФЗ
  if (!marked && !has_year_evidence(i, year->next)) return std::nullopt;
  Found found{.first = i, .last = year->next, .date = year_date(year->value)};
  const std::size_t before = i;
  if (before > floor_ && find(before - 1, Role::fiscal) != nullptr) found.first = before - 1;
  part_before(found);
  return found;
}

// 1998-1999, 1998–99, 2013/14, 1998 to 1999, 1998 a 1999.
std::optional<Found> Grammar::year_range(std::size_t i) const {
  const DateToken& first = tokens_.at(i);
  const bool with_era = first.digits <= 4 && first.value > 0;
  if (!is_year_number(first) && !with_era) return std::nullopt;
  const bool slash = is_mark(i + 1, '/') && is_glued(i + 1);
  std::optional<std::size_t> at =
      slash ? std::optional(i + 2)
            : joint(i + 1, i > 0 && (is_word(i - 1, "between") || is_word(i - 1, "entre") ||
                                     is_word(i - 1, "zwischen")));
  if (!at || !is_number(*at)) return std::nullopt;
  const DateToken& second = tokens_.at(*at);
  if (month_at(*at + 1) && second.digits <= 2) return std::nullopt;  // 8 February 1700–17 March 1782
  // 490–479 BC
  if (const std::size_t era = before_christ(*at + 1);
      era > 0 && second.value > 0 && second.value < first.value) {
    return Found{.first = i,
                 .last = *at + 1 + era,
                 .date = year_date(1 - first.value),
                 .until = year_date(1 - second.value)};
  }
  const bool dash = is_dash(i + 1) || slash;
  // (837–908)
  const bool in_brackets = i > 0 && is_mark(i - 1, '(') && is_mark(*at + 1, ')');
  if (in_brackets && is_dash(i + 1) && first.digits == 3 && second.digits == 3 && second.value > first.value)
    return Found{
        .first = i, .last = *at + 1, .date = year_date(first.value), .until = year_date(second.value)};
  if (!is_year_number(first)) return std::nullopt;
  int last = 0;
  if (is_year_number(second)) {
    last = second.value;
  } else if (dash && second.digits == 2 && is_glued(*at)) {
    last = first.value / 100 * 100 + second.value;
  }
  if (last <= first.value || last - first.value > 300) return std::nullopt;
  std::size_t end = *at + 1;
  if (is_glued(end) && (tokens_.at(end).type == TokenType::word || tokens_.at(end).type == TokenType::number))
    return std::nullopt;
  if (is_mark(end, '-') && is_glued(end) && is_glued(end + 1)) return std::nullopt;
  if (const auto whole = year_at(*at); whole && is_year_number(second)) end = whole->next;
  if (find(end, Role::year_mark) != nullptr && unit(end, Unit::year) != nullptr &&
      (options_.languages & (ru | uk | sr | hr)) != 0)
    ++end;
  const bool marked = find(end - 1, Role::year_mark) != nullptr;
  // A range of numbers is a range of years but for pages, phones and the like.
  if (is_ruled_out(i) && !(dash && i > 0 && is_word(i - 1, "over"))) return std::nullopt;
  if (!marked && counts_something(end)) return std::nullopt;
  if (!dash && !has_year_evidence(i, i + 1)) return std::nullopt;
  return Found{.first = i, .last = end, .date = year_date(first.value), .until = year_date(last)};
}

// 44 BC, 476 AD, AD 476; 480 beside 479 BC.
std::optional<Found> Grammar::year_of_era(std::size_t i) const {
  const DateToken& token = tokens_.at(i);
  if (token.digits > 4 || token.value < 1 || token.value > 2199) return std::nullopt;
  if (const std::size_t era = before_christ(i + 1); era > 0) {
    Found found{.first = i, .last = i + 1 + era, .date = year_date(1 - token.value)};
    part_before(found);
    return found;
  }
  if (token.digits >= 2) {
    if (const std::size_t era = anno_domini(i + 1); era > 0)
      return Found{.first = i, .last = i + 1 + era, .date = year_date(token.value)};
    if (i > floor_ && anno_domini(i - 1) == 1 && token.value >= 20)
      return Found{.first = i - 1, .last = i + 1, .date = year_date(token.value)};
    if (i > floor_ && before_christ(i - 1) == 1)
      return Found{.first = i - 1, .last = i + 1, .date = year_date(1 - token.value)};
  }
  if (token.digits < 3) return std::nullopt;
  const auto other = joint(i + 1, true);
  if (other && is_number(*other) && before_christ(*other + 1) > 0)
    return Found{.first = i, .last = i + 1, .date = year_date(1 - token.value)};
  return std::nullopt;
}

// 1990s, the '90s, 1990er Jahre, 1990-х годах, années 1990, anni '90, vitet 1990.
std::optional<Found> Grammar::decade(std::size_t i) const {
  const DateToken& token = tokens_.at(i);
  const bool short_form = token.digits == 2 && i > 0 && is_apostrophe(i - 1);
  const bool nineties = token.digits == 2 && token.value >= 10 && token.value % 10 == 0;
  const bool hundreds = token.digits == 3 && token.value % 10 == 0;
  if (!(token.digits == 4 && is_year_number(token) && token.value % 10 == 0) && !nineties && !hundreds)
    return std::nullopt;
  const int first = nineties ? 1900 + token.value : token.value;
  std::size_t next = i + 1;
  const bool apostrophe = is_apostrophe(next) && is_glued(next);
  const std::size_t suffix = apostrophe || (is_dash(next) && is_glued(next)) ? next + 1 : next;
  const std::string_view text = tokens_.text(suffix);
  const bool slavic_suffix = text == "х" || text == "е" || text == "ті" || text == "тих" || text == "их" ||
                             text == "ih" || text == "te" || text == "tih";
  // "Vision 2030's goals" is the year's.
  const bool possessive =
      apostrophe && token.digits == 4 && (i == 0 || find(i - 1, Role::article) == nullptr);
  const bool english = is_glued(suffix) && is_word(suffix, "s") && !possessive &&
                       !(nineties && !short_form && !apostrophe && find(i - 1, Role::article) == nullptr);
  const bool german = is_glued(suffix) && is_word(suffix, "er") &&
                      (nineties ? find(suffix + 1, Role::year_mark) != nullptr : true);
  const bool slavic = is_glued(suffix) && slavic_suffix && suffix > next;
  Found found{.first = short_form ? i - 1 : i, .last = suffix + 1, .date = decade_date(first)};
  if (token.digits == 3 && is_glued(suffix) && is_word(suffix, "s")) {
    const std::size_t era = before_christ(suffix + 1);
    if (era == 0) return std::nullopt;
    found.last += era;
    found.date.year = 1 - (token.value + 9);
    if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
    part_before(found);
    return found;
  }
  if (english || german || slavic) {
    if (!english && find(found.last, Role::year_mark) != nullptr) ++found.last;
    if (english && found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
    part_before(found);
    return found;
  }
  if (hundreds) return std::nullopt;
  // What makes a decade of it stands before: the plural of "year".
  const std::size_t before = found.first;
  if (before == 0 || before - 1 < floor_) return std::nullopt;
  for (const std::string_view plural : {"années", "annees", "ans", "años", "anni", "anos", "vitet"}) {
    if (tokens_.text(before - 1) != plural) continue;
    found.first = before - 1;
    found.last = i + 1;
    part_before(found);
    return found;
  }
  return std::nullopt;
}

// the 19th century, 19. Jahrhundert, XIXe siècle, siglo XIX, XIX веке.
std::optional<Found> Grammar::century(std::size_t i) const {
  const auto day = day_at(i);
  if (!day || !is_number(i) || day->value > 22) return std::nullopt;
  std::size_t at = day->next;
  // the 16th and 17th centuries
  if (const auto other = joint(at, true)) {
    if (const auto second = day_at(*other); second && unit(second->next, Unit::century) != nullptr)
      at = second->next;
  }
  if (unit(at, Unit::century) == nullptr) return std::nullopt;
  WrittenDate date{.unit = Unit::century, .year = (day->value - 1) * 100};
  Found found{.first = i, .last = at == day->next ? at + 1 : day->next, .date = date};
  if (const std::size_t era = before_christ(at + 1); era > 0 && at == day->next) {
    found.date.year = -day->value * 100 + 1;
    found.last += era;
  }
  if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
  part_before(found);
  return found;
}

// The same with its number before or behind in Roman letters or words; `i` is at the word for century or
// decade.
std::optional<Found> Grammar::at_decade(std::size_t i) const {
  if (const Meaning* decade = find(i, Role::decade)) {
    const bool year_before = i > floor_ && find(i - 1, Role::year_mark) != nullptr;
    const bool year_behind_it = find(i + 1, Role::year_mark) != nullptr;
    const bool article = i > floor_ && find(i - 1, Role::article) != nullptr;
    if (decade->ambiguous && !year_before && !year_behind_it) return std::nullopt;
    // "in her twenties" is an age.
    if (!decade->ambiguous && (options_.languages & en) != 0 && !article && !year_before && !year_behind_it &&
        decade->languages == en)
      return std::nullopt;
    Found found{.first = year_before ? i - 1 : i,
                .last = year_behind_it ? i + 2 : i + 1,
                .date = decade_date(1900 + decade->value)};
    part_before(found);
    return found;
  }
  if (unit(i, Unit::century) == nullptr) return std::nullopt;
  int number = 0;
  std::size_t first = i;
  std::size_t last = i + 1;
  if (i > floor_) {
    std::string_view text = tokens_.text(i - 1);
    first = i - 1;
    if (is_mark(i - 1, '.') && i - 1 > floor_) text = tokens_.text(i - 2), first = i - 2;
    const std::size_t word = is_dash(i - 1) && i - 1 > floor_ ? i - 2 : i - 1;  // eighteenth-century France
    while (!text.empty() && (text.back() == 'e' || text.back() == 'o' || text.back() == '.'))
      text.remove_suffix(1);
    number = roman(text);
    if (number == 0) {
      const Meaning* ordinal = find(word, Role::ordinal);
      if (ordinal != nullptr) number = ordinal->value, first = word;
    }
  }
  if (number == 0) {
    number = roman(tokens_.text(i + 1));
    first = i;
    last = i + 2;
  }
  if (number == 0 || number > 22) return std::nullopt;
  Found found{.first = first, .last = last, .date = {.unit = Unit::century, .year = (number - 1) * 100}};
  if (const std::size_t era = before_christ(last); era > 0)
    found.date.year = -number * 100 + 1, found.last += era;
  if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
  part_before(found);
  return found;
}

}  // namespace dossier::dates
