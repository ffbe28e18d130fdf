// What a character means to the query language. Operators are ASCII; quotes and brackets also come in the
// forms that keyboards, phones and word processors put in their place.
#pragma once

#include <string>
#include <string_view>

namespace dossier::query {

// White space, controls (NUL among them) and the invisible marks of writing direction: they end a word.
bool is_break(char32_t c) noexcept;

// A letter, digit, mark or symbol such as an emoji: a word begins with one and cannot do without.
bool is_word_character(char32_t c) noexcept;

// Quotes of one kind may close each other: „a“, “a”, "a" and any mixture; «a» and »a«.
enum class QuoteKind : char { none, double_quote, guillemet };
QuoteKind quote_kind(char32_t c) noexcept;

bool is_open_bracket(char32_t c) noexcept;
bool is_close_bracket(char32_t c) noexcept;

inline bool ends_word(char32_t c) noexcept {
  return is_break(c) || quote_kind(c) != QuoteKind::none || is_open_bracket(c) || is_close_bracket(c);
}

inline bool is_digit(char32_t c) noexcept {
  return c >= '0' && c <= '9';
}

inline bool is_ascii_letter(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// `text` with each run of breaks made one space, none at either end.
std::string join_by_spaces(std::string_view text);

}  // namespace dossier::query
