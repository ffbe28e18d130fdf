// A paragraph cut into what the grammar of dates looks at: numbers, words, marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon.h"

namespace dossier::dates {

enum class TokenType : std::uint8_t { number, word, han, mark };

struct DateToken {
  std::uint32_t start = 0;  // bytes into the paragraph
  std::uint32_t end = 0;
  TokenType type = TokenType::mark;
  std::uint8_t digits = 0;     // of a number
  bool glued = false;          // nothing stands between it and the token before
  bool line_start = false;     // the first of its line
  mutable bool known = false;  // `word` was looked up
  std::int32_t value = 0;      // of a number; -1 if it is too long. The code point of a mark or ideograph
  mutable const Word* word = nullptr;
};

// The tokens of one paragraph. Reused for the next, so that nothing is allocated a paragraph.
class Tokens {
 public:
  // `text` must be valid UTF-8 and outlive the use of the tokens.
  void read(std::string_view text);

  std::size_t size() const noexcept { return tokens_.size(); }
  // Places where a date may begin or turn on: numbers, months, weekdays, units ...; ascending.
  const std::vector<std::uint32_t>& triggers() const noexcept { return triggers_; }

  // The token at `i`; an empty mark outside.
  const DateToken& at(std::size_t i) const noexcept { return i < tokens_.size() ? tokens_[i] : none_; }
  std::string_view text(std::size_t i) const noexcept {
    return text_.substr(at(i).start, at(i).end - at(i).start);
  }
  std::string_view whole() const noexcept { return text_; }

  // What the word at `i` may mean in one of the languages; null for other tokens.
  const Meaning* find(std::size_t i, Role role, Languages languages) const noexcept;

 private:
  const Word* look_up(std::size_t i) const noexcept;
  std::size_t read_word(std::size_t start, bool glued, bool line_start);
  std::size_t read_number(std::size_t start, bool glued, bool line_start);
  std::size_t read_other(std::size_t start, bool& glued, bool& line_start);

  std::string_view text_;
  std::vector<DateToken> tokens_;
  std::vector<std::uint32_t> triggers_;
  DateToken none_;
};

}  // namespace dossier::dates
