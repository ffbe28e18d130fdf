// Packed bytes to what was packed, by libarchive, in memory alone and within limits.
#pragma once

#include <archive.h>

#include <memory>
#include <string>
#include <string_view>

#include "dossier/extract/extractor.h"
#include "members.h"

namespace dossier {

using ArchiveReader = std::unique_ptr<archive, decltype(&archive_read_free)>;

// A reader of all formats and filters that need nothing but the bytes given. `bytes` must outlive it.
ArchiveReader open_archive(std::string_view bytes);

// Whether a result of libarchive says that no more can be read.
bool ends_unpacking(int result) noexcept;

// What the reader's error makes of a file: partial where something of it was read.
Outcome damaged(archive* reader, bool in_part);

struct Unpacked {
  std::string bytes;
  Outcome outcome;  // partial where something is there, but not all; failed or skipped where nothing is
};

// Reads the entry that the reader is at, at most what `members` allows, and counts it there.
Unpacked unpack(archive* reader, Members& members);

// What a single file was packed to.
Unpacked unpack_single(std::string_view bytes, Members& members);

// Extracts bytes of which `outcome` says how far they are all there were: its documents say so. Nothing is
// extracted where there are none.
Outcome extract_in_part(const Outcome& outcome, const ExtractionInput& input, const DocumentSink& sink);

}  // namespace dossier
