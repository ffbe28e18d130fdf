// What stands at a place in a paragraph, as the rules of the grammar ask it: words by their roles, marks, and
// the pieces that dates are made of. Every question looks at a bounded number of tokens.
#pragma once

#include <optional>
#include <string_view>

#include "tokens.h"
#include "written.h"

namespace dossier::dates {

// A piece that was recognised, and the token behind it.
template <typename Value>
struct Piece {
  Value value;
  std::size_t next;
};

struct MonthName {
  int month;
  Doubt doubt;
  Languages languages;
  bool foreign;  // of a language that is not the text's
};

class Reader {
 public:
  Reader(const Tokens& tokens, Languages languages) : tokens_(tokens), languages_(languages) {}

  // The text is, or may be, in one of these languages.
  bool may_speak(Languages languages) const noexcept { return (languages_ & languages) != 0; }
  // It is known to be.
  bool speaks(Languages languages) const noexcept { return may_speak(languages) && knows_language(); }
  bool knows_language() const noexcept { return languages_ != all_languages; }

  // Behind the last mention: none may begin before it.
  std::size_t floor() const noexcept { return floor_; }
  const std::optional<Found>& last() const noexcept { return last_; }
  void move_behind(const Found& found) {
    floor_ = found.last;
    last_ = found;
  }

  // Tokens.
  const DateToken& at(std::size_t i) const noexcept { return tokens_.at(i); }
  std::string_view text(std::size_t i) const noexcept { return tokens_.text(i); }
  std::size_t size() const noexcept { return tokens_.size(); }
  bool is_number(std::size_t i) const noexcept { return at(i).type == TokenType::number; }
  bool is_word(std::size_t i) const noexcept { return at(i).type == TokenType::word; }
  bool is_glued(std::size_t i) const noexcept { return i < size() && at(i).glued; }
  char32_t mark(std::size_t i) const noexcept;  // 0 if there is none
  bool is_mark(std::size_t i, char32_t c) const noexcept { return mark(i) == c; }
  bool is_dash(std::size_t i) const noexcept;
  bool is_apostrophe(std::size_t i) const noexcept;
  bool is_capitalised(std::size_t i) const noexcept;
  // Whether a capital inside a sentence makes a name of a month or weekday: where these are written small.
  bool is_name_by_capital(std::size_t i, Languages languages) const noexcept {
    return (languages & ~written_small) == 0 && is_capitalised(i) && !begins_sentence(i);
  }
  bool ends_sentence(std::size_t i) const noexcept;
  bool begins_sentence(std::size_t i) const noexcept;

  // Words of the text's languages.
  const Meaning* find(std::size_t i, Role role) const noexcept { return tokens_.find(i, role, languages_); }
  const Meaning* find(std::size_t i, Role role, Languages languages) const noexcept {
    return tokens_.find(i, role, languages_ & languages);
  }
  bool is(std::size_t i, Role role) const noexcept { return find(i, role) != nullptr; }
  Reading ahead(std::size_t i, Role role) const noexcept { return tokens_.ahead(i, role, languages_); }
  Reading behind(std::size_t i, Role role, Languages languages = all_languages) const noexcept {
    const bool elided = i > 1 && is_apostrophe(i - 1) && is_glued(i);  // quest'anno
    return tokens_.behind(elided ? i - 1 : i, role, languages_ & languages);
  }
  // The same behind the last mention.
  Reading before(std::size_t i, Role role, Languages languages = all_languages) const noexcept;
  bool is_article(std::size_t i) const noexcept { return is(i, Role::article) || is(i, Role::contraction); }
  bool is_owned(std::size_t i) const noexcept {
    return i > 0 && is(i - 1, Role::possessive);
  }  // my last year
  bool is_unit(std::size_t i, Unit unit) const noexcept;
  std::size_t skip_of(std::size_t i) const noexcept;  // "of the", "d'": the token behind
  std::size_t with_article(std::size_t first) const noexcept;
  // The shift that stands before `i`, a word of these languages: last, that, "the next", which counts from
  // what was spoken of before.
  struct ShiftBefore {
    int amount;
    Base base;
    std::size_t first;
  };
  std::optional<ShiftBefore> shift_before(std::size_t i, Languages languages) const noexcept;
  // "to", "-", and between partners "and": the token behind.
  std::optional<std::size_t> joint(std::size_t i, bool between) const noexcept;
  bool is_between(std::size_t i) const noexcept { return i > 0 && is(i - 1, Role::between); }

  // Numbers.
  bool stands_free(std::size_t i) const noexcept;            // no part of a symbol or another number
  bool counts_something(std::size_t behind) const noexcept;  // people, money, metres
  // "May 4 and 5 soldiers": a word behind a number that is neither a verb nor begins a phrase.
  bool counts_noun(std::size_t behind) const noexcept {
    return is_word(behind) && !is(behind, Role::before_year) && !is(behind, Role::verb);
  }
  std::optional<Piece<int>> count_before(std::size_t i) const noexcept;  // `next` is its first token
  // fifth, twenty-first, двадцать первого, before `i`; `next` is its first token.
  std::optional<Piece<int>> ordinal_before(std::size_t i) const noexcept;

  // Days, months, years.
  std::optional<Piece<int>> day_at(std::size_t i) const noexcept;
  std::optional<Piece<MonthName>> month_at(std::size_t i) const noexcept;
  std::optional<Piece<int>> year_at(std::size_t i) const noexcept;
  std::optional<Piece<int>> spoken_year_at(std::size_t i) const noexcept;  // nineteen ninety-two
  std::optional<Piece<int>> year_behind(std::size_t i) const noexcept;     // of a day or month that ends at i
  std::optional<Piece<Shift>> shift_behind(std::size_t i) const noexcept;  // "of that year"
  // The token behind "BC" or "AD" at `i`, a word for years before it allowed.
  std::optional<std::size_t> before_christ(std::size_t i) const noexcept;
  std::optional<std::size_t> anno_domini(std::size_t i) const noexcept;

  // Takes in "early", "the end of", "mid-" before it.
  void take_part_before(Found& found) const noexcept;
  // Gives it the year or the shift behind it. False if there is neither.
  bool take_year_behind(Found& found) const noexcept;
  // Whether the clause around the token speaks of what is to come.
  bool is_future(std::size_t i) const noexcept;

 private:
  std::optional<std::size_t> era(std::size_t i, Role role) const noexcept;
  std::optional<Piece<int>> short_year_at(std::size_t i) const noexcept;
  bool is_plain_year(std::size_t i) const noexcept;
  std::size_t behind_year_mark(std::size_t i) const noexcept;
  bool begins_clause(std::size_t i) const noexcept;
  bool is_future_verb(std::size_t i) const noexcept;
  std::optional<Shift> shift_of_year(std::size_t i) const noexcept;

  const Tokens& tokens_;
  Languages languages_;
  std::size_t floor_ = 0;
  std::optional<Found> last_;
};

// Days a month has at most, in any year.
int most_days(int month) noexcept;

// A number that may be a year without more: of four digits, 1000 to 2199.
bool is_year_number(const DateToken& token) noexcept;

}  // namespace dossier::dates
