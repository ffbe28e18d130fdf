// What a run would do, without doing it.
#pragma once

#include <string>
#include <vector>

#include "dossier/app/update_index.h"

namespace dossier {

// By sizes and times alone: no file is read, no index is made.
UpdateReport dry_run(const UpdateOptions& options, std::vector<std::string> given);

}  // namespace dossier
