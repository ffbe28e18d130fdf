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

struct HitExplanation {
  std::vector<ExplainedTerm> terms;
  double passage_score = 0;  // the hit's score is the sum of these two
  double document_score = 0;
};

struct Explanation {
  std::string tree;      // as print_tree gives it
  std::string compiled;  // Xapian's description of the ranked query
  SearchResult result;
  std::vector<HitExplanation> hits;  // one for each hit of `result`
};

}  // namespace dossier
