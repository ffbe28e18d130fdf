// The grammar of written dates: a hand-written recogniser for each kind of trigger. Looks at a bounded number
// of tokens around each, so that the whole is linear whatever the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tokens.h"
#include "written.h"

namespace dossier::dates {

struct GrammarOptions {
  Languages languages = ~Languages{0};
  bool month_first = false;  // 05/06/2013 is May 6
  bool foreign = true;       // months of other languages count beside a day and a year
};

class Grammar {
 public:
  Grammar(const Tokens& tokens, const GrammarOptions& options) : tokens_(tokens), options_(options) {}

  // Appends the mentions of the paragraph, ascending and disjoint.
  void find(std::vector<Found>& out);

 private:
  // A piece that was recognised, and the token behind it.
  template <typename Value>
  struct Piece {
    Value value;
    std::size_t next;
  };
  using DayPiece = std::optional<Piece<int>>;

  struct MonthName {
    int month;
    bool ambiguous;
    bool foreign;  // of a language that is not the text's
  };

  bool take(Found found, std::vector<Found>& out);

  // Words and marks (grammar.cc).
  bool is_mark(std::size_t i, char32_t mark) const noexcept;
  bool is_dash(std::size_t i) const noexcept;
  bool is_apostrophe(std::size_t i) const noexcept;
  bool is_word(std::size_t i, std::string_view word) const noexcept;
  bool is_number(std::size_t i) const noexcept { return tokens_.at(i).type == TokenType::number; }
  bool is_glued(std::size_t i) const noexcept { return i < tokens_.size() && tokens_.at(i).glued; }
  bool is_capitalised(std::size_t i) const noexcept;
  const Meaning* find(std::size_t i, Role role) const noexcept {
    return tokens_.find(i, role, options_.languages);
  }
  const Meaning* unit(std::size_t i, Unit unit) const noexcept;
  std::size_t skip_of(std::size_t i) const noexcept;
  std::optional<std::size_t> joint(std::size_t i,
                                   bool between) const noexcept;  // "to", "-": the token behind

  // Pieces (grammar.cc).
  DayPiece day_at(std::size_t i) const noexcept;
  std::optional<Piece<MonthName>> month_at(std::size_t i) const noexcept;
  std::optional<Piece<int>> year_at(std::size_t i) const noexcept;
  std::optional<Piece<int>> year_behind(std::size_t i) const noexcept;  // of a day or month that ends at i
  std::optional<Piece<Shift>> shift_behind(std::size_t i) const noexcept;
  bool stands_free(std::size_t i) const noexcept;  // a number that is no part of a symbol or another number
  std::size_t before_christ(std::size_t i) const noexcept;  // tokens that "BC" takes up at i, 0 for none
  std::size_t anno_domini(std::size_t i) const noexcept;
  std::optional<Piece<int>> count_before(
      std::size_t i) const noexcept;  // a number in words or digits that ends before i
  void part_before(Found& found) const noexcept;
  bool is_future(std::size_t i) const noexcept;

  // Numbers (grammar_numbers.cc).
  std::optional<Found> at_number(std::size_t i) const;
  std::optional<Found> numeric(std::size_t i) const;
  std::optional<Found> day_month(std::size_t i) const;
  std::optional<Found> day_range(std::size_t i) const;
  std::optional<Found> other_calendar(std::size_t i) const;
  std::optional<Found> next_day(std::size_t i) const;   // May 4 and 5
  std::optional<Found> day_alone(std::size_t i) const;  // on the 20th

  // Years, decades, centuries (grammar_years.cc).
  std::optional<Found> year_range(std::size_t i) const;
  std::optional<Found> year_of_era(std::size_t i) const;
  std::optional<Found> decade(std::size_t i) const;
  std::optional<Found> century(std::size_t i) const;
  std::optional<Found> bare_year(std::size_t i) const;
  bool has_year_evidence(std::size_t i, std::size_t behind) const noexcept;
  bool counts_something(std::size_t i) const noexcept;
  bool is_ruled_out(std::size_t i) const noexcept;

  // Words (grammar_words.cc).
  std::optional<Found> at_word(std::size_t i) const;
  std::optional<Found> at_month(std::size_t i) const;
  std::optional<Found> month_day(std::size_t i, int month, std::size_t behind) const;
  bool has_month_evidence(std::size_t i, std::size_t behind, bool ambiguous) const noexcept;
  std::optional<Found> at_weekday(std::size_t i) const;
  std::optional<Found> at_season(std::size_t i) const;
  std::optional<Found> at_unit(std::size_t i) const;
  std::optional<Found> count_and_unit(std::size_t i, Unit unit) const;
  std::optional<Found> shifted_unit(std::size_t i, Unit unit) const;
  std::optional<Found> counted_part(std::size_t i, Unit unit) const;  // first quarter of 2022
  std::optional<Found> at_decade(std::size_t i) const;
  std::optional<Found> at_relative_day(std::size_t i) const;
  std::optional<Found> at_shifted(std::size_t i) const;
  std::optional<Found> short_quarter(std::size_t i) const;  // Q1 2022, H2 2021

  // Chinese (grammar_han.cc).
  std::optional<Found> at_han(std::size_t i) const;
  std::optional<Found> han_number(std::size_t i) const;

  const Tokens& tokens_;
  const GrammarOptions& options_;
  std::size_t floor_ = 0;      // no mention may begin before this token
  std::optional<Found> last_;  // the mention that ends there
};

// Days a month has at most, in any year.
int most_days(int month) noexcept;

}  // namespace dossier::dates
