// The index's own words: which terms a word of the query stands for.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "dossier/index/index_reader.h"
#include "dossier/query/pattern.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// One field's terms: the prefixes of written, folded and stemmed forms.
struct FieldPrefixes {
  explicit FieldPrefixes(std::string_view field);
  std::string written;
  std::string folded;
  std::string stem;
};

class Vocabulary {
 public:
  Vocabulary(const IndexReader& reader, Analyzer& analyzer);

  // The stems of a word in every language of the index, each with its family: it counts in that language's
  // texts alone.
  std::set<std::string, std::less<>> stems(std::string_view word);

  // Those of `stems` that the index has, as terms of the field; if it has none, the first, so that nothing
  // matches.
  std::vector<std::string> stem_terms(const std::set<std::string, std::less<>>& stems,
                                      const FieldPrefixes& field) const;

  // The passages that have the term. Looked up once: a query asks for its words again and again, and each has
  // a stem a language.
  std::uint32_t passages(const std::string& term) const;

  // A matcher for the written forms in the index that share a stem with the word: what a phrase needs, since
  // stems have no positions. At least the word itself.
  TokenMatcher inflections(std::string_view word);

  // The words of the index that begin so, accents aside; at most `most`, `cut` set if there are more.
  TokenMatcher beginning(std::string_view prefix, std::size_t most, bool& cut);

  // The words of the index within `edits` (1 or 2) insertions, deletions, replacements or swaps of
  // neighbours.
  TokenMatcher similar(std::string_view word, int edits);

  // The index's terms of a field for a matcher of written and meeting forms.
  std::vector<std::string> form_terms(const TokenMatcher& matcher, const FieldPrefixes& field) const;

  const Xapian::Database& database() const noexcept { return reader_.database(); }
  const WordTable& words() const { return reader_.words(); }

 private:
  // Calls `take(form, folded)` for each word of a field that begins with `prefix`, written as is or accents
  // dropped, until it gives false; for each field once.
  template <typename Take>
  void each_word(std::string_view prefix, Take&& take) const;

  bool has_stem(const std::string& stem) const;  // in any field

  const IndexReader& reader_;
  Analyzer& analyzer_;
  mutable std::unordered_map<std::string, std::uint32_t> passages_;  // of terms, as far as asked for
  std::vector<std::string> languages_;  // one for each stemming algorithm of the index's languages
};

}  // namespace dossier
