// Looking: what lies below the paths, held against the ledger. Changes nothing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/app/update_index.h"
#include "dossier/core/file_walk.h"
#include "extraction_pipeline.h"

namespace dossier {

using Ledger = std::map<std::string, FileRecord>;

struct Survey {
  std::vector<PipelineFile> files;          // new and changed ones, in the order of the walk
  std::vector<FileRecord> others;           // links, devices, what could not be looked at
  std::set<std::string> vanished;           // in the ledger, below the paths, and gone
  std::vector<std::string> readable_again;  // no documents: in the ledger since they could not be looked at
  std::uint64_t unchanged = 0;
  std::uint64_t kept_unreadable = 0;  // gone with a folder that could not be read: not taken for vanished
  std::uint64_t hidden_folders = 0;
  std::uint64_t excluded = 0;
};

// Walks `roots` (absolute). `each_entry` is called for every entry, with the files to be read so far; when it
// gives false the walk's findings are incomplete and nothing counts as vanished.
Survey survey(const std::vector<std::string>& roots, const UpdateOptions& options, const Ledger& ledger,
              const std::function<bool(std::uint64_t files)>& each_entry);

// What was found, as the report of a run counts it.
void count_survey(const Survey& found, UpdateReport& report);

// What is not wholly in the index, of the ledger's files below `roots`, by outcome.
void count_troubles(const Ledger& ledger, const PathSet& roots, UpdateReport& report);

}  // namespace dossier
