// The worker's side of extraction in child processes (worker.h).
#pragma once

#include <functional>

#include "dossier/extract/extractor.h"

namespace dossier {

// What a worker does with a file.
using Extract = std::function<Outcome(const ExtractionInput&, const DocumentSink&)>;

// Lets each extractor prepare, loads what reads scans if the program was so asked (worker_process.h says by
// which argument), confines the process for good, then serves requests from the socket that is its standard
// input until it closes. Returns the exit code.
int run_worker(int argc, const char* const* argv, const Extract& extract = &dossier::extract);

}  // namespace dossier
