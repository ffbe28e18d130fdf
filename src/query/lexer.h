// What was typed, cut into tokens. Brackets come out balanced and at most 100 deep, words and values as ready
// leaves of the tree, so that the parser has only the operators to deal with. Linear in the text's length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "characters.h"
#include "dossier/query/parser.h"
#include "dossier/query/tree.h"
#include "fields.h"
#include "problems.h"
#include "word_reader.h"

namespace dossier::query {

enum class TokenKind : std::uint8_t {
  operand,  // a leaf: word, phrase, value, date, "*"
  nothing,  // something stood here and was dropped with a problem
  open,
  close,
  conjunction,  // AND
  disjunction,  // OR
  negation,     // NOT
  near,
  plus,
  minus,
  field,  // title: or author:
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  Span span;
  bool glued = false;          // no break between it and the token before
  bool joined = false;         // operand: the name of an unknown field; what is glued to it belongs to it
  bool alternatives = false;   // open: lang:(en sr), where things side by side are alternatives
  bool ordered = false;        // near: pre/n
  std::uint32_t distance = 0;  // near
  Field field = Field::title;  // field
  std::optional<Node> node;    // operand
};

class Lexer {
 public:
  static constexpr std::size_t kMaxDepth = 100;
  static constexpr std::size_t kMaxWords = 1000;
  static constexpr std::size_t kMaxTokens = 10000;

  // `text` must be valid UTF-8 and outlive the lexer, as must `problems`.
  Lexer(std::string_view text, const ParseOptions& options, Problems& problems);

  // All tokens, the last of kind `end`. Call once.
  std::vector<Token> run();

  // The words of text between quotes at [begin, end).
  std::vector<WordNode> phrase_words(std::size_t begin, std::size_t end, bool exact);

  // The leaf of a keyword or date field; none with a problem if the value is no value.
  std::optional<Node> make_value(const FieldEntry& entry, std::string_view value, Span span);

 private:
  // Between the brackets of source:(...), where words are values.
  struct ValueGroup {
    const FieldEntry* entry;
    std::size_t depth;  // of its bracket
  };
  struct Quoted {
    std::size_t begin, end;  // the content
    std::size_t next;        // behind the closing quote
  };

  void step();
  void read_open(bool alternatives);
  void read_close();
  void read_sign();
  void read_star();
  void read_phrase(std::size_t start, bool exact);
  void read_word_token(std::size_t start, bool exact);
  bool read_operator(const ReadWord& read, Span span);
  bool read_proximity(std::string_view word, Span span);
  bool read_field();
  void read_field_value(const FieldEntry& entry, std::size_t start);
  void read_value(const FieldEntry& entry, std::size_t start);

  char32_t peek(std::size_t offset) const noexcept;  // U+0000, a break, at the end
  std::size_t run_end(std::size_t begin) const noexcept;
  std::size_t range_end(std::size_t end) const noexcept;
  std::size_t skip_breaks(std::size_t offset) const noexcept;
  Quoted quoted(std::size_t start);
  void skip_to(std::size_t offset) noexcept;
  void push(TokenKind kind, Span span);
  void push_leaf(Node::Value value, Span span);
  bool count_word(std::size_t offset);
  void cut(std::size_t offset);

  std::string_view text_;
  ParseOptions options_;
  Problems& problems_;
  std::size_t content_end_;  // behind it are only breaks
  std::size_t pos_ = 0;
  bool glued_ = false;
  bool fresh_ = true;  // a sign or "*" here would stand at the beginning of a word
  bool full_ = false;
  std::size_t words_ = 0;
  std::size_t excess_depth_ = 0;
  bool depth_reported_ = false;
  std::vector<Span> open_;
  std::optional<ValueGroup> values_;
  std::vector<Token> tokens_;
};

}  // namespace dossier::query
