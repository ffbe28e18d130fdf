// From what extraction gave to a Document ready to be indexed: metadata interpreted, language known, text cut
// into passages. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>

#include "dossier/document/document.h"
#include "dossier/extract/extracted_document.h"

namespace dossier {

// A file as found on disk.
struct SourceFile {
  std::string path;              // absolute
  std::uint64_t size = 0;        // bytes
  std::int64_t modified_ns = 0;  // nanoseconds since 1970-01-01 UTC
};

struct BuildOptions {
  Day today = 0;               // dates after it are no publication dates
  std::string language;        // overrides what the file says and the detector finds; empty: neither
  std::string published_from;  // only a claim from there counts ("front-matter", "html", "jsonl",
                               // "url", "text", "file-name"); empty: any
};

// Builds the document. Its id is the file's own where it gives one (JSONL), else the first 12 digits of the
// path's hash. Safe to call from several threads.
Document build_document(ExtractedDocument&& extracted, const SourceFile& file, const BuildOptions& options);

}  // namespace dossier
