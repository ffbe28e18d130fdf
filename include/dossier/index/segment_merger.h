// Databases into one: what Xapian's compaction does, without the documents that were removed and with the
// metadata changed on the way, in one pass over each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dossier {

struct MergeRequest {
  std::vector<std::string> sources;             // databases; docids of each lie above those of the one before
  std::vector<std::uint32_t> removed;           // docids that are left out, ascending, each once
  std::map<std::string, std::string> metadata;  // what changes; an empty value: the key goes
  std::uint32_t revision = 1;                   // of the new database
};

// Writes the new database in the folder `path`, which must not be there. Records are copied as they are,
// compressed or not. Statistics and bounds are exact, as if what was removed had never been there; the last
// docid stays. Uses two threads. The files are not forced to the disk. Throws Error(io, no_index).
void merge_databases(const MergeRequest& request, const std::string& path);

}  // namespace dossier
