// What came of the members of a file, a line each.
#pragma once

#include <string>

#include "extraction.h"

namespace dossier {

// "//a.txt: ok | p One." or "//b.png: skipped unsupported-format", then how the file itself went.
inline std::string print_members(const Extraction& extraction) {
  std::string out;
  for (const ExtractedDocument& document : extraction.documents) {
    out += document.member + ": " + print(document.outcome);
    std::string blocks = print(document.blocks);
    for (std::size_t i = blocks.find('\n'); i != std::string::npos; i = blocks.find('\n', i))
      blocks.replace(i, 1, " | ");
    if (!blocks.empty()) out += " | " + blocks;
    out += '\n';
  }
  return out + print(extraction.outcome) + '\n';
}

}  // namespace dossier
