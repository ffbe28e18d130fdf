// A running worker process and the socket to it, for worker.cc.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "wire.h"

namespace dossier {

// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) noexcept : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  int get() const noexcept { return fd_; }

 private:
  int fd_;
};

// The argument of the workers' program that has it read scans, before the names of languages.
inline constexpr std::string_view recognition_argument = "--ocr=";

// What came of waiting for a message.
enum class Wait : std::uint8_t { message, closed, expired, nonsense, too_much };

// A child process that runs `program` as a worker. Its standard input is our socket, its output goes nowhere,
// and no other descriptor of ours reaches it, whatever other threads open meanwhile. Killed and reaped on
// destruction.
class WorkerProcess {
 public:
  // With the memory and, for each file, the time of the options. Throws Error(internal) if it cannot be
  // started.
  explicit WorkerProcess(const WorkerOptions& options);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // False if the process has ended meanwhile.
  bool running();

  // Sends a request and the file, none if `fd` is negative. False if the process does not take it.
  bool send(const WorkerRequest& request, int fd);

  // Waits for the next message until the process has worked on it for options.file_time, or three times as
  // long has passed by the clock.
  std::pair<Wait, std::optional<WorkerMessage>> receive();

  std::chrono::seconds file_time() const noexcept { return options_.file_time; }

  // The status of a process that has closed its socket, as of waitpid(); none if it lives on all the same,
  // and had to be ended.
  std::optional<int> wait_for_end();

 private:
  using Clock = std::chrono::steady_clock;

  // That it has used since it began.
  std::chrono::nanoseconds processor_time() const;
  Wait fill(std::chrono::nanoseconds most_work, Clock::time_point end);
  void reap(int options);

  const WorkerOptions& options_;
  Descriptor socket_;
  pid_t pid_ = -1;
  std::uint64_t received_ = 0;  // bytes, of the file at hand
  std::optional<int> status_;
  FrameReader frames_;
};

}  // namespace dossier
