// The pages of a PDF, read one after the other, and what became of each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/extract/extractor.h"
#include "pdf_file.h"
#include "pdf_lines.h"

namespace dossier {

// What the pages of a file gave.
struct PagesRead {
  std::vector<PdfLine> lines;
  std::vector<std::uint32_t> textless;    // pages without a word, but for those that a recogniser has seen
  std::vector<std::uint32_t> unfinished;  // pages of which the recogniser read a part
  std::vector<std::uint32_t> broken;      // pages that could not be read
  std::vector<LostPart> lost;             // pages, and what is behind them, that ended workers
  std::uint32_t read = 0;
  bool recognised = false;  // some lines were read by the recogniser
  std::string cut;          // why reading ended before the last page; empty if it did not
  Reason cut_reason = Reason::none;
};

// Reads page by page, each a part of the walk, until there is too much text or it takes too long. A page
// without a word is drawn and given to the recogniser, where there is one.
PagesRead read_pages(const PdfFile& file, const ExtractionInput& input);

}  // namespace dossier
