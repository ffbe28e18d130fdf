// The options by which scans are read: of `index`, `extract` and `failed --retry`.
#pragma once

#include <CLI/CLI.hpp>

#include "dossier/extract/worker.h"

namespace dossier {

// Adds --ocr and --ocr-languages; gives both.
std::pair<CLI::Option*, CLI::Option*> add_recognition_options(CLI::App& command, RecognitionOptions& options);

}  // namespace dossier
