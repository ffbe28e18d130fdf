// Tables on the pages of a PDF, told by what stands below each other.
#pragma once

#include <vector>

#include "pdf_lines.h"

namespace dossier {

// Makes one line, PdfLine::is_row, of the cells of each row of a table, parted as those of web pages are.
// Only what can be nothing else is one: three rows or more below each other of as many cells, three or more,
// that stand in columns. `lines` are page after page in reading order; linear.
void join_table_rows(std::vector<PdfLine>& lines);

}  // namespace dossier
