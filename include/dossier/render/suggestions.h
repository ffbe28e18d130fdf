// Suggestions, to read or for programs. docs/output.md describes the fields.
#pragma once

#include <iosfwd>

#include "dossier/render/terminal.h"
#include "dossier/search/suggest.h"

namespace dossier {

// A line each: completions with the number of passages, then titles with the document's id, fields parted by
// tabs through a pipe (width 0).
void write_suggestions_text(std::ostream& out, const Suggestions& suggestions, const Style& style);
void write_suggestions_json(std::ostream& out, const Suggestions& suggestions);  // one object

}  // namespace dossier
