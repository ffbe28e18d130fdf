// An index in numbers.
#pragma once

#include <iosfwd>
#include <string>

#include "dossier/render/terminal.h"
#include "dossier/search/contents.h"

namespace dossier {

// `workers` says what confines the processes that read files.
void write_status_text(std::ostream& out, const IndexStatus& status, const std::string& workers,
                       const Style& style);
void write_status_json(std::ostream& out, const IndexStatus& status,
                       const std::string& workers);  // one object

}  // namespace dossier
