// Which formats this installation reads, tried out: for `check --formats`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/document/outcome.h"
#include "dossier/extract/worker.h"

namespace dossier {

struct FormatCheck {
  enum class State : std::uint8_t {
    works,        // a sample was read
    fails,        // a sample was not
    untried,      // there is a reader, and no sample to try it with
    unsupported,  // known by name, and nothing to read it with
  };
  std::string name;                  // of the row of the registry
  std::vector<std::string> endings;  // without the dot
  std::string reader;                // the library and its version; may be empty
  State state = State::untried;
  std::string detail;  // why it fails; else empty
};

struct FormatsCheck {
  std::optional<Confinement> workers;  // none if no worker answered
  std::vector<FormatCheck> formats;    // in the registry's order
  TextRecognition recognition;         // what reads scans, or why nothing does
};

// Reads the sample of every format that has one, through a worker process as `index` does. Throws
// Error(internal) if no worker can be started.
FormatsCheck check_formats(WorkerOptions options = {});

// Throws Error(usage) if scans are wanted to be read and cannot be: Tesseract or a language of it is missing.
void require_recognition(const WorkerOptions& options);

// What workers are confined by here; none if none answers, or none can be started.
std::optional<Confinement> check_confinement(const WorkerOptions& options = {});

}  // namespace dossier
