// A run that changes the index, as its user sees it: for `index`, and for `failed --retry`.
#pragma once

#include <string>

#include "context.h"
#include "dossier/app/update_index.h"

namespace dossier {

struct UpdateRun {
  UpdateOptions update;  // but for what watches the run
  bool strict = false;   // a failed file is an exit code
  bool stats = false;    // say where the time went
  std::string progress = "auto";
};

// Runs it with progress and Ctrl-C, prints what it did, and gives the exit code.
int run_update(const Context& context, UpdateRun& run);

}  // namespace dossier
