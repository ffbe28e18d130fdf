#include "lexer.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/core/utf8.h"

namespace dossier::query {
namespace {

std::size_t end_of_content(std::string_view text) noexcept {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t last = end - 1;
    while (last > 0 && !is_code_point_boundary(text, last)) --last;
    if (!is_break(decode_utf8(text, last).code_point)) break;
    end = last;
  }
  return end;
}

}  // namespace

Lexer::Lexer(std::string_view text, const ParseOptions& options, Problems& problems)
    : text_(text), options_(options), problems_(problems), content_end_(end_of_content(text)) {}

std::vector<Token> Lexer::run() {
  while (pos_ < content_end_ && !full_) step();
  for (; !open_.empty(); open_.pop_back()) {
    if (!full_)
      problems_.add(open_.back(), "the bracket opened here is never closed; taken to end with the query");
    tokens_.push_back({.kind = TokenKind::close, .span = {content_end_, 0}, .node = {}});
  }
  tokens_.push_back({.kind = TokenKind::end, .span = {content_end_, 0}, .node = {}});
  return std::move(tokens_);
}

void Lexer::step() {
  const auto [c, next] = decode_utf8(text_, pos_);
  if (is_break(c)) {
    pos_ = next;
    glued_ = false;
    fresh_ = true;
  } else if (is_open_bracket(c)) {
    read_open(values_.has_value());
  } else if (is_close_bracket(c)) {
    read_close();
  } else if (c == '+' || c == '-') {
    read_sign();
  } else if (values_) {
    read_value(*values_->entry, pos_);
  } else if (quote_kind(c) != QuoteKind::none) {
    read_phrase(pos_, false);
  } else if (c == '=' && quote_kind(peek(next)) != QuoteKind::none) {
    read_phrase(next, true);
  } else if (c == '=' && is_word_character(peek(next))) {
    read_word_token(next, true);
  } else if (c == '*') {
    read_star();
  } else if (is_word_character(c)) {
    if (!read_field()) read_word_token(pos_, false);
  } else {
    skip_to(next);  // punctuation by itself
  }
}

void Lexer::read_open(bool alternatives) {
  const Span span{pos_, decode_utf8(text_, pos_).next - pos_};
  if (open_.size() >= kMaxDepth) {
    if (!std::exchange(depth_reported_, true)) {
      problems_.add(span,
                    fmt::format("brackets may stand {} deep; those from here on are ignored", kMaxDepth));
    }
    ++excess_depth_;
    skip_to(span.offset + span.length);
    return;
  }
  push(TokenKind::open, span);
  if (full_) return;
  open_.push_back(span);
  tokens_.back().alternatives = alternatives;
}

void Lexer::read_close() {
  const Span span{pos_, decode_utf8(text_, pos_).next - pos_};
  if (excess_depth_ > 0) {
    --excess_depth_;
    skip_to(span.offset + span.length);
  } else if (open_.empty()) {
    std::size_t end = span.offset;
    while (is_close_bracket(peek(end))) end = decode_utf8(text_, end).next;
    problems_.add({span.offset, end - span.offset}, "this bracket closes none; ignored");
    skip_to(end);
  } else {
    if (values_ && values_->depth == open_.size()) values_.reset();
    push(TokenKind::close, span);
    if (!full_) open_.pop_back();
  }
}

void Lexer::read_sign() {
  std::size_t end = pos_ + 1;
  while (peek(end) == '+' || peek(end) == '-') ++end;
  const Span span{pos_, end - pos_};
  const std::string_view sign = text_.substr(pos_, 1);
  if (!fresh_ && glued_ && !tokens_.empty() && tokens_.back().kind == TokenKind::field) {
    problems_.add(span, fmt::format("write \"{}\" before the field's name; ignored here", sign));
    skip_to(end);
  } else if (span.length == 1 && fresh_ && (end == content_end_ || is_close_bracket(peek(end)))) {
    problems_.add(span, fmt::format("nothing stands behind \"{}\"; ignored", sign));
    skip_to(end);
  } else if (span.length > 1 || !fresh_ || is_break(peek(end))) {
    skip_to(end);  // a dash
  } else {
    push(sign == "+" ? TokenKind::plus : TokenKind::minus, span);
  }
}

void Lexer::read_star() {
  std::size_t end = pos_ + 1;
  while (peek(end) == '*') ++end;
  const Span span{pos_, end - pos_};
  if (fresh_ && ends_word(peek(end))) {
    if (count_word(pos_)) push_leaf(EverythingNode{}, span);
    return;
  }
  problems_.add(span, fresh_ && is_word_character(peek(end))
                          ? "a word cannot begin with \"*\"; taken without it"
                          : "\"*\" stands by itself or at the end of a word; ignored here");
  skip_to(end);
}

