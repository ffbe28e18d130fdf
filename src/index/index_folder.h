// What lies in an index's folder beside what readers read: how it begins, how a database takes the place of
// another, what a kill may leave.
#pragma once

#include <cstdint>
#include <string>

namespace dossier {

// A folder that is not there at first and gone at the end, whatever it then holds.
class ScratchFolder {
 public:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) { clear(); }
  ~ScratchFolder() { clear(); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const noexcept { return path_; }
  void clear() const noexcept;

 private:
  std::string path_;
};

std::string scratch_path(const std::string& folder);  // of a database that will take the place of the index's
std::string segments_path(const std::string& folder);  // of the segments that are not yet part of it

// Makes the folder, or sees that it is an index or as good as empty. Throws Error(no_index).
void prepare_folder(const std::string& folder);

// The size of the files in a folder, as far as they can be looked at.
std::uint64_t folder_bytes(const std::string& folder) noexcept;

// Forces a database's files to the disk.
void make_database_durable(const std::string& database);

// Gives a new database, of which nobody knows yet, the index's name; or has it change places with the index's
// in one step: a reader finds the one or the other. Durable. Throws Error(io).
void publish_first(const std::string& database, const std::string& folder);
void publish_instead(const std::string& database, const std::string& folder);

// Removes the column files but that of the revision and of the one before: a reader may just have opened
// that.
void remove_stale_columns(const std::string& folder, std::uint64_t number) noexcept;

}  // namespace dossier
