// The query tree: what somebody typed, as values. Made by parse_query (parser.h), printed by print_tree and
// describe, compiled to the index's terms by search. Knows no Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dossier/core/calendar.h"

namespace dossier {

// A stretch of the query as typed, in bytes.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// Fields that may be asked for by name. Text fields hold words, keyword fields whole values.
enum class Field : std::uint8_t { title, author, source, language, type, path };

// Which date of a document or passage a range is about.
enum class DateField : std::uint8_t { published, mentioned, either };

struct Node;

// How a written word is to be met.
enum class WordForm : std::uint8_t {
  stemmed,  // kosovo: any inflection, accents and case folded
  exact,    // =Vučić: the written form, case folded, accents kept
  prefix,   // secess*: any ending
  fuzzy,    // Kurti~: one edit away, two from eight letters on
};

// One word as typed (may analyse into several tokens: "S/RES/1244").
struct WordNode {
  std::string text;  // without its operators (=, *, ~)
  WordForm form = WordForm::stemmed;
};

// Words next to each other in this order. A word may be a prefix: "security counc*".
struct PhraseNode {
  std::vector<WordNode> words;  // at least one
};

// Operands (words, phrases, or alternatives of them) at most `distance` words apart: "a NEAR/1 b" are
// neighbours.
struct NearNode {
  std::vector<Node> operands;  // at least two
  std::uint32_t distance = 5;
  bool ordered = false;  // pre/n
};

struct AndNode {
  std::vector<Node> operands;
};
struct OrNode {
  std::vector<Node> operands;
};
struct NotNode {
  std::vector<Node> operand;
};  // exactly one

enum class Occur : std::uint8_t { optional, required, excluded };  // word, +word, -word

// Things side by side without an operator: how many of the optional ones must match is the match mode's
// business.
struct SequenceNode {
  struct Item;
  std::vector<Item> items;
};

// title:..., author:...: the words of `operand` (exactly one) are looked for in that field alone.
struct FieldNode {
  Field field = Field::title;
  std::vector<Node> operand;
};

// source:, lang:, type:, path: a value, "*" standing for anything.
struct KeywordNode {
  Field field = Field::source;
  std::string value;
};

// published:2013..2017. `within`: the whole date must lie inside (published:=2013), else an overlap is
// enough. `none`: there must be no date at all (published:none), and `days` is all of time.
struct DateNode {
  DateField field = DateField::published;
  DayInterval days;
  bool within = false;
  bool none = false;
};

// "*" alone: every passage.
struct EverythingNode {};

struct Node {
  using Value = std::variant<WordNode, PhraseNode, NearNode, AndNode, OrNode, NotNode, SequenceNode,
                             FieldNode, KeywordNode, DateNode, EverythingNode>;
  Value value;
  Span span;
};

struct SequenceNode::Item {
  Occur occur = Occur::optional;
  Node node;
};

// Something in the query that was not understood, and where. The query is answered without it, or with it
// taken as plain words, as `message` says.
struct Problem {
  Span span;
  std::string message;
  std::string filter = {};  // what the span lies in, where that is a filter given apart and not the query
  friend bool operator==(const Problem&, const Problem&) = default;
};

struct ParsedQuery {
  std::string text;               // as typed, made valid UTF-8
  std::vector<Node> root;         // one, or none for an empty query
  std::vector<Problem> problems;  // in the order of their place
};

// The tree as one line for tests and `explain`: (seq kosovo +resolution -"lip service").
std::string print_tree(const ParsedQuery& query);
std::string print_tree(const Node& node);

std::string_view field_name(Field field) noexcept;           // as typed in a query: "lang"
std::string_view date_field_name(DateField field) noexcept;  // "published", "mentioned", "date"

}  // namespace dossier
