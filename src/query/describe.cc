#include "dossier/query/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "characters.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// How tightly a piece of text holds together; one looser than its place asks for goes in brackets.
enum class Tightness { disjunction, conjunction, negation, proximity, primary };

struct Piece {
  std::string text;
  Tightness tightness = Tightness::primary;
};

std::string bracketed(Piece piece, Tightness least) {
  return piece.tightness >= least ? std::move(piece.text) : "(" + piece.text + ")";
}

Piece join_pieces(std::vector<Piece> pieces, std::string_view op, Tightness tightness) {
  if (pieces.size() == 1) return std::move(pieces.front());
  std::string out;
  for (Piece& piece : pieces) {
    if (!out.empty()) out += op;
    out += bracketed(std::move(piece), tightness);
  }
  return {std::move(out), tightness};
}

Piece negated(Piece piece) {
  return {"NOT " + bracketed(std::move(piece), Tightness::proximity), Tightness::negation};
}

// A day as the shortest date that begins (or ends) with it.
std::string end_of_range(Day day, bool first) {
  for (const CalendarUnit unit : {CalendarUnit::year, CalendarUnit::month}) {
    const DayInterval days = unit_interval(unit, day);
    if ((first ? days.first : days.last) == day) return format_unit(unit, day);
  }
  return format_day(day);
}

std::string describe_days(const DayInterval& days) {
  for (const CalendarUnit unit :
       {CalendarUnit::decade, CalendarUnit::year, CalendarUnit::month, CalendarUnit::day}) {
    // The decade of the years 1 to 9 begins with a year 0 that cannot be written.
    if (days.first >= year_interval(10).first || unit != CalendarUnit::decade) {
      if (unit_interval(unit, days.first) == days) return format_unit(unit, days.first);
    }
  }
  const bool open_first = days.first == all_days().first;
  const bool open_last = days.last == all_days().last && !open_first;
  return fmt::format("{}..{}",
                     open_first && days.last != all_days().last ? "" : end_of_range(days.first, true),
                     open_last ? "" : end_of_range(days.last, false));
}

// In quotes unless it is plain ASCII that reads back as itself.
std::string describe_value(std::string_view value) {
  const auto safe = [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return query::is_ascii_letter(u) || query::is_digit(u) || c == '.' || c == '_' || c == '/' || c == '-' ||
           c == '*';
  };
  if (!value.empty() && std::all_of(value.begin(), value.end(), safe)) return std::string(value);
  bool has_double_quote = false;
  std::string without_quotes;
  for (std::size_t i = 0; i < value.size();) {
    const auto [c, next] = decode_utf8(value, i);
    const bool is_double = query::quote_kind(c) == query::QuoteKind::double_quote;
    has_double_quote = has_double_quote || is_double;
    without_quotes +=
        query::quote_kind(c) == query::QuoteKind::none || is_double ? value.substr(i, next - i) : " ";
    i = next;
  }
  return has_double_quote ? "«" + without_quotes + "»" : fmt::format("\"{}\"", value);
}

class Describer {
 public:
  explicit Describer(const WordPredicate& is_optional) : is_optional_(is_optional) {}

  Piece piece(const Node& node) const {
    return std::visit([this](const auto& value) { return piece(value); }, node.value);
  }

