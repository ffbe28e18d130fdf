#include "grammar.h"

#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"

namespace dossier::dates {
namespace {

bool equals_folded(std::string_view text, std::string_view lower) noexcept {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// What stands behind a day's number: 14th, 1er, 1º, 3-го.
constexpr std::array<std::string_view, 16> kDaySuffixes{"st",  "nd", "rd", "th", "er", "o",  "a",   "го",
                                                        "ого", "е",  "му", "ше", "тє", "te", "ten", "e"};

}  // namespace

int most_days(int month) noexcept {
  constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 ? kDays[static_cast<std::size_t>(month - 1)] : 31;
}

bool Grammar::is_mark(std::size_t i, char32_t mark) const noexcept {
  return tokens_.at(i).type == TokenType::mark && i < tokens_.size() &&
         tokens_.at(i).value == static_cast<std::int32_t>(mark);
}

bool Grammar::is_dash(std::size_t i) const noexcept {
  if (tokens_.at(i).type != TokenType::mark || i >= tokens_.size()) return false;
  const auto c = static_cast<char32_t>(tokens_.at(i).value);
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool Grammar::is_apostrophe(std::size_t i) const noexcept {
  return is_mark(i, '\'') || is_mark(i, 0x2019) || is_mark(i, 0x2018);
}

bool Grammar::is_word(std::size_t i, std::string_view word) const noexcept {
  return tokens_.at(i).type == TokenType::word && equals_folded(tokens_.text(i), word);
}

bool Grammar::is_capitalised(std::size_t i) const noexcept {
  if (tokens_.at(i).type != TokenType::word) return false;
  const std::string_view text = tokens_.text(i);
  if (text.empty()) return false;
  const char32_t c = decode_utf8(text, 0).code_point;
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F);
}

const Meaning* Grammar::unit(std::size_t i, Unit unit) const noexcept {
  if (tokens_.at(i).type != TokenType::word) return nullptr;
  const Meaning* meaning = find(i, Role::unit);
  return meaning != nullptr && meaning->value == static_cast<int>(unit) ? meaning : nullptr;
}

std::size_t Grammar::skip_of(std::size_t i) const noexcept {
  if (find(i, Role::of) == nullptr) return i;
  ++i;
  if (is_apostrophe(i)) return i + 1;                                                     // d'avril
  if (find(i, Role::article) != nullptr && find(i + 1, Role::year_mark) == nullptr) ++i;  // of the
  return i;
}

std::optional<std::size_t> Grammar::joint(std::size_t i, bool between) const noexcept {
  if (is_dash(i)) return i + 1;
  if (find(i, Role::to) != nullptr) {
    std::size_t next = i + 1;
    if (is_apostrophe(next)) ++next;                   // jusqu'à
    if (find(next, Role::to) != nullptr) ++next;       // fino al, jusqu'au
    if (find(next, Role::article) != nullptr) ++next;  // to the, bis zum
    return next;
  }
  if (between && find(i, Role::both) != nullptr) return i + 1;
  return std::nullopt;
}

bool Grammar::stands_free(std::size_t i) const noexcept {
  if (is_glued(i)) {
    const DateToken& before = tokens_.at(i - 1);
    if (before.type == TokenType::word || before.type == TokenType::number) return false;
    // S/2023, 1.2013, $2010, #12; but (1999), "2013, –2013.
    const auto c = static_cast<char32_t>(before.value);
    const bool joined = c == '/' || c == '.' || c == ',' || c == ':' || c == '_' || c == '=';
    if (joined && before.glued && i >= 2) return false;
    // 14 August-24 August, mid-1916; but BA-2015, 978-1999.
    if (c == '-' && before.glued && i >= 2) {
      const bool dated = find(i - 2, Role::month) != nullptr || find(i - 2, Role::part) != nullptr ||
                         find(i - 2, Role::season) != nullptr || find(i - 2, Role::weekday) != nullptr ||
                         find(i - 2, Role::before_year) != nullptr || floor_ == i - 1;
      if (!dated) return false;
    }
    if (c == '$' || c == 0x20AC || c == 0xA3 || c == 0xA5 || c == '#' || c == 0xA7 || c == '@' || c == '+')
      return false;
  }
  return true;
}

Grammar::DayPiece Grammar::day_at(std::size_t i) const noexcept {
  const DateToken& token = tokens_.at(i);
  if (token.type == TokenType::word) {
    // The first of May, першого травня.
    const Meaning* ordinal = find(i, Role::ordinal);
    if (ordinal == nullptr || ordinal->value > 31) return std::nullopt;
    return Piece<int>{ordinal->value, i + 1};
  }
  if (token.type != TokenType::number || token.digits > 2 || token.value < 1 || token.value > 31)
    return std::nullopt;
  std::size_t next = i + 1;
  if (is_glued(next)) {
    const bool dash = is_dash(next) && is_glued(next + 1);
    const std::size_t at = dash ? next + 1 : next;
    const std::string_view text = tokens_.text(at);
    const bool suffix = tokens_.at(at).type == TokenType::word &&
                        std::any_of(kDaySuffixes.begin(), kDaySuffixes.end(),
                                    [&](std::string_view s) { return equals_folded(text, s); });
    if (suffix) {
      next = at + 1;
    } else if (is_mark(next, '.') || is_mark(next, 0xBA) || is_mark(next, 0xB0) || is_mark(next, 0xAA)) {
      ++next;
    }
  }
  return Piece<int>{token.value, next};
}

std::optional<Grammar::Piece<Grammar::MonthName>> Grammar::month_at(std::size_t i) const noexcept {
  if (tokens_.at(i).type != TokenType::word) return std::nullopt;
  const Meaning* meaning = find(i, Role::month);
  const bool foreign = meaning == nullptr;
  if (foreign && options_.foreign) meaning = tokens_.find(i, Role::month, ~Languages{0});
  if (meaning == nullptr) return std::nullopt;
  std::size_t next = i + 1;
  // The full stop of an abbreviation, not that of a sentence.
  const bool short_form = tokens_.text(i).size() <= 5;
  if (is_mark(next, '.') && is_glued(next) && short_form) ++next;
  return Piece<MonthName>{{meaning->value, meaning->ambiguous, foreign}, next};
}

std::size_t Grammar::before_christ(std::size_t i) const noexcept {
  if (find(i, Role::before_christ) != nullptr) return 1;
  const auto initials = [&](std::initializer_list<std::string_view> letters) -> std::size_t {
    std::size_t at = i;
    for (const std::string_view letter : letters) {
      if (!is_word(at, letter) && tokens_.text(at) != letter) return 0;
      ++at;
      if (is_mark(at, '.') && is_glued(at)) ++at;
      if (is_dash(at) && is_glued(at)) ++at;
    }
    return at - i;
  };
  const bool german = (options_.languages & de) != 0;
  for (const auto& letters : {std::initializer_list<std::string_view>{"b", "c", "e"},
                              {"b", "c"},
                              {"до", "н", "э"},
                              {"до", "н", "е"},
                              {"p", "n", "e"},
                              {"п", "н", "е"},
                              {"av", "j", "c"},
                              {"a", "de", "c"},
                              {"a", "c"}}) {
    const std::size_t count = initials(letters);
    if (count > 1) return count;
  }
  if (german && (is_word(i, "v") || is_word(i, "vor"))) {
    const std::size_t name = i + (is_mark(i + 1, '.') ? 2 : 1);
    if (is_word(name, "chr")) return name + (is_mark(name + 1, '.') ? 2 : 1) - i;
    if (is_word(name, "christus")) return name + 1 - i;
  }
  return 0;
}

std::size_t Grammar::anno_domini(std::size_t i) const noexcept {
  if (find(i, Role::anno_domini) != nullptr) return 1;
  const std::size_t second = i + (is_mark(i + 1, '.') && is_glued(i + 1) ? 2 : 1);
  const bool dotted = second == i + 2;
  if (dotted && is_word(i, "a") && is_word(second, "d"))
    return second + 1 + (is_mark(second + 1, '.') ? 1 : 0) - i;
  if ((options_.languages & de) != 0 && is_word(i, "n") && dotted && is_word(second, "chr"))
    return second + 1 + (is_mark(second + 1, '.') ? 1 : 0) - i;
  return 0;
}

std::optional<Grammar::Piece<int>> Grammar::year_at(std::size_t i) const noexcept {
  if (is_apostrophe(i) && is_number(i + 1) && is_glued(i + 1) && tokens_.at(i + 1).digits == 2 &&
      !is_glued(i + 2)) {
    const int two = tokens_.at(i + 1).value;
    return Piece<int>{two > 30 ? 1900 + two : 2000 + two, i + 2};
  }
  const DateToken& token = tokens_.at(i);
  if (token.type != TokenType::number || token.digits < 1 || token.digits > 4 || token.value < 1)
    return std::nullopt;
  std::size_t next = i + 1;
  // Era: 490 BC, 476 AD.
  if (const std::size_t era = before_christ(next); era > 0) return Piece<int>{1 - token.value, next + era};
  if (const std::size_t era = anno_domini(next); era > 0 && token.digits >= 2)
    return Piece<int>{token.value, next + era};
  if (token.digits != 4 || token.value < 1000 || token.value > 2199 || !stands_free(i)) return std::nullopt;
  if (is_glued(next)) {
    const DateToken& behind = tokens_.at(next);
    if (behind.type == TokenType::word || behind.type == TokenType::number) return std::nullopt;
    const auto c = static_cast<char32_t>(behind.value);
    if (c == '%' || c == 0x20AC || c == '$') return std::nullopt;
    const bool joins = c == '.' || c == ',' || c == ':' || c == '/';
    if (joins && is_glued(next + 1) && is_number(next + 1)) return std::nullopt;
    // 2013. is a year of South Slavic, with its full stop.
    if (c == '.' && (options_.languages & (sr | hr)) != 0 && options_.languages != ~Languages{0}) ++next;
  }
  if (find(next, Role::year_mark) != nullptr) {
    const bool abbreviation = tokens_.text(next).size() <= 4;
    const bool of_time =
        unit(next, Unit::year) == nullptr || (options_.languages & (ru | uk | sr | hr | sq)) != 0;
    if (of_time) {
      ++next;
      if (abbreviation && is_mark(next, '.') && is_glued(next)) ++next;
    }
  }
  return Piece<int>{token.value, next};
}

std::optional<Grammar::Piece<int>> Grammar::year_behind(std::size_t i) const noexcept {
  std::size_t at = i;
  if (is_mark(at, ',') || is_mark(at, '.')) {
    // "in May. 2013 was": the sentence ended.
    if (is_mark(at, '.') && !is_glued(at + 1) && (options_.languages & (sr | hr)) == 0) return std::nullopt;
    ++at;
  }
  at = skip_of(at);
  if (find(at, Role::article) != nullptr && find(at + 1, Role::year_mark) != nullptr)
    ++at;                                                               // of the year 1999
  if (find(at, Role::year_mark) != nullptr && is_number(at + 1)) ++at;  // të vitit 1999
  return year_at(at);
}

std::optional<Grammar::Piece<Shift>> Grammar::shift_behind(std::size_t i) const noexcept {
  // "of that year", "last year", "del año pasado", "dieses Jahres", "того ж року", "of the same year".
  std::size_t at = skip_of(i);
  if (find(at, Role::article) != nullptr && find(at, Role::shift) == nullptr) ++at;
  const auto shift = [&](std::size_t k) -> std::optional<Shift> {
    if (const Meaning* then = find(k, Role::shift_then)) return Shift{Unit::year, then->value, Base::then};
    if (const Meaning* now = find(k, Role::shift)) return Shift{Unit::year, now->value, Base::now};
    return std::nullopt;
  };
  if (auto found = shift(at)) {
    std::size_t next = at + 1;
    if (is_word(next, "ж") || tokens_.text(next) == "ж" || tokens_.text(next) == "же") ++next;
    if (find(next, Role::shift_then) != nullptr && unit(next, Unit::year) == nullptr) {
      found = shift(next);
      ++next;
    }
    if (unit(next, Unit::year) != nullptr) return Piece<Shift>{*found, next + 1};
  }
  if (at > i && unit(at, Unit::year) != nullptr) {
    if (const auto found = shift(at + 1)) return Piece<Shift>{*found, at + 2};
  }
  return std::nullopt;
}

std::optional<Grammar::Piece<int>> Grammar::count_before(std::size_t i) const noexcept {
  if (i == 0 || i - 1 < floor_) return std::nullopt;
  const std::size_t at = i - 1;
  if (is_number(at) && stands_free(at) && tokens_.at(at).value > 0 && tokens_.at(at).value < 1000)
    return Piece<int>{tokens_.at(at).value, at};
  const Meaning* number = find(at, Role::cardinal);
  if (number == nullptr) return std::nullopt;
  // twenty-three
  if (at >= floor_ + 2 && is_dash(at - 1) && number->value < 10) {
    if (const Meaning* tens = find(at - 2, Role::cardinal); tens != nullptr && tens->value >= 20)
      return Piece<int>{tens->value + number->value, at - 2};
  }
  return Piece<int>{number->value, at};
}

void Grammar::part_before(Found& found) const noexcept {
  std::size_t at = found.first;
  if (at == 0) return;
  --at;
  // the end of [the] ..., early in 1990, a principios de, mid-May, Anfang Mai
  const auto skip_back = [&](Role role) {
    if (at > floor_ && find(at, role) != nullptr && find(at, Role::part) == nullptr) --at;
  };
  if (is_dash(at) && at > floor_) --at;
  skip_back(Role::article);
  skip_back(Role::of);
  if (at > floor_ && is_word(at, "in")) --at;
  const Meaning* part = find(at, Role::part);
  if (part == nullptr || at < floor_) return;
  found.date.part = static_cast<PartOf>(part->value);
  found.first = at;
  if (at > floor_ && find(at - 1, Role::article) != nullptr) found.first = at - 1;
}

bool Grammar::is_future(std::size_t i) const noexcept {
  // A verb of what is to come in the same clause, before the date or right behind it.
  const auto is_clause_end = [&](std::size_t k) {
    return is_mark(k, '.') || is_mark(k, ';') || is_mark(k, '!') || is_mark(k, '?');
  };
  const auto is_cue = [&](std::size_t k) {
    for (const std::string_view word :
         {"will", "shall",  "ll",    "going", "gonna",  "gon",   "upcoming", "scheduled", "forward",
          "wird", "werden", "würde", "soll",  "sollen", "sera",  "seront",   "будет",     "будут",
          "буде", "будуть", "će",    "ће",    "será",   "serán", "sarà"}) {
      if (is_word(k, word) || tokens_.text(k) == word) return true;
    }
    return is_word(k, "to") && is_word(k + 1, "be");
  };
  if (i > 0 && (is_word(i - 1, "before") || is_word(i - 1, "until") || is_word(i - 1, "till"))) return true;
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 24 && !is_clause_end(k); ++steps) {
    if (is_cue(k)) return true;
  }
  return is_cue(i + 1);
}

bool Grammar::take(Found found, std::vector<Found>& out) {
  if (found.first < floor_ || found.last <= found.first) return false;
  floor_ = found.last;
  last_ = found;
  out.push_back(std::move(found));
  return true;
}

void Grammar::find(std::vector<Found>& out) {
  floor_ = 0;
  last_.reset();
  for (const std::uint32_t i : tokens_.triggers()) {
    if (i < floor_) continue;
    std::optional<Found> found;
    switch (tokens_.at(i).type) {
      case TokenType::number:
        found = at_number(i);
        break;
      case TokenType::word:
        found = at_word(i);
        break;
      case TokenType::han:
        found = at_han(i);
        break;
      case TokenType::mark:
        break;
    }
    if (found) take(std::move(*found), out);
  }
}

}  // namespace dossier::dates
