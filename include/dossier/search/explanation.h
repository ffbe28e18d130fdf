// Why hits rank where they do, as values. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

// A form in which a word stands in a hit.
struct ExplainedForm {
  std::string form;       // case-folded
  std::string how;        // "typed"; "fold": accents aside; else as the word was looked for
  std::size_t count = 0;  // in the passage, its headings and the document's title
};

// What one word of the query does for one hit.
struct ExplainedTerm {
  std::string word;                  // as it was looked for
  std::string how;                   // "stem", "phrase", ...
  std::vector<std::string> terms;    // the index's terms it stands for
  std::vector<ExplainedForm> forms;  // what they are in this hit; of phrases and NEAR none
  std::uint64_t passages = 0;        // in which they stand, at most
  double weight = 0;                 // its part of the passage's score
  double document_weight = 0;        // its part of the document's
};

// What reading its text adds to a hit's score.
struct CloseEvidence {
  double proximity = 0;                      // words of the query stand together
  double written = 0;                        // they stand as they were typed
  double expansion = 0;                      // words that the first hits share
  std::vector<double> expansion_words = {};  // the part of each in that; empty: none has any
  double sum() const noexcept { return proximity + written + expansion; }
};

// A word that was added to the query because the first hits share it. It is never marked.
struct ExpansionWord {
  std::string stem;
  double weight = 0;  // beside a word of the query in the passage, which has 1
};

struct HitExplanation {
  std::vector<ExplainedTerm> terms;
  std::vector<ExpansionWord> expansion;  // those that stand in it; `weight` is their part of its score
  double passage_score = 0;              // the hit's score is the sum of these three
  double document_score = 0;
  CloseEvidence close;
};

struct Explanation {
  std::string tree;      // as print_tree gives it
  std::string compiled;  // Xapian's description of the ranked query
  std::vector<ExpansionWord> expansion;
  SearchResult result;
  std::vector<HitExplanation> hits;  // one for each hit of `result`
};

}  // namespace dossier
