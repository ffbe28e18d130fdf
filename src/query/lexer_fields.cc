// The lexer's part that knows operators in words and names before colons.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "dossier/core/utf8.h"
#include "lexer.h"

namespace dossier::query {
namespace {

constexpr std::uint32_t kDefaultDistance = 5;
constexpr std::uint32_t kMaxDistance = 1000;

}  // namespace

bool Lexer::read_operator(const ReadWord& read, Span span) {
  const std::string_view word = read.word.text;
  if (word == "AND") return push(TokenKind::conjunction, span), true;
  if (word == "OR") return push(TokenKind::disjunction, span), true;
  if (word == "NOT") return push(TokenKind::negation, span), true;
  return read_proximity(word, span);
}

// NEAR, NEAR/5, NEAR5, w/5, pre/5. Words like w/o, which have no number, stay words.
bool Lexer::read_proximity(std::string_view word, Span span) {
  std::string_view number;
  bool ordered = false;
  const std::size_t slash = word.find('/');
  const bool near = word.starts_with("NEAR");
  if (slash != std::string_view::npos) {
    const std::string name = ascii_lower(word.substr(0, slash));
    if (name != "near" && name != "w" && name != "pre") return false;
    ordered = name == "pre";
    number = word.substr(slash + 1);
  } else if (near) {
    number = word.substr(4);
  } else {
    return false;
  }
  const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits && !(near && slash == 4)) return false;

  std::uint32_t distance = kDefaultDistance;
  if (!number.empty()) {
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), distance);
    if (!digits) {
      distance = kDefaultDistance;
      problems_.add(span, fmt::format("{} is no number of words; taken as {}", number, distance));
    } else if (error != std::errc{} || distance < 1 || distance > kMaxDistance) {
      distance = error == std::errc{} && distance < 1 ? 1 : kMaxDistance;
      problems_.add(span,
                    fmt::format("the distance goes from 1 to {} words; taken as {}", kMaxDistance, distance));
    }
  }
  push(TokenKind::near, span);
  if (full_) return true;
  tokens_.back().distance = distance;
  tokens_.back().ordered = ordered;
  return true;
}

// NAME: at the beginning of a word. Known names are fields; others get a problem, unless the colon belongs to
// something else that people write: http://..., C:\..., 10:30, std::string, "Kosovo: a history".
bool Lexer::read_field() {
  std::size_t colon = pos_;
  while (is_ascii_letter(peek(colon))) ++colon;
  if (colon == pos_ || peek(colon) != ':') return false;
  const std::string_view name = text_.substr(pos_, colon - pos_);
  const Span span{pos_, colon + 1 - pos_};
  if (const FieldEntry* entry = find_field(name)) {
    if (is_text_field(*entry)) {
      push(TokenKind::field, span);
      if (!full_) tokens_.back().field = std::get<Field>(entry->field);
    } else {
      read_field_value(*entry, colon + 1);
    }
    return true;
  }
  const char32_t behind = peek(colon + 1);
  if (name.size() < 2 || is_break(behind) || is_close_bracket(behind) || behind == '/' || behind == '\\' ||
      behind == ':' || is_operator_word(name)) {
    return false;
  }
  problems_.add(span, fmt::format("there is no field {}: (the fields are {}); taken as plain words", name,
                                  field_names()));
  if (!count_word(pos_)) return true;
  const WordForm form = options_.exact ? WordForm::exact : WordForm::stemmed;
  push_leaf(WordNode{std::string(name), form}, {pos_, name.size()});
  if (full_) return true;
  tokens_.back().joined = true;
  skip_to(colon + 1);
  return true;
}

