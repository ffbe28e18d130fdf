// The paths that a run of `index` is about: those given, those remembered, those that had trouble.
#pragma once

#include <string>
#include <vector>

#include "dossier/app/update_index.h"
#include "survey.h"

namespace dossier {

// As the index keeps them; remembered_paths() reads them back.
std::string encode_paths(const std::vector<std::string>& paths);

// What was given, absolute. Looked at before anything is made: a wrong path leaves no index behind. Throws
// Error(usage) if there is neither a path nor an index.
std::vector<std::string> given_paths(const UpdateOptions& options);

// The paths of a run: those given, else those remembered; of a retry alone, what the ledger has trouble with.
// Throws Error(usage) if there are none.
std::vector<std::string> choose_roots(const UpdateOptions& options, std::vector<std::string> given,
                                      const std::vector<std::string>& remembered, const Ledger& ledger);

}  // namespace dossier
