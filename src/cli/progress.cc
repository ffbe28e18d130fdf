#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "dossier/render/numbers.h"
#include "environment.h"
#include "output.h"

namespace dossier {
namespace {

constexpr std::chrono::milliseconds kBarInterval{100};
constexpr std::chrono::seconds kLineInterval{10};

std::string human_time(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02d} min", whole / 60, whole % 60);
  return fmt::format("{}:{:02d} h", whole / 3600, whole / 60 % 60);
}

}  // namespace

ProgressDisplay::ProgressDisplay(ProgressStyle style)
    : style_(style), started_(Clock::now()), shown_(started_) {}

ProgressDisplay::~ProgressDisplay() {
  if (shown_before_ && style_ != ProgressStyle::lines) say("\r\033[K");
}

std::string ProgressDisplay::rate_and_time(const UpdateProgress& progress) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - reading_since_).count();
  if (seconds < 0.5 || progress.bytes == 0) return {};
  const double rate = static_cast<double>(progress.bytes) / seconds;
  const double left = static_cast<double>(progress.bytes_total - progress.bytes) / rate;
  return fmt::format(", {}/s, {} left", human_size(static_cast<std::uint64_t>(rate)), human_time(left));
}

std::string ProgressDisplay::line(const UpdateProgress& progress) const {
  switch (progress.phase) {
    case UpdateProgress::Phase::looking:
      return fmt::format("looking for files: {} to read", group_digits(progress.files));
    case UpdateProgress::Phase::committing:
      return fmt::format("saving, {} of {} files", group_digits(progress.files),
                         group_digits(progress.files_total));
    case UpdateProgress::Phase::reading:
      break;
  }
  return fmt::format("{} of {} files, {} of {}{}", group_digits(progress.files),
                     group_digits(progress.files_total), human_size(progress.bytes),
                     human_size(progress.bytes_total), rate_and_time(progress));
}

std::string ProgressDisplay::bar(const UpdateProgress& progress, std::size_t width) const {
  const std::string text = line(progress);
  if (progress.bytes_total == 0 || width < text.size() + 14) return text.substr(0, width > 0 ? width - 1 : 0);
  const std::size_t room = std::min<std::size_t>(30, width - text.size() - 4);
  const std::size_t filled =
      static_cast<std::size_t>(static_cast<double>(room) * static_cast<double>(progress.bytes) /
                               static_cast<double>(progress.bytes_total));
  return "[" + std::string(filled, '#') + std::string(room - filled, '.') + "] " + text;
}

bool ProgressDisplay::is_due(const UpdateProgress& progress, Clock::time_point now) const {
  const bool first = reading_ && !shown_before_;
  const bool last = reading_ && progress.files == progress.files_total && shown_files_ != progress.files;
  switch (style_) {
    case ProgressStyle::none:
      return false;
    case ProgressStyle::bar:
      return now - shown_ >= kBarInterval;
    case ProgressStyle::bar_at_once:
      return now - shown_ >= kBarInterval || first;
    case ProgressStyle::lines:
      return now - shown_ >= kLineInterval || first || last;
  }
  return false;
}

void ProgressDisplay::show(const UpdateProgress& progress) {
  if (style_ == ProgressStyle::none) return;
  const auto now = Clock::now();
  if (!reading_ && progress.phase == UpdateProgress::Phase::reading) {
    reading_ = true;
    reading_since_ = now;
  }
  if (!is_due(progress, now)) return;
  if (style_ == ProgressStyle::lines)
    say(line(progress) + "\n");
  else
    say("\r\033[K" + bar(progress, terminal_width(STDERR_FILENO)));
  shown_ = now;
  shown_files_ = progress.files;
  shown_before_ = true;
}

}  // namespace dossier
