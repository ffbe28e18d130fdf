#include <fmt/format.h>

#include "dossier/query/tree.h"

namespace dossier {
namespace {

struct TreePrinter {
  std::string out;

  void print(const Node& node) {
    std::visit([this](const auto& value) { print(value); }, node.value);
  }

  void print(const WordNode& word) {
    if (word.form == WordForm::exact) out += '=';
    out += word.text;
    if (word.form == WordForm::prefix) out += '*';
    if (word.form == WordForm::fuzzy) out += '~';
  }

  void print(const PhraseNode& phrase) {
    out += '"';
    for (const WordNode& word : phrase.words) {
      if (&word != &phrase.words.front()) out += ' ';
      print(word);
    }
    out += '"';
  }

  void print(const NearNode& near) {
    list(fmt::format("{}/{}", near.ordered ? "pre" : "near", near.distance), near.operands);
  }
  void print(const AndNode& node) { list("and", node.operands); }
  void print(const OrNode& node) { list("or", node.operands); }
  void print(const NotNode& node) { list("not", node.operand); }
  void print(const FieldNode& node) { list(field_name(node.field), node.operand); }

  void print(const SequenceNode& sequence) {
    out += "(seq";
    for (const auto& [occur, node] : sequence.items) {
      out += occur == Occur::optional ? " " : occur == Occur::required ? " +" : " -";
      print(node);
    }
    out += ')';
  }

  void print(const KeywordNode& node) {
    out += fmt::format("({} \"{}\")", field_name(node.field), node.value);
  }

  void print(const DateNode& node) {
    if (node.none) {
      out += fmt::format("({} none)", date_field_name(node.field));
      return;
    }
    const auto [first, last] = node.days;
    const bool from_ever = first == all_days().first;
    const bool for_ever = last == all_days().last && !from_ever;
    out += fmt::format("({} {}", date_field_name(node.field), node.within ? "=" : "");
    if (!from_ever || last == all_days().last) out += format_day(first);
    if (first != last) out += "..";
    if (first != last && !for_ever) out += format_day(last);
    out += ')';
  }

  void print(const EverythingNode&) { out += '*'; }

  void list(std::string_view name, const std::vector<Node>& operands) {
    out += '(';
    out += name;
    for (const Node& operand : operands) {
      out += ' ';
      print(operand);
    }
    out += ')';
  }
};

}  // namespace

std::string print_tree(const Node& node) {
  TreePrinter printer;
  printer.print(node);
  return std::move(printer.out);
}

std::string print_tree(const ParsedQuery& query) {
  return query.root.empty() ? "()" : print_tree(query.root.front());
}

}  // namespace dossier
