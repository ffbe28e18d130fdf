#include "dossier/query/compiler.h"

#include <algorithm>
#include <map>
#include <variant>

#include "dossier/core/utf8.h"
#include "filter_compiler.h"
#include "text_compiler.h"
#include "vocabulary.h"

namespace dossier {
namespace {

using Xapian::Query;

constexpr std::ptrdiff_t kProseWords = 20;    // nobody types so many, function words counted
constexpr std::ptrdiff_t kQuestionWords = 4;  // so many and a question mark are a question
// What a quotation in such a text counts for beside a word: docs/decisions/0005-ranking.md.
constexpr double kQuotationWeight = 4;

Query join(Query::op op, const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries[0] : Query(op, queries.begin(), queries.end());
}

// Conjunction of parts, and what they leave to be marked.
class Conjunction {
 public:
  void add(Part part) {
    matches_.push_back(std::move(part.match));
    ranks_.push_back(std::move(part.rank));
    patterns_.push_back(std::move(part.pattern));
    std::move(part.pieces.begin(), part.pieces.end(), std::back_inserter(pieces_));
  }
  bool empty() const noexcept { return matches_.empty(); }
  std::size_t size() const noexcept { return matches_.size(); }

  // Of what may be missing, words of compounds do as well.
  Part any() const {
    Conjunction loose = *this;
    for (const Part& piece : pieces_) loose.add(piece);
    return loose.combine(Query::OP_OR);
  }

  Part combine(Query::op op) const {
    return {join(op, matches_),
            join(op, ranks_),
            {.kind = op == Query::OP_AND ? Pattern::Kind::all : Pattern::Kind::any, .children = patterns_}};
  }

 private:
  std::vector<Query> matches_, ranks_;
  std::vector<Pattern> patterns_;
  std::vector<Part> pieces_;
};

Part everything() {
  return {Query::MatchAll, Query(Query::OP_SCALE_WEIGHT, Query::MatchAll, 0), {}};
}

// `part` without what `excluded` matches.
Part without(Part part, const Conjunction& excluded) {
  if (excluded.empty()) return part;
  const Query none = excluded.combine(Query::OP_OR).match;
  return {Query(Query::OP_AND_NOT, part.match, none), Query(Query::OP_AND_NOT, part.rank, none),
          std::move(part.pattern)};
}

bool ends_with_question_mark(std::string_view text) {
  const std::string_view trimmed = trim(text);
  return trimmed.ends_with("?") || trimmed.ends_with("\u061F") || trimmed.ends_with("\uFF1F");
}

class Compilation {
 public:
  Compilation(const IndexReader& reader, Analyzer& analyzer, const CompilerOptions& options,
              CompiledQuery& out)
      : reader_(reader),
        analyzer_(analyzer),
        out_(out),
        vocabulary_(reader, analyzer),
        compounds_(reader, analyzer),
        names_(reader, analyzer, vocabulary_),
        text_({vocabulary_, compounds_, options.other_names ? &names_ : nullptr}, analyzer, options.weights,
              out) {}

  void run(const ParsedQuery& query) {
    if (query.root.empty()) {
      out_.all = {Query::MatchNothing, Query::MatchNothing};
      return;
    }
    const Node& root = query.root[0];
    is_question_ = ends_with_question_mark(query.text);
    if (const auto* sequence = std::get_if<SequenceNode>(&root.value)) {
      compile_top(*sequence);
      return;
    }
    if (const auto* conjunction = std::get_if<AndNode>(&root.value)) {
      SequenceNode required;
      for (const Node& operand : conjunction->operands) required.items.push_back({Occur::required, operand});
      compile_top(required);
      return;
    }
    SequenceNode single;
    single.items.push_back({Occur::optional, root});
    compile_top(single);
  }

  // A filter for a node that is one by its nature.
  std::optional<Filter> as_filter(const Node& node) {
    if (const auto* keyword = std::get_if<KeywordNode>(&node.value)) {
      return keyword_filter(*keyword, node.span, reader_, analyzer_, out_.problems);
    }
    if (const auto* date = std::get_if<DateNode>(&node.value)) return date_filter(*date);
    return std::nullopt;
  }

  std::optional<Part> part(const Node& node, std::optional<Field> field) {
    return std::visit([&](const auto& value) { return compile(value, node, field); }, node.value);
  }

