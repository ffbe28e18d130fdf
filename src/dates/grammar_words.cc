// Dates that turn on a word: months, weekdays, seasons, what counts from today or from what was spoken of
// before.
#include <algorithm>
#include <array>

#include "grammar.h"

namespace dossier::dates {
namespace {

WrittenDate shifted(Unit unit, int amount, Base base) {
  return {.unit = unit, .shift = Shift{unit, amount, base}};
}

}  // namespace

std::optional<Found> Grammar::at_word(std::size_t i) const {
  for (const auto recognise :
       {&Grammar::at_month, &Grammar::at_weekday, &Grammar::at_relative_day, &Grammar::at_shifted,
        &Grammar::at_season, &Grammar::at_decade, &Grammar::at_unit}) {
    if (auto found = (this->*recognise)(i)) return found;
  }
  return std::nullopt;
}

// May 29, May 29th, 2013, May 29-31, 2013; `behind` is the token behind the month.
std::optional<Found> Grammar::month_day(std::size_t i, int month, std::size_t behind) const {
  if ((options_.languages & (en | zh | more)) == 0 || !is_number(behind)) return std::nullopt;
  const auto day = day_at(behind);
  if (!day || day->value > most_days(month) || !stands_free(behind)) return std::nullopt;
  std::size_t next = day->next;
  if (is_mark(next - 1, '.')) --next;  // the full stop is the sentence's
  if (is_glued(next) && (is_mark(next, '.') || is_mark(next, ':') || is_mark(next, ',')) &&
      is_number(next + 1) && is_glued(next + 1))
    return std::nullopt;
  if (counts_something(next)) return std::nullopt;
  Found found{.first = i, .last = next, .date = {.unit = Unit::day, .month = month, .day = day->value}};
  // May 29-31 and May 29 to 31, not May 29 to June 3.
  if (const auto at = joint(next, false); at && is_number(*at)) {
    const auto last = day_at(*at);
    if (last && last->value > day->value && last->value <= most_days(month) && !month_at(last->next) &&
        !counts_something(last->next)) {
      found.until = found.date;
      found.until->day = last->value;
      found.last = last->next;
      if (is_mark(found.last - 1, '.')) --found.last;
    }
  }
  std::size_t year_at_token = found.last;
  if (is_mark(year_at_token, ',')) ++year_at_token;
  if (const auto year = is_mark(found.last, '.') ? std::nullopt : year_at(year_at_token);
      year && !counts_something(year->next)) {
    found.date.year = year->value;
    if (found.until) found.until->year = year->value;
    found.last = year->next;
  } else if (const auto shift = shift_behind(found.last)) {
    found.date.shift = shift->value;
    if (found.until) found.until->shift = shift->value;
    found.last = shift->next;
  }
  return found;
}

// A month alone is a date if it cannot be taken for a verb or a name.
bool Grammar::has_month_evidence(std::size_t i, std::size_t behind, bool ambiguous) const noexcept {
  const bool english = (options_.languages & en) != 0 && tokens_.find(i, Role::month, en) != nullptr;
  if (english && !is_capitalised(i)) return false;
  if (is_apostrophe(behind) && is_glued(behind) && ambiguous) return false;  // May's
  if (i == 0) return !ambiguous;
  const std::size_t before = i - 1;
  const auto tells_time = [&](std::size_t k) {
    return find(k, Role::shift) != nullptr || find(k, Role::shift_then) != nullptr ||
           find(k, Role::part) != nullptr;
  };
  if (tells_time(before)) return true;
  // mid-May, the end of March
  if (before > 0 && (is_dash(before) || find(before, Role::of) != nullptr) && tells_time(before - 1))
    return true;
  // A person's name: April Ryan, June Carter.
  const bool name = is_capitalised(behind) && !is_glued(behind) && find(behind, Role::both) == nullptr;
  const bool article = find(before, Role::article) != nullptr;
  const bool preposition = find(before, Role::before_year) != nullptr && find(before, Role::both) == nullptr;
  if (!ambiguous) return !(english && name && !preposition && !article);
  constexpr std::array<std::string_view, 18> kTemporal{
      "in", "since",  "until", "till",  "during", "im",  "seit",       "ab", "bis",
      "en", "depuis", "dès",   "jusqu", "në",     "nga", "throughout", "у",  "в"};
  const bool temporal = std::any_of(kTemporal.begin(), kTemporal.end(), [&](std::string_view word) {
    return is_word(before, word) || tokens_.text(before) == word;
  });
  if (temporal) return true;
  // In English its capital tells the month March from the verb; only May is a name in most texts.
  if (!english || name || tokens_.at(i).line_start) return false;
  const bool sentence_start = tokens_.at(before).type == TokenType::mark && !is_mark(before, ',') &&
                              !is_mark(before, '(') && !is_dash(before);
  if (sentence_start) return false;
  return article || (preposition && tokens_.at(behind).type != TokenType::number) || is_mark(before, '(') ||
         (!is_word(i, "may") && tokens_.at(before).type == TokenType::word);
}

std::optional<Found> Grammar::at_month(std::size_t i) const {
  const auto month = month_at(i);
  if (!month || month->value.foreign) return std::nullopt;
  const int number = month->value.month;
  const bool ambiguous = month->value.ambiguous;
  const bool english = tokens_.find(i, Role::month, en) != nullptr;
  const bool small = english && (options_.languages & ~Languages{en}) == 0 && !is_capitalised(i) &&
                     ambiguous;  // march on, may be
  if (!small) {
    if (auto found = month_day(i, number, month->next)) {
      if (found->date.day == 11 && number == 9 && !found->date.year &&
          find(found->last, Role::event) != nullptr)
        found->date.year = 2001;
      part_before(*found);
      return found;
    }
  }
  Found found{.first = i, .last = month->next, .date = {.unit = Unit::month, .month = number}};
  // the fifth of January, primero de mayo, першого травня
  const std::size_t of_before = i > floor_ && find(i - 1, Role::of) != nullptr ? i - 1 : i;
  const Meaning* ordinal =
      of_before > floor_ && (of_before < i || (options_.languages & (ru | uk | sr | hr)) != 0)
          ? find(of_before - 1, Role::ordinal)
          : nullptr;
  if (ordinal != nullptr && !small) {
    found.first = of_before - 1;
    found.date.unit = Unit::day;
    found.date.day = ordinal->value;
    if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
    if (const auto year = year_behind(month->next)) found.date.year = year->value, found.last = year->next;
    return found;
  }
  // January to June 2015, March–May 1999.
  if (const auto at = joint(month->next, i > 0 && (is_word(i - 1, "between") || is_word(i - 1, "zwischen") ||
                                                   is_word(i - 1, "entre")))) {
    const auto last = month_at(*at);
    if (last && !last->value.foreign && (!ambiguous || is_capitalised(i)) && !is_number(last->next - 1)) {
      const auto year = year_behind(last->next);
      if (year && !day_at(last->next)) {
        found.until = WrittenDate{.unit = Unit::month, .year = year->value, .month = last->value.month};
        found.date.year = last->value.month > number ? year->value : year->value - 1;
        found.last = year->next;
        return found;
      }
    }
  }
  if (const auto year = year_behind(month->next); year && !counts_something(year->next)) {
    if (small) return std::nullopt;
    found.date.year = year->value;
    found.last = year->next;
    part_before(found);
    return found;
  }
  if (const auto shift = shift_behind(month->next)) {
    found.date.shift = shift->value;
    found.last = shift->next;
    part_before(found);
    return found;
  }
  if (!has_month_evidence(i, month->next, ambiguous)) return std::nullopt;
  if (month->next > i + 1 && is_mark(month->next - 1, '.')) found.last = i + 1;
  if (i > floor_) {
    const Meaning* now = find(i - 1, Role::shift);
    const Meaning* then = find(i - 1, Role::shift_then);
    if (now != nullptr && now->value != 0) {
      found.date.shift = Shift{Unit::month, now->value, Base::now};
      found.first = i - 1;
      return found;
    }
    if (then != nullptr && then->value != 0) {
      found.date.shift = Shift{Unit::month, then->value, Base::then};
      found.first = i - 1;
      return found;
    }
  }
  part_before(found);
  return found;
}

std::optional<Found> Grammar::at_weekday(std::size_t i) const {
  const Meaning* weekday = find(i, Role::weekday);
  if (weekday == nullptr) return std::nullopt;
  if (weekday->languages == en && !is_capitalised(i)) return std::nullopt;
  std::size_t next = i + 1;
  // sexta-feira
  if (is_dash(next) && is_word(next + 1, "feira")) next += 2;
  // Mon., 5 June 2023; Freitag, den 24. Mai; vendredi 24 mai.
  std::size_t at = next;
  if (is_mark(at, '.') && is_glued(at) && weekday->ambiguous) ++at;
  if (is_mark(at, ',')) ++at;
  if (find(at, Role::article) != nullptr) ++at;
  if (is_number(at)) {
    auto date = numeric(at);
    if (!date) date = day_month(at);
    if (date) {
      date->first = i;
      return date;
    }
  } else if (const auto month = month_at(at); month && !month->value.foreign) {
    if (auto date = month_day(at, month->value.month, month->next)) {
      date->first = i;
      return date;
    }
  }
  if (weekday->ambiguous && next == i + 1) {
    // Short forms and words of other meaning need a shift or a preposition beside them.
    const bool slavic = (weekday->languages & (ru | uk | sr | hr | sq)) != 0;
    const bool shift = i > floor_ && find(i - 1, Role::shift) != nullptr;
    if (!slavic || !(shift || find(next, Role::shift) != nullptr)) return std::nullopt;
  }
  if (i > 0 && (is_word(i - 1, "every") || is_word(i - 1, "each") || is_word(i - 1, "jeden") ||
                is_word(i - 1, "chaque") || is_word(i - 1, "black") || is_word(i - 1, "cada")))
    return std::nullopt;
  Found found{.first = i, .last = next, .date = {.unit = Unit::day, .weekday = weekday->value}};
  if (i > floor_) {
    const Meaning* then = find(i - 1, Role::shift_then);
    const Meaning* now = find(i - 1, Role::shift);
    if (now != nullptr) {
      found.date.shift = Shift{Unit::week, now->value, Base::now};
      found.first = i - 1;
      return found;
    }
    if (then != nullptr) {
      found.date.shift = Shift{Unit::week, then->value, Base::then};
      found.first = i - 1;
      return found;
    }
  }
  std::size_t after = next;
  if (is_word(after, "e") && find(after + 1, Role::shift) != nullptr) ++after;  // e kaluar
  if (const Meaning* now = find(after, Role::shift);
      now != nullptr && (now->languages & (fr | es | it | pt | sq)) != 0) {
    found.date.shift = Shift{Unit::week, now->value, Base::now};
    found.last = after + 1;
    if (found.first > floor_ && (is_word(found.first - 1, "të") || tokens_.text(found.first - 1) == "të"))
      --found.first;
    return found;
  }
  found.future = is_future(i);
  return found;
}

std::optional<Found> Grammar::at_relative_day(std::size_t i) const {
  const Meaning* day = find(i, Role::relative_day);
  if (day == nullptr) return std::nullopt;
  if (day->ambiguous) {
    const bool morning = is_capitalised(i) || (i > 0 && find(i - 1, Role::article) != nullptr) ||
                         (i > 0 && find(i - 1, Role::shift) != nullptr);
    if (morning && (day->languages & sq) == 0) return std::nullopt;
  }
  Found found{.first = i, .last = i + 1, .date = shifted(Unit::day, day->value, Base::now)};
  if (is_word(i, "aujourd")) {
    if (!is_apostrophe(i + 1) || !is_word(i + 2, "hui")) return std::nullopt;
    found.last = i + 3;
  }
  if (i >= floor_ + 2 && is_dash(i - 1) && is_word(i - 2, "avant")) {
    found.first = i - 2;
    found.date.shift->amount = -2;
  }
  // the day before yesterday, the day after tomorrow
  if (i >= floor_ + 2 && is_word(i - 2, "day") && (is_word(i - 1, "before") || is_word(i - 1, "after"))) {
    found.first = i >= floor_ + 3 && find(i - 3, Role::article) != nullptr ? i - 3 : i - 2;
    found.date.shift->amount *= 2;
  }
  return found;
}

std::optional<Found> Grammar::at_shifted(std::size_t i) const {
  const Meaning* now = find(i, Role::shifted);
  const Meaning* then = find(i, Role::shifted_then);
  const Meaning* meaning = now != nullptr ? now : then;
  if (meaning == nullptr || meaning->ambiguous) return std::nullopt;
  Found found{.first = i,
              .last = i + 1,
              .date = shifted(dates::shifted_unit(meaning->value), shifted_amount(meaning->value),
                              now != nullptr ? Base::now : Base::then)};
  part_before(found);
  return found;
}

std::optional<Found> Grammar::at_season(std::size_t i) const {
  const Meaning* season = find(i, Role::season);
  if (season == nullptr) return std::nullopt;
  Found found{.first = i, .last = i + 1, .date = {.unit = Unit::season, .ordinal = season->value}};
  const bool fall = is_word(i, "fall");
  const auto year = year_behind(i + 1);
  if (year && !is_mark(i + 1, '.') && !counts_something(year->next)) {
    found.date.year = year->value;
    found.last = year->next;
    // winter of 1939-40
    if (is_dash(found.last) && is_number(found.last + 1) && is_glued(found.last + 1)) found.last += 2;
  } else if (const auto shift = shift_behind(i + 1)) {
    found.date.shift = shift->value;
    found.last = shift->next;
  } else if (i > floor_ && find(i - 1, Role::shift) != nullptr) {
    found.date.shift = Shift{Unit::season, find(i - 1, Role::shift)->value, Base::now};
    found.first = i - 1;
    return found;
  } else if (i > floor_ && find(i - 1, Role::shift_then) != nullptr) {
    found.date.shift = Shift{Unit::season, find(i - 1, Role::shift_then)->value, Base::then};
    found.first = i - 1;
    return found;
  } else if (season->ambiguous) {
    // In (the) spring, by summer, the winter: but "the fall of", "spring water".
    const bool of_something = find(i + 1, Role::of) != nullptr && !is_word(i + 1, "in");
    const std::size_t before = i > 0 && find(i - 1, Role::article) != nullptr ? i - 1 : i;
    const bool introduced =
        before > 0 &&
        (find(before - 1, Role::before_year) != nullptr || find(before - 1, Role::part) != nullptr) &&
        !(before == i && (find(before - 1, Role::to) != nullptr || find(before - 1, Role::both) != nullptr));
    const bool noun_behind = tokens_.at(i + 1).type == TokenType::word && !is_glued(i + 1) &&
                             find(i + 1, Role::before_year) == nullptr;
    const bool article = before < i;
    if (of_something || (!article && !introduced) || (!article && noun_behind) ||
        (fall && (!introduced || noun_behind)))
      return std::nullopt;
  }
  if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
  part_before(found);
  return found;
}

// Q1 2022, H2 2021: letter and number are one word in the text and two tokens here.
std::optional<Found> Grammar::short_quarter(std::size_t i) const {
  const DateToken& number = tokens_.at(i);
  if (number.digits != 1 || !is_glued(i) || i == 0 || i - 1 < floor_ || number.value < 1 || number.value > 4)
    return std::nullopt;
  const bool quarter = tokens_.text(i - 1) == "Q";
  const bool half = tokens_.text(i - 1) == "H" && number.value <= 2;
  if ((!quarter && !half) || is_glued(i - 1)) return std::nullopt;
  const auto year = year_behind(i + 1);
  if (!year) return std::nullopt;
  return Found{
      .first = i - 1,
      .last = year->next,
      .date = {.unit = quarter ? Unit::quarter : Unit::half, .year = year->value, .ordinal = number.value}};
}

std::optional<Found> Grammar::at_unit(std::size_t i) const {
  const Meaning* meaning = find(i, Role::unit);
  if (meaning == nullptr) return std::nullopt;
  const Unit what = static_cast<Unit>(meaning->value);
  if (auto found = count_and_unit(i, what)) return found;
  if (auto found = counted_part(i, what)) return found;
  return shifted_unit(i, what);
}

// three days ago, two years later, vor drei Jahren, il y a trois ans, hace tres días, три дня назад, a year
// earlier.
std::optional<Found> Grammar::count_and_unit(std::size_t i, Unit what) const {
  if (what == Unit::weekend || what == Unit::half || what == Unit::season) return std::nullopt;
  const auto count = count_before(i);
  if (!count) return std::nullopt;
  const int amount = count->value;
  Found found{.first = count->next, .last = i + 1};
  const auto with = [&](int signed_amount, Base base) {
    found.date = shifted(what, signed_amount, base);
    return found;
  };
  std::size_t next = i + 1;
  if (find(next, Role::ago) != nullptr) {
    found.last = next + 1;
    return with(-amount, Base::now);
  }
  if (const Meaning* later = find(next, Role::later)) {
    // "three days after the vote" counts from an event that only a reader knows.
    const bool from_event = (is_word(next, "after") || is_word(next, "before") || is_word(next, "dopo") ||
                             is_word(next, "prima") || is_word(next, "después") || is_word(next, "antes")) &&
                            tokens_.at(next + 1).type == TokenType::word;
    if (from_event || is_word(next + 1, "than")) return std::nullopt;
    found.last = next + 1;
    return with(later->value * amount, Base::then);
  }
  // plus tard, más tarde, mais tarde, più tardi
  if ((is_word(next, "plus") && is_word(next + 1, "tard")) ||
      (tokens_.text(next) == "más" && is_word(next + 1, "tarde")) ||
      (is_word(next, "mais") && is_word(next + 1, "tarde")) ||
      (tokens_.text(next) == "più" && is_word(next + 1, "tardi"))) {
    found.last = next + 2;
    return with(amount, Base::then);
  }
  if (count->next == 0 || count->next - 1 < floor_) return std::nullopt;
  const std::size_t before = count->next - 1;
  if (find(before, Role::ago_before) != nullptr) {
    found.first = before;
    return with(-amount, Base::now);
  }
  // il y a trois ans
  if (before >= floor_ + 2 && is_word(before, "a") && is_word(before - 1, "y") && is_word(before - 2, "il")) {
    found.first = before - 2;
    return with(-amount, Base::now);
  }
  // через три дні, через три дня, nach drei Tagen: later than what was spoken of.
  if (tokens_.text(before) == "через" || tokens_.text(before) == "Через") {
    found.first = before;
    return with(amount, Base::then);
  }
  return std::nullopt;
}

// the first quarter of 2022, second half of 2015, premier trimestre 2012, der ersten Jahreshälfte.
std::optional<Found> Grammar::counted_part(std::size_t i, Unit what) const {
  if ((what != Unit::quarter && what != Unit::half) || i == 0 || i - 1 < floor_) return std::nullopt;
  int number = 0;
  std::size_t first = i - 1;
  if (const Meaning* ordinal = find(i - 1, Role::ordinal)) number = ordinal->value;
  if (number == 0 && is_mark(i - 1, '.') && i >= floor_ + 2 && is_number(i - 2))
    number = tokens_.at(i - 2).value, first = i - 2;
  if (number == 0 && is_number(i - 1)) number = tokens_.at(i - 1).value;
  const bool final = number == 0 && (is_word(i - 1, "final") || is_word(i - 1, "último"));
  if (final) number = what == Unit::quarter ? 4 : 2;
  const int most = what == Unit::quarter ? 4 : 2;
  if (number < 1 || number > most) return std::nullopt;
  Found found{.first = first, .last = i + 1, .date = {.unit = what, .ordinal = number}};
  if (find(i + 1, Role::of) != nullptr && (find(i + 2, Role::article) != nullptr) &&
      find(i + 3, Role::unit) != nullptr && unit(i + 3, Unit::century) != nullptr)
    return std::nullopt;
  if (const auto year = year_behind(i + 1); year && !is_mark(i + 1, ',')) {
    found.date.year = year->value;
    found.last = year->next;
  } else if (const auto shift = shift_behind(i + 1)) {
    found.date.shift = shift->value;
    found.last = shift->next;
  } else if (what == Unit::half) {
    return std::nullopt;  // the second half of the match
  }
  if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
  return found;
}

// last year, this month, next week, the following day, that year, l'année dernière, прошлого года, the end of
// the year.
std::optional<Found> Grammar::shifted_unit(std::size_t i, Unit what) const {
  if (what == Unit::half) return std::nullopt;
  const Meaning* meaning = find(i, Role::unit);
  // am Wochenende, over the weekend, el fin de semana
  const bool spanish_weekend = what == Unit::week && i >= floor_ + 2 && is_word(i - 1, "de") &&
                               (is_word(i - 2, "fin") || is_word(i - 2, "fim"));
  if (what == Unit::weekend || spanish_weekend) {
    const std::size_t first = spanish_weekend ? i - 2 : i;
    const Meaning* now = first > floor_ ? find(first - 1, Role::shift) : nullptr;
    const Meaning* behind = find(i + 1, Role::shift);
    const int amount = now != nullptr ? now->value : behind != nullptr ? behind->value : 0;
    const bool introduced =
        now != nullptr || behind != nullptr || (first > floor_ && find(first - 1, Role::article) != nullptr);
    if (!introduced) return std::nullopt;
    Found found{.first = first > floor_ ? first - 1 : first,
                .last = behind != nullptr && now == nullptr ? i + 2 : i + 1,
                .date = shifted(Unit::weekend, amount, Base::now)};
    found.future = is_future(i);
    return found;
  }
  const bool plural = (meaning->languages & en) != 0 && tokens_.text(i).size() > 3 &&
                      tokens_.text(i).back() == 's' && tokens_.text(i) != "this";
  if (plural) return std::nullopt;
  Found found{.first = i, .last = i + 1};
  if (i > floor_) {
    const Meaning* now = find(i - 1, Role::shift);
    const Meaning* then = find(i - 1, Role::shift_then);
    // того ж року, that same day
    std::size_t at = i - 1;
    if ((tokens_.text(at) == "ж" || tokens_.text(at) == "же") && at > floor_)
      --at, then = find(at, Role::shift_then), now = nullptr;
    if (now != nullptr || then != nullptr) {
      const bool article = at > floor_ && find(at - 1, Role::article) != nullptr;
      found.first = article ? at - 1 : at;
      if (at > floor_ && then != nullptr && is_word(at, "same") &&
          (is_word(at - 1, "that") || is_word(at - 1, "this")))
        found.first = at - 1;
      const int value = now != nullptr ? now->value : then->value;
      const bool english_next = is_word(at, "next") && article;
      if ((meaning->languages & en) != 0 && what == Unit::day && now != nullptr && value <= 0 &&
          is_word(i, "day")) {
        if (value < 0) return std::nullopt;  // our last day
        found.date = shifted(what, 0, Base::then);
        return found;
      }
      const bool next_day = what == Unit::day && value == 1;
      // "the last year", "the past decade" are stretches of time.
      if (now != nullptr && value == -1 && article && what != Unit::quarter && (meaning->languages & en) != 0)
        return std::nullopt;
      if (what == Unit::day && now != nullptr && value == 0 && !is_word(at, "this") &&
          (meaning->languages & en) == 0)
        return std::nullopt;
      const bool from_then = now == nullptr || english_next || next_day;
      found.date = shifted(what, value, from_then ? Base::then : Base::now);
      part_before(found);
      return found;
    }
  }
  // l'année dernière, el año pasado, la settimana scorsa, javën e kaluar
  std::size_t after = i + 1;
  if (is_word(after, "e") || is_word(after, "que") || is_word(after, "të") || is_word(after, "i")) ++after;
  const Meaning* now = find(after, Role::shift);
  const Meaning* then = find(after, Role::shift_then);
  const Languages romance = fr | es | it | pt | sq;
  if (now != nullptr && now->value != 0 && (now->languages & romance & meaning->languages) != 0) {
    found.last = after + 1;
    found.date = shifted(what, now->value, Base::now);
  } else if (then != nullptr && (then->languages & romance & meaning->languages) != 0) {
    found.last = after + 1;
    found.date = shifted(what, then->value, Base::then);
  } else if (is_word(i + 1, "que") && is_word(i + 2, "viene")) {
    found.last = i + 3;
    found.date = shifted(what, 1, Base::now);
  } else {
    // the day before, the year after: where no event follows
    const bool before_it = is_word(i + 1, "before");
    const bool after_it = is_word(i + 1, "after");
    const bool nothing_follows =
        tokens_.at(i + 2).type != TokenType::word || find(i + 2, Role::both) != nullptr;
    if ((before_it || after_it) && nothing_follows && i > floor_ && is_word(i - 1, "the"))
      return Found{.first = i - 1, .last = i + 2, .date = shifted(what, before_it ? -1 : 1, Base::then)};
    // the end of the year, кінця року, fin de año, Ende des Jahres
    if (what != Unit::year && what != Unit::month) return std::nullopt;
    Found part{.first = i, .last = i + 1, .date = shifted(what, 0, Base::then)};
    if (part.first > floor_ && find(part.first - 1, Role::article) != nullptr) --part.first;
    if (part.first > floor_ && is_word(part.first - 1, "for") && part.first - 1 > floor_ &&
        find(part.first - 2, Role::part) != nullptr)
      --part.first;
    const std::size_t unit_first = part.first;
    part_before(part);
    if (part.date.part == PartOf::whole || part.first == unit_first) return std::nullopt;
    return part;
  }
  if (found.first > floor_ && find(found.first - 1, Role::article) != nullptr) --found.first;
  part_before(found);
  return found;
}

}  // namespace dossier::dates
