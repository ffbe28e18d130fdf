// Passages: the stretches of a document that are ranked, shown and cited.
#pragma once

#include <string>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/extract/extracted_document.h"

namespace dossier {

// Sizes in estimated words (estimate_words in text/sentences.h).
struct PassageLimits {
  std::size_t enough_words = 100;  // a passage this long takes no further paragraph
  std::size_t most_words = 200;    // a longer paragraph is split at sentences
  std::size_t few_words = 40;      // a shorter rest joins the passage before it in the same section
};

struct PassagedText {
  std::string text;               // blocks parted by an empty line (rows and list items by a line break)
  std::vector<Passage> passages;  // at least one, in order, disjoint; every word of `text` lies in a passage
                                  // or in a heading that a passage's heading path holds
};

// Lays the blocks out as one text and cuts it into passages: a paragraph each, short neighbours joined, long
// ones split at sentences, never across a heading or a page. A first heading that repeats `title` is left out
// of the heading paths. `apart` comes behind, under no heading. Linear in the text. Each block is given back
// as soon as its text is taken over, so that a long text takes its memory once.
PassagedText make_passages(std::vector<Block> blocks, const std::string& title,
                           const PassageLimits& limits = {}, std::vector<Block> apart = {});

}  // namespace dossier