void Lexer::read_field_value(const FieldEntry& entry, std::size_t start) {
  const Span name{pos_, start - pos_};
  const std::size_t value = skip_breaks(start);
  const std::string_view word = text_.substr(value, run_end(value) - value);
  if (value >= content_end_ || is_close_bracket(peek(value)) || (value > start && is_operator_word(word))) {
    problems_.add(name, fmt::format("no value stands behind {}:; ignored", entry.name));
    return push(TokenKind::nothing, name);
  }
  if (!is_open_bracket(peek(value))) return read_value(entry, value);
  const std::size_t field_start = std::exchange(pos_, value);
  read_open(true);
  if (full_ || excess_depth_ > 0) return;
  tokens_.back().span = {field_start, value + 1 - field_start};
  values_ = ValueGroup{&entry, open_.size()};
}

// The end of a date that goes on behind spaces: 2013 .. 2017. Else `end`.
std::size_t Lexer::range_end(std::size_t end) const noexcept {
  const std::size_t dots = skip_breaks(end);
  if (!text_.substr(dots).starts_with("..")) return end;
  std::size_t behind = dots;
  while (peek(behind) == '.') ++behind;
  const std::size_t last = skip_breaks(behind);
  return is_digit(peek(last)) ? run_end(last) : behind;
}

// One value, in quotes or up to the next break. Brackets may stand in it in pairs: path:report(1).pdf.
void Lexer::read_value(const FieldEntry& entry, std::size_t start) {
  const std::size_t token_start = pos_;
  const bool is_date = std::holds_alternative<DateField>(entry.field);
  const bool marked = peek(start) == '=';
  const std::size_t from = start + (marked ? 1 : 0);
  if (quote_kind(peek(from)) != QuoteKind::none) {
    const Quoted found = quoted(from);
    const Span span{token_start, found.next - token_start};
    if (!count_word(token_start)) return;
    std::string value = join_by_spaces(text_.substr(found.begin, found.end - found.begin));
    if (is_date && marked) value.insert(0, 1, '=');
    std::optional<Node> node = make_value(entry, value, span);
    push(node ? TokenKind::operand : TokenKind::nothing, span);
    if (!full_) tokens_.back().node = std::move(node);
    return;
  }
  std::size_t end = from;
  std::size_t depth = 0;
  for (; end < text_.size(); end = decode_utf8(text_, end).next) {
    const char32_t c = peek(end);
    if (is_break(c) || quote_kind(c) != QuoteKind::none || (is_close_bracket(c) && depth == 0)) break;
    if (is_open_bracket(c)) {
      if (is_date) break;
      ++depth;
    }
    if (is_close_bracket(c)) --depth;
  }
  if (is_date) end = range_end(end);
  const std::size_t run_stop = end;
  while (end > from && (text_[end - 1] == ',' || text_[end - 1] == ';')) --end;
  const Span span{token_start, end - token_start};
  const std::string_view value = text_.substr(from, end - from);
  if (values_) {
    const ReadWord read{{std::string(value), WordForm::stemmed}, value.size()};
    if (is_operator_word(value) && value != "NEAR") {
      read_operator(read, span);
      if (!full_) pos_ = run_stop;
      return;
    }
  }
  if (!count_word(token_start)) return;
  std::optional<Node> node = make_value(entry, is_date ? text_.substr(start, end - start) : value, span);
  push(node ? TokenKind::operand : TokenKind::nothing, span);
  if (full_) return;
  tokens_.back().node = std::move(node);
  pos_ = run_stop;
}

std::optional<Node> Lexer::make_value(const FieldEntry& entry, std::string_view value, Span span) {
  if (const DateField* field = std::get_if<DateField>(&entry.field)) {
    std::string why;
    std::optional<DateNode> date = parse_date_range(value, *field, &why);
    if (!why.empty()) problems_.add(span, date ? why : why + "; the filter is dropped");
    if (!date) return std::nullopt;
    return Node{std::move(*date), span};
  }
  if (value.empty()) {
    problems_.add(span, fmt::format("no value stands behind {}:; ignored", entry.name));
    return std::nullopt;
  }
  return Node{KeywordNode{std::get<Field>(entry.field), std::string(value)}, span};
}

}  // namespace dossier::query
