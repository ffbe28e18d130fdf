// A document, or some of its passages, to read.
#pragma once

#include <iosfwd>

#include "dossier/render/terminal.h"
#include "dossier/search/contents.h"

namespace dossier {

// Title, what is known of the document, then each passage with its number in the margin, the headings and
// pages above it where they change, and its matches marked. Below a passage that stands alone, and below each
// where the style marks dates, every date it speaks of with what it was resolved to and why.
void write_view_text(std::ostream& out, const DocumentView& view, const Style& style);
void write_view_json(std::ostream& out, const DocumentView& view);  // one object

}  // namespace dossier
