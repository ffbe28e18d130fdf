// Compiles what looks for words in texts: words, phrases, NEAR.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "compounds.h"
#include "dossier/query/compiler.h"
#include "vocabulary.h"

namespace dossier {

// A compiled piece of a query: what it matches, the same weighted, and how it is marked.
struct Part {
  Xapian::Query match;
  Xapian::Query rank;
  Pattern pattern;
  std::vector<Part> pieces = {};  // of a compound: its words, which do where not all words need be found
};

// The field that words are looked for in: one that was named, or text, title and headings together.
struct SearchField {
  FieldPrefixes prefixes;
  std::uint8_t bit;
  double weight;
};

class TextCompiler {
 public:
  TextCompiler(Vocabulary& vocabulary, Compounds& compounds, Analyzer& analyzer, const FieldWeights& weights,
               CompiledQuery& out);

  // Words of `node`: one, or several where a written word is more than one (scripts without spaces). None if
  // it has no letter or digit.
  std::vector<Part> words(const WordNode& node, const Span& span, std::optional<Field> field);
  std::optional<Part> phrase(const PhraseNode& node, const Span& span, std::optional<Field> field);
  std::optional<Part> near(const NearNode& node, std::optional<Field> field);

  // True if a query need not find the word: a function word, unless written in capitals (US, IT, WHO).
  bool is_function_word(const WordNode& node);

 private:
  // A word as the analyzer cuts it: several parts for a compound.
  struct Unit {
    std::string text;                // case-folded; of a compound, all of it
    std::vector<std::string> parts;  // of a compound, else empty
  };

  std::vector<Unit> cut(const std::string& text);
  const std::vector<SearchField>& fields(std::optional<Field> field) const;

  TokenMatcher matcher_for(const std::string& word, WordForm form, const Span& span);
  TokenMatcher slot_for(const std::string& word, WordForm form, bool inflect, const Span& span);
  std::vector<Part> pieces(const std::vector<std::string>& words, WordForm form, const Span& span,
                           std::optional<Field> field);
  void add_compounds(const std::string& word, std::optional<Field> field, Part& part);
  Part matched_part(const TokenMatcher& matcher, Leaf leaf, std::optional<Field> field);
  Part word_part(const std::string& word, WordForm form, const Span& span, std::optional<Field> field);
  Part phrase_part(const std::vector<TokenMatcher>& slots, std::optional<Field> field,
                   const std::string& shown);
  std::vector<TokenMatcher> phrase_slots(const PhraseNode& node, const Span& span);
  std::optional<std::vector<TokenMatcher>> near_operand(const Node& node, const Span& span);
  Pattern add_matcher(TokenMatcher matcher, std::uint8_t bits);
  void problem(const Span& span, std::string message) const;

  Vocabulary& vocabulary_;
  Analyzer& analyzer_;
  Compounds& compounds_;
  CompiledQuery& out_;
  std::vector<SearchField> default_fields_, title_, author_;
};

}  // namespace dossier
