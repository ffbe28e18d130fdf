// Compiles what looks for words in texts: words, phrases, NEAR.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "compounds.h"
#include "dossier/query/compiler.h"
#include "dossier/text/unspaced.h"
#include "other_names.h"
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
  // What a word is looked for by beside its own forms. `names`: none where other names are not wanted.
  struct Sources {
    Vocabulary& vocabulary;
    Compounds& compounds;
    OtherNames* names = nullptr;
  };

  TextCompiler(const Sources& sources, Analyzer& analyzer, const FieldWeights& weights, CompiledQuery& out);

  // Words of `node`: one, or several where a written word is more than one (scripts without spaces). None if
  // it has no letter or digit.
  // `joined`: names that the word makes together with its neighbours.
  std::vector<Part> words(const WordNode& node, const Span& span, std::optional<Field> field,
                          const std::vector<OtherName>& joined = {});
  std::optional<Part> phrase(const PhraseNode& node, const Span& span, std::optional<Field> field);
  std::optional<Part> near(const NearNode& node, std::optional<Field> field);

  // For each word of a run that was typed, the names that it makes together with its neighbours: two or three
  // words of Latin letters, all with a capital.
  std::vector<std::vector<OtherName>> joined_names(const std::vector<const WordNode*>& run);

  // True if a query need not find the word: a function word, unless written in capitals (US, IT, WHO).
  bool is_function_word(const WordNode& node);

 private:
  // A word as the analyzer cuts it: several parts for a compound.
  struct Unit {
    std::string text;                // case-folded; of a compound, all of it
    bool capital = false;            // as it was typed
    std::vector<std::string> parts;  // of a compound, else empty
    // Of a script without spaces: its characters, and those beside it, which are empty where there are none.
    std::vector<std::string> characters = {};
    std::string before = {}, behind = {};
  };

  // The words of a phrase, by themselves and with their other names.
  struct Slots {
    std::vector<TokenMatcher> typed;
    std::vector<TokenMatcher> with_names;
    bool has_names = false;
  };

  std::vector<Unit> cut(const std::string& text);
  static void set_characters(const std::vector<UnspacedCharacter>& of_text, const Token& token, Unit& unit);
  const std::vector<SearchField>& fields(std::optional<Field> field) const;

  TokenMatcher matcher_for(const std::string& word, WordForm form, const Span& span);
  TokenMatcher slot_for(const std::string& word, WordForm form, bool inflect, const Span& span);
  std::vector<Part> pieces(const std::vector<std::string>& words, WordForm form, const Span& span,
                           std::optional<Field> field);
  static void add_alternative(Part other, Part& part);
  void add_names(const Unit& unit, std::optional<Field> field, const std::vector<OtherName>& joined,
                 Part& part);
  void add_name_inside(const OtherName& name, const std::string& typed, std::optional<Field> field,
                       Part& part);
  bool add_inflected_names(const Unit& unit, TokenMatcher& slot);
  double repeating_weight(const std::set<std::string, std::less<>>& stems) const;
  double rarity_of(const std::set<std::string, std::less<>>& stems) const;
  void add_compounds(const std::string& word, std::optional<Field> field, Part& part);
  void add_inside(const Unit& unit, std::optional<Field> field, Part& part);
  Unit as_one_word(const PhraseNode& node);
  void add_longer_words(const std::vector<std::string>& characters, Leaf leaf, std::optional<Field> field,
                        Part& part);
  void add_cut_otherwise(const std::vector<std::string>& characters, const Leaf& leaf,
                         std::optional<Field> field, Part& part);
  Part matched_part(const TokenMatcher& matcher, Leaf leaf, std::optional<Field> field);
  Part word_part(const std::string& word, WordForm form, const Span& span, std::optional<Field> field);
  Part phrase_part(const std::vector<TokenMatcher>& slots, Leaf leaf, std::optional<Field> field);
  Part phrase_with_names(const std::vector<TokenMatcher>& slots, const std::string& shown,
                         std::optional<Field> field);
  Slots phrase_slots(const PhraseNode& node, const Span& span);
  std::optional<std::vector<TokenMatcher>> near_operand(const Node& node, const Span& span);
  Pattern add_matcher(TokenMatcher matcher, std::uint8_t bits);
  void problem(const Span& span, std::string message) const;

  Vocabulary& vocabulary_;
  Analyzer& analyzer_;
  Compounds& compounds_;
  OtherNames* names_;
  CompiledQuery& out_;
  std::vector<SearchField> default_fields_, title_, author_;
};

}  // namespace dossier
