// The two ways in: what was typed as a query, and FIELD:VALUE as in --where.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"
#include "dossier/text/function_words.h"
#include "lexer.h"
#include "parser.h"

namespace dossier {
namespace query {
namespace {

std::string repaired(std::string_view text, Problems& problems) {
  std::size_t count = 0;
  std::string valid = repair_utf8(text, &count);
  if (count > 0) {
    const auto differs = std::mismatch(valid.begin(), valid.end(), text.begin(), text.end()).first;
    auto place = static_cast<std::size_t>(differs - valid.begin());
    while (!is_code_point_boundary(valid, place)) --place;  // what is wrong may begin like U+FFFD
    problems.add({place, 3}, fmt::format("this is not valid UTF-8 ({} such {}); read as U+FFFD", count,
                                         count == 1 ? "place" : "places"));
  }
  return valid;
}

// The node of FIELD:VALUE, the value being all of text behind `start`.
std::optional<Node> filter_value(std::string_view text, const FieldEntry& entry, std::size_t start,
                                 Problems& problems) {
  Lexer lexer(text, {}, problems);
  const Span span{0, text.size()};
  std::string value = join_by_spaces(text.substr(start));
  const bool quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  if (!is_text_field(entry))
    return lexer.make_value(entry, quoted ? value.substr(1, value.size() - 2) : value, span);
  const bool exact = trim(text.substr(start)).starts_with("=\"");
  std::vector<WordNode> words = lexer.phrase_words(start, text.size(), exact);
  if (words.empty()) {
    problems.add(span, fmt::format("no word stands behind {}:; the filter is dropped", entry.name));
    return std::nullopt;
  }
  Node operand =
      words.size() == 1 ? Node{std::move(words.front()), span} : Node{PhraseNode{std::move(words)}, span};
  FieldNode field{.field = std::get<Field>(entry.field), .operand = {}};
  field.operand.push_back(std::move(operand));
  return Node{std::move(field), span};
}

// A sentence in capitals, as telegrams and old collections have them: there AND and OR are words like any
// other, and capitals tell no name from a pronoun. Its articles and prepositions give it away; NATO AND KFOR
// AND OSCE has none.
bool is_shouted(std::string_view text) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_sign = [](char c) { return c == '"' || c == ':' || c == '*' || c == '+' || c == '='; };
  if (std::any_of(text.begin(), text.end(), is_small) || std::any_of(text.begin(), text.end(), is_sign))
    return false;
  constexpr std::size_t kSentence = 5;  // words
  std::size_t words = 0;
  bool has_function_word = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    std::string_view word = text.substr(i, end - i);
    words += !word.empty();
    // Prose has no operators in its brackets.
    bracketed = (bracketed || word.starts_with('(')) && word.find(')') == std::string_view::npos;
    word.remove_prefix(std::min(word.find_first_not_of('('), word.size()));
    if (is_operator_word(word) && bracketed) return false;
    const bool acronym = word == "WHO" || word == "US" || word == "IT";
    has_function_word |= !acronym && !is_operator_word(word) && is_function_word(ascii_lower(word));
    i = end + 1;
  }
  return words >= kSentence && has_function_word;
}

}  // namespace
}  // namespace query

ParsedQuery parse_query(std::string_view text, const ParseOptions& options) {
  query::Problems problems;
  ParsedQuery parsed;
  parsed.text = query::repaired(text, problems);
  const std::string text_to_read = query::is_shouted(parsed.text) ? ascii_lower(parsed.text) : parsed.text;
  std::vector<query::Token> tokens = query::Lexer(text_to_read, options, problems).run();
  if (auto root = query::parse_tokens(text_to_read, std::move(tokens), problems)) {
    parsed.root.push_back(std::move(*root));
  } else if (problems.empty() && !query::join_by_spaces(parsed.text).empty()) {
    problems.add({0, parsed.text.size()}, "there is no word to look for here");
  }
  parsed.problems = problems.take();
  return parsed;
}

ParsedQuery parse_filter(std::string_view text) {
  query::Problems problems;
  ParsedQuery parsed;
  parsed.text = query::repaired(text, problems);
  const std::string_view typed = parsed.text;
  const std::size_t colon = typed.find(':');
  const std::string_view name = trim(typed.substr(0, colon));
  const query::FieldEntry* entry = colon == std::string_view::npos ? nullptr : query::find_field(name);
  if (entry == nullptr) {
    const Span span{0, std::min(colon, typed.size())};
    problems.add(span, colon == std::string_view::npos
                           ? fmt::format("a filter is FIELD:VALUE, the fields are {}", query::field_names())
                           : fmt::format("there is no field {}: (the fields are {}); the filter is dropped",
                                         name, query::field_names()));
  } else if (auto node = query::filter_value(typed, *entry, colon + 1, problems)) {
    parsed.root.push_back(std::move(*node));
  }
  parsed.problems = problems.take();
  return parsed;
}

}  // namespace dossier
