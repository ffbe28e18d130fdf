// A progress bar on standard error: files, bytes, rate, time left. On a terminal one line that is redrawn;
// elsewhere, when asked for, a plain line at the beginning, now and then and at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "dossier/app/update_index.h"

namespace dossier {

enum class ProgressStyle {
  none,
  bar,  // once a run takes longer than a moment
  bar_at_once,
  lines,
};

class ProgressDisplay {
 public:
  explicit ProgressDisplay(ProgressStyle style);
  ~ProgressDisplay();  // takes the bar away
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void show(const UpdateProgress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  bool is_due(const UpdateProgress& progress, Clock::time_point now) const;
  std::string bar(const UpdateProgress& progress, std::size_t width) const;
  std::string line(const UpdateProgress& progress) const;
  std::string rate_and_time(const UpdateProgress& progress) const;

  ProgressStyle style_;
  Clock::time_point started_;
  Clock::time_point reading_since_;
  Clock::time_point shown_;
  std::uint64_t shown_files_ = 0;
  bool reading_ = false;
  bool shown_before_ = false;
};

}  // namespace dossier
