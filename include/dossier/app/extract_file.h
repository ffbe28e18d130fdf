// What the indexer sees of a file, without an index: for `extract`.
#pragma once

#include <functional>
#include <string>

#include "dossier/document/document.h"
#include "dossier/extract/worker.h"
#include "dossier/ingest/document_builder.h"

namespace dossier {

// A document as it would be indexed, and how reading it went.
struct ExtractedFile {
  std::string path;  // as given, "//member" appended
  Outcome outcome;
  std::string encoding;
  std::uint32_t pages = 0;
  Document document;  // without text where there is none
};

// Reads `path` in a worker process; `options.today` may be 0 for the system's. Gives each document, or one
// without text if nothing came out; then how the file went.
Outcome extract_file(const std::string& path, Worker& worker, const BuildOptions& options,
                     const std::function<void(ExtractedFile&&)>& sink);

}  // namespace dossier
