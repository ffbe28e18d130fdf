// An index in numbers.
#pragma once

#include <iosfwd>

#include "dossier/render/terminal.h"
#include "dossier/search/contents.h"

namespace dossier {

void write_status_text(std::ostream& out, const IndexStatus& status, const Style& style);
void write_status_json(std::ostream& out, const IndexStatus& status);  // one object

}  // namespace dossier
