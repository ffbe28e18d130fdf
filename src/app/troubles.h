// What is not wholly in the index, file by file and member by member.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dossier/document/file_record.h"

namespace dossier {

// Calls `visit` with the file if it is not wholly read, then with each such member. `path` is the member's
// own.
void each_trouble(const FileRecord& file,
                  const std::function<void(const std::string& path, const Outcome& outcome)>& visit);

// The same as records of their own, without documents; a member has the size and times of its file.
std::vector<FileRecord> troubles_of(const FileRecord& file);

// Whether all of the file and of what is in it was read.
bool is_whole(const FileRecord& file) noexcept;

// Whether a file came out as it did the last time.
bool is_same(const FileRecord& a, const FileRecord& b);

}  // namespace dossier
