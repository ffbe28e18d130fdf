// What is asked of an extraction, and how what comes of it is taken.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

// Limits on what one file may cost. Sizes in bytes.
struct ExtractionLimits {
  std::uint64_t file_bytes = 512ull << 20;  // larger files are skipped as too-large
  std::uint64_t text_bytes = 64ull << 20;   // text of one document; more is cut, the document partial
  std::uint32_t problems = 20;              // problems named in a detail; more are counted
  // Of files that hold others.
  std::uint64_t member_bytes = 128ull << 20;  // unpacked; larger members are skipped as too-large
  std::uint64_t unpacked_bytes = 1ull << 30;  // of all members, however deep; what comes behind is not read
  std::uint32_t unpacked_ratio = 100;  // of unpacked bytes to the file's, above 64 MiB: no text packs so well
  std::uint32_t members = 100'000;     // of all, however deep
  std::uint32_t depth = 4;             // members in each other
};

// How files are read where there is a choice.
struct ExtractionOptions {
  bool csv_rows = false;  // each row of a CSV file is a document
};

// Which member of a file: its ordinal among those of the same container, from 1, outermost first.
using MemberPlace = std::vector<std::uint32_t>;

// A part of a document that has ended the worker which read it.
struct LostPart {
  std::uint32_t number = 0;
  Reason reason = Reason::none;  // how it ended
  bool is_last = false;          // it has been tried often enough: nothing behind this part is read
  friend bool operator==(const LostPart&, const LostPart&) = default;
};

struct LostParts {
  MemberPlace place;  // of the document
  std::vector<LostPart> parts;
  friend bool operator==(const LostParts&, const LostParts&) = default;
};

using DocumentSink = std::function<void(ExtractedDocument&&)>;

}  // namespace dossier
