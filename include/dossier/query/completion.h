// What somebody may be about to type: words of the index that complete the last one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/text/analyzer.h"

namespace dossier {

class IndexReader;

struct Completion {
  std::string text;            // what was typed, its last word completed
  std::string word;            // the word alone
  std::uint32_t passages = 0;  // that have it, in this spelling or with other accents
};

// The stretch of `text` that is being typed: the run of letters at its end, as bytes. Empty where it ends
// with anything else.
std::string_view word_at_end(std::string_view text, Analyzer& analyzer);

// Up to `most` words of the index that begin like the last word of `text`, case and accents aside: the most
// frequent, first those that keep company with the word before; function words are left out. From three
// letters on, behind them words of other scripts that begin so in Latin letters, a third of `most`. One
// capital at the beginning is kept.
std::vector<Completion> complete(std::string_view text, std::size_t most, const IndexReader& reader,
                                 Analyzer& analyzer);

}  // namespace dossier
