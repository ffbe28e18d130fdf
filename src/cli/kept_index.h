// An index that is kept up to date with some paths while something else goes on: `serve --watch`.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "dossier/app/folder_watch.h"

namespace dossier {

// While it lives, brings the index up to date at once and then after each change below the paths, by `dossier
// index` in a process of its own, whose words go to standard error.
class KeptIndex {
 public:
  KeptIndex(std::string index, std::vector<std::string> paths);
  ~KeptIndex();  // an update at hand commits what it has
  KeptIndex(const KeptIndex&) = delete;
  KeptIndex& operator=(const KeptIndex&) = delete;

 private:
  void run();
  void update();

  std::string index_;
  std::vector<std::string> paths_;
  FolderWatch watch_;
  std::mutex mutex_;
  bool stopping_ = false;  // under mutex_, both
  pid_t process_ = -1;
  std::thread thread_;
};

}  // namespace dossier
