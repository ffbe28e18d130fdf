// Why hits rank where they do, as values. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

// What one word of the query does for one hit.
struct ExplainedTerm {
  std::string word;                // as it was looked for
  std::string how;                 // "stem", "phrase", ...
  std::vector<std::string> terms;  // the index's terms it stands for
  std::uint64_t passages = 0;      // in which they stand, at most
  double weight = 0;               // its part of the passage's score
};

// What reading its text adds to a hit's score.
struct CloseEvidence {
  double proximity = 0;  // words of the query stand together
  double written = 0;    // they stand as they were typed
  double expansion = 0;  // words that the first hits share
  double sum() const noexcept { return proximity + written + expansion; }
};

// A word that was added to the query because the first hits share it. It is never marked.
struct ExpansionWord {
  std::string stem;
  double weight = 0;  // beside a word of the query in the passage, which has 1
};

struct HitExplanation {
  std::vector<ExplainedTerm> terms;
  double passage_score = 0;  // the hit's score is the sum of these three
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