// Where the quote at `start` closes. A quote that never does closes with the query.
Lexer::Quoted Lexer::quoted(std::size_t start) {
  const auto [opening, begin] = decode_utf8(text_, start);
  const QuoteKind kind = quote_kind(opening);
  for (std::size_t i = begin; i < text_.size();) {
    const auto [c, next] = decode_utf8(text_, i);
    if (quote_kind(c) == kind) return {begin, i, next};
    i = next;
  }
  problems_.add({start, begin - start}, "the quote opened here is never closed; taken to end with the query");
  return {begin, text_.size(), text_.size()};
}

std::vector<WordNode> Lexer::phrase_words(std::size_t begin, std::size_t end, bool exact) {
  std::vector<WordNode> words;
  for (std::size_t i = begin; i < end && !full_;) {
    const auto [c, next] = decode_utf8(text_, i);
    if (c == '*') {
      problems_.add({i, 1}, "inside quotes \"*\" works only at the end of a word; ignored");
    }
    const bool marked = c == '=' && next < end && is_word_character(peek(next));
    if (!marked && !is_word_character(c)) {
      i = next;
      continue;
    }
    if (marked) i = next;
    std::size_t stop = i;
    while (stop < end && !is_break(peek(stop)) && quote_kind(peek(stop)) == QuoteKind::none) {
      stop = decode_utf8(text_, stop).next;
    }
    if (!count_word(i)) break;
    const WordContext context{.exact = exact || marked || options_.exact, .in_phrase = true};
    words.push_back(read_word(text_.substr(i, stop - i), i, context, problems_).word);
    i = stop;
  }
  return words;
}

void Lexer::read_phrase(std::size_t start, bool exact) {
  const std::size_t token_start = pos_;
  Quoted found = quoted(start);
  std::vector<WordNode> words = phrase_words(found.begin, found.end, exact);
  const Span span{token_start, found.next - token_start};
  if (words.empty()) {
    if (!full_) problems_.add(span, "there is no word between these quotes; ignored");
    push(TokenKind::nothing, span);
  } else {
    push_leaf(PhraseNode{std::move(words)}, span);
  }
  if (peek(pos_) != '~' || full_) return;
  std::size_t end = pos_ + 1;
  while (is_digit(peek(end))) ++end;
  const std::string_view digits = text_.substr(pos_ + 1, end - pos_ - 1);
  problems_.add({pos_, end - pos_},
                fmt::format("\"~\" does not go with a phrase; for words near each other write a NEAR/{} b",
                            digits.empty() || digits.size() > 3 ? "5" : digits));
  skip_to(end);
}

void Lexer::read_word_token(std::size_t start, bool exact) {
  const std::size_t token_start = pos_;
  const std::string_view run = text_.substr(start, run_end(start) - start);
  const WordContext context{.exact = exact || options_.exact, .in_phrase = false};
  ReadWord read = read_word(run, start, context, problems_);
  const Span span{token_start, start + read.length - token_start};
  const bool plain = !exact && read.word.text.size() == read.length;
  if (!(plain && read_operator(read, span)) && count_word(start)) push_leaf(std::move(read.word), span);
  if (!full_) pos_ = start + run.size();  // the punctuation behind it too
}

char32_t Lexer::peek(std::size_t offset) const noexcept {
  return offset < text_.size() ? decode_utf8(text_, offset).code_point : U'\0';
}

std::size_t Lexer::run_end(std::size_t begin) const noexcept {
  while (begin < text_.size() && !ends_word(peek(begin))) begin = decode_utf8(text_, begin).next;
  return begin;
}

std::size_t Lexer::skip_breaks(std::size_t offset) const noexcept {
  while (offset < text_.size() && is_break(peek(offset))) offset = decode_utf8(text_, offset).next;
  return offset;
}

void Lexer::skip_to(std::size_t offset) noexcept {
  pos_ = offset;
  fresh_ = false;
}

void Lexer::push(TokenKind kind, Span span) {
  if (full_) return;
  if (tokens_.size() >= kMaxTokens) return cut(span.offset);
  tokens_.push_back({.kind = kind, .span = span, .glued = glued_, .node = {}});
  pos_ = span.offset + span.length;
  glued_ = true;
  fresh_ = kind == TokenKind::open || kind == TokenKind::plus || kind == TokenKind::minus;
}

void Lexer::push_leaf(Node::Value value, Span span) {
  push(TokenKind::operand, span);
  if (!full_) tokens_.back().node = Node{std::move(value), span};
}

bool Lexer::count_word(std::size_t offset) {
  if (!full_ && ++words_ > kMaxWords) cut(offset);
  return !full_;
}

void Lexer::cut(std::size_t offset) {
  problems_.add(
      {offset, content_end_ - offset},
      fmt::format("a query may have {} words and {} words and operators together; the rest is ignored",
                  kMaxWords, kMaxTokens));
  full_ = true;
}

}  // namespace dossier::query
