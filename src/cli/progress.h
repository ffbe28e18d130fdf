// A progress bar on standard error: files, bytes, rate, time left. On a terminal one line that is redrawn;
// elsewhere, when asked for, a plain line now and then.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "dossier/app/update_index.h"

namespace dossier {

enum class ProgressStyle { none, bar, lines };

class ProgressDisplay {
 public:
  explicit ProgressDisplay(ProgressStyle style);
  ~ProgressDisplay();  // takes the bar away
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void show(const UpdateProgress& progress);

 private:
  std::string bar(const UpdateProgress& progress, std::size_t width) const;
  std::string line(const UpdateProgress& progress) const;
  std::string rate_and_time(const UpdateProgress& progress) const;

  using Clock = std::chrono::steady_clock;
  ProgressStyle style_;
  Clock::time_point started_;
  Clock::time_point reading_since_;
  Clock::time_point shown_;
  bool reading_ = false;
  bool drawn_ = false;
};

}  // namespace dossier
