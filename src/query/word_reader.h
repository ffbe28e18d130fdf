// Reads one word with the operators that stick to it: secess*, Kurti~, C++, "Kosovo," without the comma.
#pragma once

#include <cstddef>
#include <string_view>

#include "dossier/query/tree.h"
#include "problems.h"

namespace dossier::query {

struct WordContext {
  bool exact = false;      // "=" stood before it, or --exact
  bool in_phrase = false;  // between quotes, where "~" means nothing
};

struct ReadWord {
  WordNode word;
  std::size_t length = 0;  // bytes of the run that belong to it; punctuation behind it does not
};

// `run` begins with a word character and goes on to the next break; it stands at byte `offset` of the query,
// where problems are reported.
ReadWord read_word(std::string_view run, std::size_t offset, const WordContext& context, Problems& problems);

}  // namespace dossier::query
