// Opening a file that anybody may have put there.
#pragma once

#include <string>
#include <string_view>

#include "dossier/document/outcome.h"
#include "dossier/extract/request.h"
#include "dossier/ingest/document_builder.h"

namespace dossier {

// An open regular file. Never follows a link put in its place, never waits for a FIFO.
class OpenFile {
 public:
  OpenFile(const std::string& path, const ExtractionLimits& limits, bool follow_link = false);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int fd() const noexcept { return fd_; }
  // Why it is not to be read; ok if it is.
  const Outcome& outcome() const noexcept { return outcome_; }
  // Size and time as they are now.
  const SourceFile& source() const noexcept { return source_; }
  // The hash of the whole content; empty, with the reason in outcome(), after a read error.
  std::string hash();

 private:
  int fd_ = -1;
  SourceFile source_;
  Outcome outcome_;
};

std::string_view file_name(std::string_view path) noexcept;

}  // namespace dossier
