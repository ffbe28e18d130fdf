// The paragraphs of a PDF, told by the distances, indents and type of its lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf_lines.h"

namespace dossier {

struct PdfParagraph {
  std::string text;  // its lines joined, words broken at a line's end put together
  PdfBox box;
  float size = 0;  // of its type, in points
  std::uint32_t page = 1;
  std::uint32_t lines = 0;
  bool bold = false;
  bool is_item = false;   // of a list; its bullet is left out
  bool has_gaps = false;  // it holds what stands in a row with gaps between
  bool is_row = false;    // of a table
};

// The size of type, in points, that most of the text is set in; 0 if there is no line.
float main_size(const std::vector<PdfLine>& lines);

// Puts the lines of all pages together, without running lines, in reading order. A paragraph ends with its
// page, or goes on in the next column of it; of a word broken at a page's end the rest is taken along.
// Footnotes come behind the other text of their page. `main_size` is that of the lines.
//
// A word that is broken at a line's end stands in one piece, as the index and a reader want it: "inter-" and
// "national" give "international". The hyphen stays where it is part of the word: before a capital or a digit
// ("Secretary-General", "2014-2015"), and if the document has the word with a hyphen within a line.
std::vector<PdfParagraph> pdf_paragraphs(const std::vector<PdfLine>& lines, float main_size);

}  // namespace dossier
