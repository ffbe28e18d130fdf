// Paragraphs of a PDF to blocks: which of them are headings, and the title among them.
#pragma once

#include <string>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "pdf_file.h"
#include "pdf_paragraphs.h"

namespace dossier {

// Blocks with their pages. A heading is what the outline names, what is set in larger type than `main_size`,
// or all in bold where the text is not. Its level is that of the outline; else the rank of its size, or the
// depth of its number ("2.1.3") if that is deeper.
std::vector<Block> pdf_blocks(std::vector<PdfParagraph>&& paragraphs,
                              const std::vector<PdfOutlineEntry>& outline, float main_size);

// What is set in the largest type on the first page that has text, if it reads like a title; else empty.
std::string largest_line(const std::vector<PdfParagraph>& paragraphs, float main_size);

}  // namespace dossier