 private:
  // What stands side by side at the top: words that may be missing, what binds, filters.
  void compile_top(const SequenceNode& sequence) {
    const bool prose = is_prose(sequence);
    Conjunction words, bound, excluded;
    std::vector<const Node*> function_words;
    const std::map<const Node*, std::vector<OtherName>> joined = joined_names(sequence);
    for (const SequenceNode::Item& item : sequence.items) {
      if (item.occur == Occur::excluded) {
        if (auto compiled = excluded_part(item.node, std::nullopt)) excluded.add(std::move(*compiled));
        continue;
      }
      if (auto filter = as_filter(item.node)) {
        out_.filters.push_back(std::move(*filter));
        continue;
      }
      const auto* word = std::get_if<WordNode>(&item.node.value);
      if (word == nullptr || item.occur == Occur::required) {
        const bool quotation =
            prose && item.occur == Occur::optional && std::holds_alternative<PhraseNode>(item.node.value);
        if (auto compiled = part(item.node, std::nullopt)) {
          if (quotation) compiled->rank = Query(Query::OP_SCALE_WEIGHT, compiled->rank, kQuotationWeight);
          (quotation ? words : bound).add(std::move(*compiled));
        }
        if (quotation) add_quoted(std::get<PhraseNode>(item.node.value), item.node.span, words);
      } else if (text_.is_function_word(*word)) {
        function_words.push_back(&item.node);
      } else {
        const auto names = joined.find(&item.node);
        add_words(*word, item.node.span, words,
                  names == joined.end() ? std::vector<OtherName>{} : names->second);
      }
    }
    // Function words are passed over: rare question words would weigh like names. A query of nothing else
    // means them.
    if (words.empty() && bound.empty()) {
      for (const Node* node : function_words) add_words(std::get<WordNode>(node->value), node->span, words);
    }
    finish_top(words, bound, excluded);
  }

  // A question, or a text that was pasted: what it quotes need not be found.
  bool is_prose(const SequenceNode& sequence) const {
    const auto words = std::count_if(sequence.items.begin(), sequence.items.end(), [](const auto& item) {
      return std::holds_alternative<WordNode>(item.node.value);
    });
    return words > kProseWords || (is_question_ && words >= kQuestionWords);
  }

  void add_quoted(const PhraseNode& phrase, const Span& span, Conjunction& words) {
    for (const WordNode& word : phrase.words) {
      if (!text_.is_function_word(word)) add_words(word, span, words);
    }
  }

  // By the words that stand side by side, nothing between them.
  std::map<const Node*, std::vector<OtherName>> joined_names(const SequenceNode& sequence) {
    std::map<const Node*, std::vector<OtherName>> joined;
    std::vector<const Node*> nodes;
    std::vector<const WordNode*> run;
    const auto take = [&] {
      auto names = run.size() > 1 ? text_.joined_names(run) : std::vector<std::vector<OtherName>>();
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].empty()) joined.emplace(nodes[i], std::move(names[i]));
      }
      nodes.clear();
      run.clear();
    };
    for (const SequenceNode::Item& item : sequence.items) {
      const auto* word = std::get_if<WordNode>(&item.node.value);
      if (word == nullptr || item.occur != Occur::optional) {
        take();
        continue;
      }
      nodes.push_back(&item.node);
      run.push_back(word);
    }
    take();
    return joined;
  }

  void add_words(const WordNode& word, const Span& span, Conjunction& words,
                 const std::vector<OtherName>& joined = {}) {
    for (Part& compiled : text_.words(word, span, std::nullopt, joined)) words.add(std::move(compiled));
  }

  void finish_top(const Conjunction& words, const Conjunction& bound, const Conjunction& excluded) {
    Conjunction strict, loose;
    if (!bound.empty()) {
      strict.add(bound.combine(Query::OP_AND));
      loose.add(bound.combine(Query::OP_AND));
    }
    if (!words.empty()) {
      strict.add(words.combine(Query::OP_AND));
      loose.add(words.any());
    }
    if (strict.empty()) {
      // Nothing but exclusions or filters is everything but those; a query of which nothing is left is
      // nothing.
      const bool something = !excluded.empty() || !out_.filters.empty();
      strict.add(something ? everything() : Part{Query::MatchNothing, Query::MatchNothing, {}});
    }
    const Part all = without(strict.combine(Query::OP_AND), excluded);
    out_.all = {all.match, all.rank};
    out_.optional_words = words.size();
    out_.pattern = all.pattern;
    if (words.size() > 1) {
      const Part any = without(loose.combine(Query::OP_AND), excluded);
      out_.any = MatchQuery{any.match, any.rank};
      out_.pattern = any.pattern;  // marks whichever words are there
    }
  }

  // What must not be there is neither marked nor weighed.
  std::optional<Part> excluded_part(const Node& node, std::optional<Field> field) {
    const std::size_t leaves = out_.leaves.size();
    auto compiled = part(node, field);
    out_.leaves.resize(leaves);
    if (compiled) compiled->pattern = {};
    return compiled;
  }

  std::optional<Part> combine(const std::vector<Node>& operands, Query::op op, std::optional<Field> field) {
    Conjunction parts;
    for (const Node& operand : operands) {
      if (auto compiled = part(operand, field)) parts.add(std::move(*compiled));
    }
    if (parts.empty()) return std::nullopt;
    return parts.combine(op);
  }

  std::optional<Part> compile(const WordNode& word, const Node& node, std::optional<Field> field) {
    Conjunction parts;
    for (Part& compiled : text_.words(word, node.span, field)) parts.add(std::move(compiled));
    if (parts.empty()) return std::nullopt;
    return parts.combine(Query::OP_AND);
  }
  std::optional<Part> compile(const PhraseNode& phrase, const Node& node, std::optional<Field> field) {
    return text_.phrase(phrase, node.span, field);
  }
  std::optional<Part> compile(const NearNode& near, const Node&, std::optional<Field> field) {
    return text_.near(near, field);
  }
  std::optional<Part> compile(const AndNode& conjunction, const Node&, std::optional<Field> field) {
    return combine(conjunction.operands, Query::OP_AND, field);
  }
  std::optional<Part> compile(const OrNode& alternatives, const Node&, std::optional<Field> field) {
    return combine(alternatives.operands, Query::OP_OR, field);
  }
  std::optional<Part> compile(const NotNode& negation, const Node&, std::optional<Field> field) {
    Conjunction excluded;
    if (auto compiled = excluded_part(negation.operand.at(0), field)) excluded.add(std::move(*compiled));
    return without(everything(), excluded);
  }
  // Inside brackets or a field, what stands side by side must all be there.
  std::optional<Part> compile(const SequenceNode& sequence, const Node&, std::optional<Field> field) {
    Conjunction bound, excluded;
    const bool has_content = std::any_of(
        sequence.items.begin(), sequence.items.end(),
        [&](const SequenceNode::Item& item) { return item.occur != Occur::excluded && !is_spare(item); });
    for (const SequenceNode::Item& item : sequence.items) {
      if (has_content && is_spare(item)) continue;
      const bool is_excluded = item.occur == Occur::excluded;
      auto compiled = is_excluded ? excluded_part(item.node, field) : part(item.node, field);
      if (compiled) (is_excluded ? excluded : bound).add(std::move(*compiled));
    }
    if (bound.empty() && excluded.empty()) return std::nullopt;
    if (bound.empty()) bound.add(everything());
    return without(bound.combine(Query::OP_AND), excluded);
  }
  bool is_spare(const SequenceNode::Item& item) {
    const auto* word = std::get_if<WordNode>(&item.node.value);
    return word != nullptr && item.occur == Occur::optional && text_.is_function_word(*word);
  }
  std::optional<Part> compile(const FieldNode& named, const Node&, std::optional<Field>) {
    return part(named.operand.at(0), named.field);
  }
  std::optional<Part> compile(const KeywordNode&, const Node& node, std::optional<Field>) {
    return filter_part(node);
  }
  std::optional<Part> compile(const DateNode&, const Node& node, std::optional<Field>) {
    return filter_part(node);
  }
  std::optional<Part> compile(const EverythingNode&, const Node&, std::optional<Field>) {
    return everything();
  }

  std::optional<Part> filter_part(const Node& node) {
    const auto filter = as_filter(node);
    if (!filter) return std::nullopt;
    return Part{filter->query, Query(Query::OP_SCALE_WEIGHT, filter->query, 0), {}};
  }

  const IndexReader& reader_;
  Analyzer& analyzer_;
  CompiledQuery& out_;
  Vocabulary vocabulary_;
  Compounds compounds_;
  OtherNames names_;
  TextCompiler text_;
  bool is_question_ = false;
};

}  // namespace

