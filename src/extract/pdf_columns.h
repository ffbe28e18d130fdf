// Columns of text on the pages of a PDF.
#pragma once

#include <vector>

#include "pdf_lines.h"

namespace dossier {

// Puts the lines of pages with columns of text in reading order: what stands across the columns parts the
// page into bands, and in each the left column comes before the right one (the right one first where it is
// read from the right). The library, whose order is kept elsewhere, mistakes the foot of a column for what
// follows below both. A table is no columns of text: its lines are short. `lines` are page after page, each
// page's together; n log n.
void order_columns(std::vector<PdfLine>& lines);

}  // namespace dossier
