// Suggestions while a query is typed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dossier/query/completion.h"

namespace dossier {

struct SuggestRequest {
  std::string text;        // as typed so far; its last word may be unfinished
  std::size_t limit = 10;  // completions at most
  std::size_t titles = 3;  // documents at most
};

struct SuggestedTitle {
  std::string id;
  std::string title;
};

struct Suggestions {
  std::string text;  // as typed, made valid UTF-8
  std::vector<Completion> completions;
  std::vector<SuggestedTitle> titles;  // of documents that have all the words in their titles
  double took_ms = 0;
};

}  // namespace dossier