  // `any`: one of the plain words is enough.
  Piece sequence(const SequenceNode& node, bool any) const {
    const auto excluded = [](const auto& item) { return item.occur == Occur::excluded; };
    const bool all_optional = std::all_of(node.items.begin(), node.items.end(), [&](const auto& item) {
      return excluded(item) || may_be_missing(item);
    });
    const bool only_exclusions =
        std::any_of(node.items.begin(), node.items.end(), excluded) &&
        std::all_of(node.items.begin(), node.items.end(), [&](const auto& item) {
          return excluded(item) || std::holds_alternative<EverythingNode>(item.node.value);
        });
    std::vector<Piece> words;
    std::vector<Piece> parts;
    std::size_t words_at = 0;  // the alternatives stand where the first of them stood
    for (const SequenceNode::Item& item : node.items) {
      if (only_exclusions && !excluded(item)) continue;  // "* NOT a" is "NOT a"
      if (!all_optional && may_be_missing(item)) continue;
      if (any && item.occur == Occur::optional && !always_binds(item.node)) {
        if (words.empty()) words_at = parts.size();
        words.push_back(piece(item.node));
      } else {
        parts.push_back(excluded(item) ? negated(piece(item.node)) : piece(item.node));
      }
    }
    if (!words.empty()) {
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(words_at),
                   join_pieces(std::move(words), " OR ", Tightness::disjunction));
    }
    return join_pieces(std::move(parts), " AND ", Tightness::conjunction);
  }

 private:
  bool may_be_missing(const SequenceNode::Item& item) const {
    const auto* word = std::get_if<WordNode>(&item.node.value);
    return word != nullptr && item.occur == Occur::optional && is_optional_ && is_optional_(*word);
  }

  // Words and phrases are written in a query as the tree prints them, but for what would read as a field.
  Piece piece(const WordNode& word) const {
    const bool has_sign = word.form == WordForm::prefix || word.form == WordForm::fuzzy;
    const bool guarded = has_sign && word.text.find(':') != std::string::npos;
    return {(guarded ? "=" : "") + print_tree(Node{word, {}}), Tightness::primary};
  }
  Piece piece(const PhraseNode& phrase) const { return {print_tree(Node{phrase, {}}), Tightness::primary}; }

  Piece piece(const NearNode& near) const {
    const std::string op = fmt::format(" {}/{} ", near.ordered ? "pre" : "NEAR", near.distance);
    std::string out;
    for (const Node& operand : near.operands) {
      if (!out.empty()) out += op;
      out += bracketed(piece(operand), Tightness::primary);
    }
    return {std::move(out), Tightness::proximity};
  }

  Piece piece(const AndNode& node) const {
    return join_pieces(pieces(node.operands), " AND ", Tightness::conjunction);
  }
  Piece piece(const OrNode& node) const {
    return join_pieces(pieces(node.operands), " OR ", Tightness::disjunction);
  }
  Piece piece(const NotNode& node) const { return negated(piece(node.operand.front())); }
  Piece piece(const SequenceNode& node) const { return sequence(node, false); }

  Piece piece(const FieldNode& node) const {
    const Node& operand = node.operand.front();
    const bool plain =
        std::holds_alternative<WordNode>(operand.value) || std::holds_alternative<PhraseNode>(operand.value);
    std::string inside = piece(operand).text;
    if (!plain) inside = "(" + inside + ")";
    return {fmt::format("{}:{}", field_name(node.field), inside), Tightness::primary};
  }

  Piece piece(const KeywordNode& node) const {
    return {fmt::format("{}:{}", field_name(node.field), describe_value(node.value)), Tightness::primary};
  }

  Piece piece(const DateNode& node) const {
    const std::string days = node.none ? "none" : describe_days(node.days);
    return {fmt::format("{}:{}{}", date_field_name(node.field), node.within ? "=" : "", days),
            Tightness::primary};
  }

  Piece piece(const EverythingNode&) const { return {"*", Tightness::primary}; }

  std::vector<Piece> pieces(const std::vector<Node>& nodes) const {
    std::vector<Piece> out;
    for (const Node& node : nodes) out.push_back(piece(node));
    return out;
  }

  const WordPredicate& is_optional_;
};

}  // namespace

bool always_binds(const Node& node) noexcept {
  return !std::holds_alternative<WordNode>(node.value);
}

std::string describe(const ParsedQuery& query, bool all_required, const WordPredicate& is_optional) {
  if (query.root.empty()) return {};
  const Describer describer(is_optional);
  const Node& root = query.root.front();
  if (const auto* sequence = std::get_if<SequenceNode>(&root.value)) {
    return describer.sequence(*sequence, !all_required).text;
  }
  return describer.piece(root).text;
}

}  // namespace dossier
