// The rows of the tables that the lexicon is made of, and what every row must hold to.
#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include "lexicon.h"

namespace dossier::dates {

// Rows of the supplement: words with spaces between; "_" joins the words of a phrase. Before one stands what
// else it may be: "^" a name, "?" a common word, "??" mostly that. Behind one "~" stands for the language's
// endings.
struct WordRow {
  Languages languages;
  Role role;
  int value;
  std::string_view words;
};
std::span<const WordRow> supplement() noexcept;  // lexicon_words.cc

// Endings of a language's words, with spaces between.
struct EndingRow {
  Languages languages;
  std::string_view endings;
};
std::span<const EndingRow> word_endings() noexcept;    // lexicon_words.cc; what "~" stands for
std::span<const EndingRow> future_endings() noexcept;  // lexicon_words.cc

// Words for numbers that follow each other: the forms of a number with "/" between, "-" for none.
struct NumberRow {
  Languages languages;
  Role role;
  int first;
  int step;
  std::string_view words;
};
std::span<const NumberRow> numbers() noexcept;  // lexicon_numbers.cc

// Whether `text` is made of parts with one separator between, none of them empty or too long to be a word.
constexpr bool has_sound_parts(std::string_view text, std::string_view separators) noexcept {
  std::size_t length = 0;
  for (const char c : text) {
    if (separators.find(c) == std::string_view::npos) {
      ++length;
      continue;
    }
    if (length == 0 || length > max_word_bytes) return false;
    length = 0;
  }
  return length > 0 && length <= max_word_bytes;
}

// Whether a role's words may have the value.
constexpr bool is_value_of(Role role, int value) noexcept {
  switch (role) {
    case Role::month:
    case Role::of_month:
    case Role::islamic_month:
      return value >= 1 && value <= 12;
    case Role::weekday:
      return value >= 0 && value <= 6;
    case Role::season:
      return value >= 1 && value <= 4;
    case Role::holiday:
      return value / 100 >= 1 && value / 100 <= 12 && value % 100 >= 1 && value % 100 <= 31;
    case Role::unit:
    case Role::units:
    case Role::short_part:
      return value >= 0 && value <= static_cast<int>(Unit::century);
    case Role::shifted:
    case Role::shifted_then:
      return value / 16 <= static_cast<int>(Unit::century) && amount_of_shifted(value) >= -1 &&
             amount_of_shifted(value) <= 1;
    case Role::relative_day:
      return value >= -2 && value <= 2;
    case Role::shift:
    case Role::shift_then:
    case Role::later:
      return value >= -1 && value <= 1;
    case Role::lasting:
      return value >= 0 && value <= 2;
    case Role::part:
      return value >= 1 && value <= 3;
    case Role::decade:
      return value >= 20 && value <= 90 && value % 10 == 0;
    case Role::spoken:
      return value >= 13 && value <= 20;
    case Role::cardinal:
      return value >= 1 && value <= 90;
    case Role::ordinal:
      return value >= -1 && value <= 31 && value != 0;
    case Role::future:
      return value == 0 || value == 1;
    default:
      return value == 0;
  }
}

constexpr bool is_sound(const WordRow& row) noexcept {
  return row.languages != 0 && has_sound_parts(row.words, " ") && is_value_of(row.role, row.value);
}

constexpr bool is_sound(const EndingRow& row) noexcept {
  return row.languages != 0 && has_sound_parts(row.endings, " ");
}

constexpr bool is_sound(const NumberRow& row) noexcept {
  int count = 1;
  for (const char c : row.words) count += c == ' ';
  return row.languages != 0 && has_sound_parts(row.words, " /") && is_value_of(row.role, row.first) &&
         is_value_of(row.role, row.first + (count - 1) * row.step);
}

template <typename Row, std::size_t kCount>
constexpr bool are_sound(const Row (&rows)[kCount]) noexcept {
  return std::all_of(std::begin(rows), std::end(rows), [](const Row& row) { return is_sound(row); });
}

}  // namespace dossier::dates
