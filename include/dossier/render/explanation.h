// Why hits rank where they do, to read or as JSON.
#pragma once

#include <iosfwd>

#include "dossier/render/terminal.h"
#include "dossier/search/explanation.h"

namespace dossier {

void write_explanation_text(std::ostream& out, const Explanation& explanation, const Style& style);
void write_explanation_json(std::ostream& out, const Explanation& explanation);  // one object

}  // namespace dossier
