// Recursive descent over the lexer's tokens. From loosest to tightest: OR, AND, things side by side, the
// prefixes + - NOT, NEAR. Brackets are balanced and at most 100 deep, which bounds the recursion.
#include "parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace dossier::query {
namespace {

// What a rule found. Something may have stood there and been dropped with a problem: then the operator before
// it is not to blame.
struct Parsed {
  std::optional<Node> node;
  bool present = false;
};

template <typename Operands>
Node make_node(std::vector<Node> operands) {
  const Span span = join(operands.front().span, operands.back().span);
  return {Operands{std::move(operands)}, span};
}

// Puts `node` behind `operands`, or its own operands if it is of the same kind: (a AND b) AND c has three.
template <typename Operands>
void append_flat(std::vector<Node>& operands, Node node) {
  if (auto* same = std::get_if<Operands>(&node.value)) {
    std::move(same->operands.begin(), same->operands.end(), std::back_inserter(operands));
  } else {
    operands.push_back(std::move(node));
  }
}

// (* -operand): everything but.
Node everything_but(Node operand) {
  const Span span = operand.span;
  SequenceNode sequence;
  sequence.items.push_back({Occur::optional, {EverythingNode{}, {span.offset, 0}}});
  sequence.items.push_back({Occur::excluded, std::move(operand)});
  return {std::move(sequence), span};
}

bool is_plain(const SequenceNode& sequence) {
  return std::all_of(sequence.items.begin(), sequence.items.end(),
                     [](const SequenceNode::Item& item) { return item.occur == Occur::optional; });
}

bool may_stand_near(const Node& node) {
  if (const auto* alternatives = std::get_if<OrNode>(&node.value)) {
    return std::all_of(alternatives->operands.begin(), alternatives->operands.end(), may_stand_near);
  }
  return std::holds_alternative<WordNode>(node.value) || std::holds_alternative<PhraseNode>(node.value);
}

class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens, Problems& problems)
      : text_(text), tokens_(std::move(tokens)), problems_(problems) {}

  std::optional<Node> run() {
    std::optional<Node> root = disjunction().node;
    if (!root) return root;
    if (auto* negation = std::get_if<NotNode>(&root->value)) {
      return everything_but(Node(std::move(negation->operand.front())));
    }
    return root;
  }

 private:
  const Token& token() const { return tokens_[at_]; }
  TokenKind kind() const { return token().kind; }
  std::string_view typed(const Token& token) const {
    return text_.substr(token.span.offset, token.span.length);
  }

  bool starts_operand() const {
    return kind() == TokenKind::operand || kind() == TokenKind::nothing || kind() == TokenKind::open ||
           kind() == TokenKind::field;
  }
  bool starts_item() const {
    return starts_operand() || kind() == TokenKind::negation || kind() == TokenKind::plus ||
           kind() == TokenKind::minus;
  }

  Parsed disjunction() { return chain<OrNode>(TokenKind::disjunction, &Parser::conjunction); }
  Parsed conjunction() { return chain<AndNode>(TokenKind::conjunction, &Parser::sequence); }

  template <typename Operands>
  Parsed chain(TokenKind op, Parsed (Parser::*operand)()) {
    std::vector<Node> operands;
    Parsed part = (this->*operand)();
    bool present = part.present;
    if (part.node) append_flat<Operands>(operands, std::move(*part.node));
    while (kind() == op) {
      const Token& sign = tokens_[at_++];
      part = (this->*operand)();
      if (!present || !part.present) dangling(sign, present, part.present);
      present = present || part.present;
      if (part.node) append_flat<Operands>(operands, std::move(*part.node));
    }
    if (operands.empty()) return {std::nullopt, present};
    if (operands.size() == 1) return {std::move(operands.front()), true};
    return {make_node<Operands>(std::move(operands)), true};
  }

  void dangling(const Token& op, bool left, bool right) {
    const char* where = left ? "behind" : right ? "before" : "before or behind";
    problems_.add(op.span, fmt::format("nothing stands {} {}; it is ignored", where, typed(op)));
  }

  Parsed sequence() {
    Parsed result;
    SequenceNode found;
    for (;;) {
      if (kind() == TokenKind::near) {
        problems_.add(token().span, fmt::format("nothing stands before {}; it is ignored", typed(token())));
        ++at_;
      } else if (starts_item()) {
        result.present = true;
        item(found);
      } else {
        break;
      }
    }
    result.node = finish(std::move(found));
    return result;
  }

  void item(SequenceNode& out) {
    bool negated = false;
    bool required = false;
    const Token* prefix = nullptr;
    for (; kind() == TokenKind::negation || kind() == TokenKind::plus || kind() == TokenKind::minus; ++at_) {
      if (prefix != nullptr && !binds(*prefix)) break;
      prefix = &token();
      if (kind() == TokenKind::plus) {
        required = true;
      } else {
        negated = !negated;
      }
    }
    if (prefix != nullptr && (!binds(*prefix) || !starts_operand())) {
      problems_.add(prefix->span, fmt::format("nothing stands behind {}; it is ignored", typed(*prefix)));
      return;
    }
    std::optional<Node> node = proximity().node;
    if (!node) return;
    // Brackets around what merely stands side by side say nothing: prose that was pasted in is full of them.
    if (auto* words = std::get_if<SequenceNode>(&node->value);
        words != nullptr && prefix == nullptr && is_plain(*words)) {
      std::move(words->items.begin(), words->items.end(), std::back_inserter(out.items));
      return;
    }
    if (auto* inner = std::get_if<NotNode>(&node->value)) {
      negated = !negated;
      node = Node(std::move(inner->operand.front()));
    }
    const Occur occur = negated ? Occur::excluded : required ? Occur::required : Occur::optional;
    out.items.push_back({occur, std::move(*node)});
  }

  // Signs stick to what they are about; NOT may stand apart.
  bool binds(const Token& prefix) const { return prefix.kind == TokenKind::negation || token().glued; }

  std::optional<Node> finish(SequenceNode found) const {
    std::vector<SequenceNode::Item>& items = found.items;
    if (items.empty()) return std::nullopt;
    const Span span = join(items.front().node.span, items.back().node.span);
    const auto excluded = [](const SequenceNode::Item& item) { return item.occur == Occur::excluded; };
    const auto everything = [](const SequenceNode::Item& item) {
      return item.occur != Occur::excluded && std::holds_alternative<EverythingNode>(item.node.value);
    };
    if (std::any_of(items.begin(), items.end(), excluded) &&
        std::all_of(items.begin(), items.end(),
                    [&](const auto& item) { return excluded(item) || everything(item); })) {
      std::erase_if(items, everything);  // "* -a" is "-a"
    }
    if (items.size() == 1) {
      Node node = std::move(items.front().node);
      if (!excluded(items.front())) return node;
      NotNode negation;
      negation.operand.push_back(std::move(node));
      return Node{std::move(negation), span};
    }
    const auto optional = [](const SequenceNode::Item& item) { return item.occur == Occur::optional; };
    if (alternatives_ && std::all_of(items.begin(), items.end(), optional)) {
      std::vector<Node> operands;
      for (SequenceNode::Item& item : items) append_flat<OrNode>(operands, std::move(item.node));
      return make_node<OrNode>(std::move(operands));
    }
    if (std::all_of(items.begin(), items.end(), excluded)) {
      items.insert(items.begin(), {Occur::optional, {EverythingNode{}, {span.offset, 0}}});
    }
    return Node{std::move(found), span};
  }

  struct Link {
    std::uint32_t distance;
    bool ordered;
    friend bool operator==(const Link&, const Link&) = default;
  };

  Parsed proximity() {
    Parsed first = primary();
    if (kind() != TokenKind::near) return first;
    std::vector<Node> operands;
    std::vector<Link> links;
    if (first.node) operands.push_back(std::move(*first.node));
    Span signs = token().span;
    while (kind() == TokenKind::near) {
      const Token& sign = tokens_[at_++];
      Parsed next = starts_operand() ? primary() : Parsed{};
      if (!next.present) {
        problems_.add(sign.span, fmt::format("{} needs a word, a phrase or (a OR b) behind it; it is ignored",
                                             typed(sign)));
      }
      if (!next.node) continue;
      if (!operands.empty()) {
        links.push_back({sign.distance, sign.ordered});
        signs = links.size() == 1 ? sign.span : signs;
      }
      operands.push_back(std::move(*next.node));
    }
    if (operands.empty()) return {std::nullopt, true};
    if (operands.size() == 1) return {std::move(operands.front()), true};
    return {link(std::move(operands), links, signs), true};
  }

  Node link(std::vector<Node> operands, const std::vector<Link>& links, Span sign) {
    if (!std::all_of(operands.begin(), operands.end(), may_stand_near)) {
      problems_.add(sign,
                    "words, phrases and (a OR b) can stand near each other, nothing else; taken as AND");
      std::vector<Node> flat;
      for (Node& operand : operands) append_flat<AndNode>(flat, std::move(operand));
      return make_node<AndNode>(std::move(flat));
    }
    const auto near = [](std::vector<Node> among, Link how) {
      const Span span = join(among.front().span, among.back().span);
      return Node{NearNode{std::move(among), how.distance, how.ordered}, span};
    };
    if (std::equal(links.begin() + 1, links.end(), links.begin()))
      return near(std::move(operands), links.front());
    // a NEAR/5 b NEAR/3 c: each pair at its own distance.
    std::vector<Node> pairs;
    for (std::size_t i = 0; i < links.size(); ++i)
      pairs.push_back(near({operands[i], operands[i + 1]}, links[i]));
    return make_node<AndNode>(std::move(pairs));
  }

  Parsed primary() {
    switch (kind()) {
      case TokenKind::operand:
        return leaf();
      case TokenKind::nothing:
        ++at_;
        return {std::nullopt, true};
      case TokenKind::open:
        return group();
      case TokenKind::field:
        return field();
      default:
        return {};
    }
  }

  Parsed leaf() {
    Token& first = tokens_[at_++];
    Node node = std::move(*first.node);
    if (in_field_ &&
        (std::holds_alternative<KeywordNode>(node.value) || std::holds_alternative<DateNode>(node.value))) {
      problems_.add(first.span, "a field cannot stand inside another; ignored");
      return {std::nullopt, true};
    }
    if (!first.joined) return {std::move(node), true};
    // An unknown field's name and what was its value.
    SequenceNode words;
    Span span = node.span;
    words.items.push_back({Occur::optional, std::move(node)});
    for (bool more = true; more && starts_operand() && token().glued;) {
      more = token().joined;
      if (more) {
        words.items.push_back({Occur::optional, std::move(*tokens_[at_++].node)});
      } else if (Parsed value = primary(); value.node) {
        words.items.push_back({Occur::optional, std::move(*value.node)});
      }
      span = join(span, words.items.back().node.span);
    }
    if (words.items.size() == 1) return {std::move(words.items.front().node), true};
    return {Node{std::move(words), span}, true};
  }

  Parsed group() {
    const Token& open = tokens_[at_++];
    const bool outer = std::exchange(alternatives_, open.alternatives);
    Parsed inside = disjunction();
    alternatives_ = outer;
    const Token& close = tokens_[at_++];
    const Span span = join(open.span, close.span);
    if (!inside.present) problems_.add(span, "nothing stands between these brackets; ignored");
    if (inside.node) inside.node->span = span;
    inside.present = true;
    return inside;
  }

  Parsed field() {
    const Token& name = tokens_[at_++];
    while (kind() == TokenKind::field) nested(tokens_[at_++]);
    if (in_field_) {
      nested(name);
      return starts_operand() ? primary() : Parsed{std::nullopt, true};
    }
    const bool words =
        kind() == TokenKind::open ||
        (kind() == TokenKind::operand && (std::holds_alternative<WordNode>(token().node->value) ||
                                          std::holds_alternative<PhraseNode>(token().node->value)));
    if (!words) {
      if (kind() == TokenKind::nothing && token().glued) {
        ++at_;
      } else {
        problems_.add(name.span, fmt::format("no word stands behind {}; ignored", typed(name)));
      }
      return {std::nullopt, true};
    }
    in_field_ = true;
    Parsed operand = primary();
    in_field_ = false;
    if (!operand.node) return {std::nullopt, true};
    FieldNode node{.field = name.field, .operand = {}};
    const Span span = join(name.span, operand.node->span);
    node.operand.push_back(std::move(*operand.node));
    return {Node{std::move(node), span}, true};
  }

  void nested(const Token& name) {
    problems_.add(name.span, fmt::format("a field cannot stand inside another; {} is ignored", typed(name)));
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  Problems& problems_;
  std::size_t at_ = 0;
  bool alternatives_ = false;  // between the brackets of lang:(en sr)
  bool in_field_ = false;      // between those of title:(...)
};

}  // namespace

std::optional<Node> parse_tokens(std::string_view text, std::vector<Token> tokens, Problems& problems) {
  return Parser(text, std::move(tokens), problems).run();
}

}  // namespace dossier::query
