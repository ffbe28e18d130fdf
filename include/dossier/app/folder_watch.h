// Says when something below some folders has changed, by inotify: for an index that is kept up to date. What
// changed is not said: update_index finds it. Prints nothing.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace dossier {

struct FolderWatchOptions {
  std::vector<std::string> paths;             // files and folders; what is not there is passed over
  std::vector<std::string> left_out;          // folders below them, as the index itself; hidden ones are, too
  std::chrono::milliseconds quiet{1'000};     // after the last change, so that a copy is seen as a whole
  std::chrono::milliseconds longest{15'000};  // after the first change, however many follow
  // Where not all folders can be watched (the system limits their number), a change is supposed so often.
  std::chrono::milliseconds suppose{60'000};
};

class FolderWatch {
 public:
  // Watches from now on. Throws Error(io) if the system lets nothing be watched.
  explicit FolderWatch(FolderWatchOptions options);
  ~FolderWatch();

  // True when something changed since the last time, or may have; false once stop() was called.
  bool wait();
  void stop();  // from any thread

  // Whether all folders are watched.
  bool complete() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
