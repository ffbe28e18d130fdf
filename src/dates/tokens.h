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
  std::int32_t value = 0;  // of a number; -1 if it is too long. The code point of a mark or ideograph
  TokenType type = TokenType::mark;
  std::uint8_t digits = 0;         // of a number
  bool glued : 1 = false;          // nothing stands between it and the token before
  bool line_start : 1 = false;     // the first of its line
  mutable bool known : 1 = false;  // `word` was looked up
  mutable const Word* word = nullptr;
};

// What stands at a place among the tokens: a meaning, of the tokens from `first` to before `next`.
struct Reading {
  const Meaning* meaning = nullptr;
  std::size_t first = 0;
  std::size_t next = 0;
  explicit operator bool() const noexcept { return meaning != nullptr; }
};

// The tokens of one paragraph. Reused for the next, so that nothing is allocated a paragraph. Words are
// looked up when they are asked for.
class Tokens {
 public:
  // `text` must be valid UTF-8 and outlive the use of the tokens. `languages` are those of the text.
  void read(std::string_view text, Languages languages);

  std::size_t size() const noexcept { return tokens_.size(); }
  // Places where a date may begin or turn on: numbers, months, weekdays, units ...; ascending.
  const std::vector<std::uint32_t>& triggers() const noexcept { return triggers_; }

  // The token at `i`; an empty mark outside.
  const DateToken& at(std::size_t i) const noexcept { return i < tokens_.size() ? tokens_[i] : none_; }
  std::string_view text(std::size_t i) const noexcept {
    return text_.substr(at(i).start, at(i).end - at(i).start);
  }

  // What the word at `i` may mean in one of the languages; null for other tokens.
  const Meaning* find(std::size_t i, Role role, Languages languages) const noexcept;
  // The same of the longest phrase or the word that begins at `i`.
  Reading ahead(std::size_t i, Role role, Languages languages) const noexcept;
  // The same of the longest phrase or the word that ends before `i`.
  Reading behind(std::size_t i, Role role, Languages languages) const noexcept;

 private:
  const Word* look_up(std::size_t i) const noexcept;
  std::size_t end_of_phrase(const Phrase& phrase, std::size_t i) const noexcept;
  std::size_t start_of_phrase(const Phrase& phrase, std::size_t i) const noexcept;
  bool joins(std::size_t i) const noexcept;
  std::size_t end_of_word(std::size_t start) const noexcept;
  DateToken& push(TokenType type, std::size_t start, std::size_t end);
  std::size_t read_word(std::size_t start);
  std::size_t read_number(std::size_t start);
  std::size_t read_wide(std::size_t start);

  std::string_view text_;
  Languages languages_ = all_languages;
  bool glued_ = false;
  bool line_start_ = true;
  std::vector<DateToken> tokens_;
  std::vector<std::uint32_t> triggers_;
  DateToken none_;
};

}  // namespace dossier::dates