QueryCompiler::QueryCompiler(const IndexReader& reader, Analyzer& analyzer, const CompilerOptions& options)
    : reader_(reader), analyzer_(analyzer), options_(options) {}

CompiledQuery QueryCompiler::compile(const ParsedQuery& query) {
  CompiledQuery out;
  Compilation(reader_, analyzer_, options_, out).run(query);
  return out;
}

void QueryCompiler::add_filters(const std::vector<ParsedQuery>& filters, CompiledQuery& out) {
  Compilation compilation(reader_, analyzer_, options_, out);
  std::map<FilterSubject, std::vector<Query>> alternatives;
  for (const ParsedQuery& parsed : filters) {
    if (parsed.root.empty()) continue;
    const Node& node = parsed.root[0];
    const std::size_t known = out.problems.size();
    if (auto filter = compilation.as_filter(node)) {
      // A document has one source, language and type: asking for two means either. Dates narrow each other.
      if (std::holds_alternative<KeywordNode>(node.value)) {
        alternatives[filter->subject].push_back(filter->query);
      } else {
        out.filters.push_back(std::move(*filter));
      }
    } else if (auto part = compilation.part(node, std::nullopt)) {
      out.filters.push_back({FilterSubject::other, part->match, {}});
    }
    for (std::size_t i = known; i < out.problems.size(); ++i) out.problems[i].filter = parsed.text;
  }
  for (const auto& [subject, queries] : alternatives)
    out.filters.push_back({subject, join(Query::OP_OR, queries), {}});
}

Xapian::Query with_filters(const Query& query, const std::vector<Filter>& filters,
                           std::optional<FilterSubject> left_out) {
  std::vector<Query> binding;
  for (const Filter& filter : filters) {
    if (filter.subject != left_out) binding.push_back(filter.query);
  }
  if (binding.empty()) return query;
  return Query(Query::OP_FILTER, query, join(Query::OP_AND, binding));
}

}  // namespace dossier
