// What stands on every page of a PDF and is not of its text: running heads and feet, numbers of pages.
#pragma once

#include <cstdint>
#include <vector>

#include "pdf_lines.h"

namespace dossier {

// Removes the lines that are repeated at the same place near the upper or lower edge of pages close to each
// other: with the same words, or with numbers that count as the pages do. A number by itself at the edge of a
// page is its number if it counts, or stands on the only page. A running line with a word that the text lacks
// stays once, so that it can be found. `lines` are page after page, each page's
// together; n log n.
void drop_running_lines(std::vector<PdfLine>& lines, std::uint32_t pages);

}  // namespace dossier
