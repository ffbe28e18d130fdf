#include "dossier/query/suggestion.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"
#include "other_names.h"
#include "spelling.h"
#include "vocabulary.h"

namespace dossier {
namespace {

constexpr std::uint32_t kFewPassages = 2;  // a word in so many may be a slip of the index's own texts
constexpr std::uint32_t kMuchMore = 20;    // then what was meant must stand in so many times as many
constexpr std::size_t kMostWords = 32;     // of a query; nobody types so many

// A word of the query, and where it stands.
struct Asked {
  Span span;
  std::string text;
};

// The words that may be corrected, in the order of the text.
class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  void visit(const Node& node) {
    std::visit([&](const auto& value) { take(value, node.span); }, node.value);
  }
  const std::vector<Asked>& words() const noexcept { return words_; }

 private:
  void take(const WordNode& word, const Span& span) { add(word, span.offset, span); }
  void take(const PhraseNode& phrase, const Span& span) {
    std::size_t from = span.offset;
    for (const WordNode& word : phrase.words) from = add(word, from, span);
  }
  void take(const NearNode& near, const Span&) { all(near.operands); }
  void take(const AndNode& node, const Span&) { all(node.operands); }
  void take(const OrNode& node, const Span&) { all(node.operands); }
  void take(const FieldNode& node, const Span&) { all(node.operand); }
  void take(const SequenceNode& sequence, const Span&) {
    for (const SequenceNode::Item& item : sequence.items) {
      if (item.occur != Occur::excluded) visit(item.node);
    }
  }
  template <typename Other>
  void take(const Other&, const Span&) {}  // exclusions and what holds no words

  void all(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) visit(node);
  }

  // Gives where to look for the next one.
  std::size_t add(const WordNode& word, std::size_t from, const Span& span) {
    const std::size_t at = text_.find(word.text, from);
    if (at == std::string_view::npos || at >= span.offset + span.length) return from;
    const bool plain = word.form == WordForm::stemmed || word.form == WordForm::exact;
    if (plain && words_.size() < kMostWords) words_.push_back({{at, word.text.size()}, word.text});
    return at + word.text.size();
  }

  std::string_view text_;
  std::vector<Asked> words_;
};

bool is_capital(std::string_view text, std::size_t at) {
  return u_isupper(static_cast<UChar32>(decode_utf8(text, at).code_point)) != 0;
}

// `word` with as many capitals as `typed` has.
std::string in_case_of(std::string_view typed, std::string_view word) {
  const bool first = is_capital(typed, 0);
  const std::size_t second = decode_utf8(typed, 0).next;
  const bool all = first && second < typed.size() && is_capital(typed, second);
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, next] = decode_utf8(word, i);
    const bool capital = all || (first && i == 0);
    append_utf8(out, capital ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))) : c);
    i = next;
  }
  return out;
}

class Suggester {
 public:
  Suggester(const ParsedQuery& query, const IndexReader& reader, Analyzer& analyzer)
      : text_(query.text),
        reader_(reader),
        analyzer_(analyzer),
        vocabulary_(reader, analyzer),
        names_(reader, analyzer, vocabulary_) {
    Collector collector(text_);
    for (const Node& node : query.root) collector.visit(node);
    words_ = collector.words();
  }

  std::optional<std::string> run() {
    std::string out;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Asked& asked = words_[i];
      Span replaced = asked.span;
      std::optional<std::string> better = joined(i);
      if (better)
        replaced.length = words_[i + 1].span.offset + words_[i + 1].span.length - replaced.offset;
      else
        better = corrected(asked.text);
      if (!better) continue;
      out.append(text_, copied, replaced.offset - copied);
      out += in_case_of(asked.text, *better);
      copied = replaced.offset + replaced.length;
      if (replaced.length != asked.span.length) ++i;
    }
    if (copied == 0) return std::nullopt;
    return out.append(text_, copied);
  }

 private:
  // The passages that have the word in any inflection, of the field that has most; no further than to more
  // than `enough`.
  std::uint32_t passages(const std::string& word, std::uint32_t enough = 0xFFFFFFFF) {
    const auto stems = vocabulary_.stems(word);
    std::uint32_t most = 0;
    for (const std::string_view field : schema::prefix::text_fields) {
      std::uint32_t here = 0;
      for (const std::string& stem : stems) {
        here += vocabulary_.passages(std::string(schema::prefix::stem) + std::string(field) + stem);
        if (here > enough) return here;
      }
      most = std::max(most, here);
    }
    return most;
  }

  // The word as the analyzer cuts it, if it is one and of letters alone.
  std::optional<std::string> single(const std::string& text) {
    std::vector<std::string> words;
    analyzer_.analyze(text, "", [&](const Token& token) { words.push_back(token.term->written); });
    if (words.size() != 1) return std::nullopt;
    const bool digits =
        std::any_of(words[0].begin(), words[0].end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::nullopt : std::optional(words[0]);
  }

  std::uint32_t fewest(std::uint32_t found) const { return found == 0 ? 1 : found * kMuchMore; }

  std::optional<std::string> corrected(const std::string& text) {
    const auto word = single(text);
    if (!word || is_function_word(fold_diacritics(*word))) return std::nullopt;
    const std::uint32_t found = passages(*word, kFewPassages);
    if (found > kFewPassages) return std::nullopt;
    // As another spelling of a name it is found already.
    std::uint32_t as_name = 0;
    for (const OtherName& name : names_.of(*word, is_capital(text, 0)))
      as_name += find_listed(reader_.words(), fold_diacritics(name.written)).passages;
    for (Correction& correction : corrections_of(reader_.words(), *word, fewest(found + as_name))) {
      if (correction.slips && names_.is_name(correction.text) && !may_be_slip_of_name(*word, correction.text))
        continue;
      return std::move(correction.text);
    }
    return std::nullopt;
  }

  // The word and its neighbour as one, where they stand side by side and one of them is next to nothing.
  std::optional<std::string> joined(std::size_t i) {
    if (i + 1 >= words_.size()) return std::nullopt;
    const std::size_t end = words_[i].span.offset + words_[i].span.length;
    if (words_[i + 1].span.offset != end + 1 || text_[end] != ' ') return std::nullopt;
    const auto first = single(words_[i].text), second = single(words_[i + 1].text);
    if (!first || !second) return std::nullopt;
    const std::uint32_t found = std::min(passages(*first, kFewPassages), passages(*second, kFewPassages));
    if (found > kFewPassages) return std::nullopt;
    const ListedWord together = find_listed(reader_.words(), fold_diacritics(*first + *second));
    if (together.passages < fewest(found)) return std::nullopt;
    return std::string(together.written);
  }

  const std::string& text_;
  const IndexReader& reader_;
  Analyzer& analyzer_;
  Vocabulary vocabulary_;
  OtherNames names_;
  std::vector<Asked> words_;
};

}  // namespace

std::optional<std::string> suggest_query(const ParsedQuery& query, const IndexReader& reader,
                                         Analyzer& analyzer) {
  if (reader.words().size() == 0) return std::nullopt;
  return Suggester(query, reader, analyzer).run();
}

}  // namespace dossier
