// One writer at a time.
#pragma once

#include <string>

namespace dossier {

// Holds <folder>/lock for this process: an fcntl lock, which the kernel drops when the process ends and which
// names its holder. The folder's documents are never touched.
class FolderLock {
 public:
  // Throws Error(locked) naming the process that holds it, Error(io) where the folder cannot be written to.
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace dossier
