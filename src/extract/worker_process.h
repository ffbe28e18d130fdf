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

// What came of waiting for a message.
enum class Wait : std::uint8_t { message, closed, expired, nonsense };

// A child process that runs `program` as a worker. Its standard input is our socket, its output goes nowhere,
// and no other descriptor of ours reaches it, whatever other threads open meanwhile. Killed and reaped on
// destruction.
class WorkerProcess {
 public:
  // Throws Error(internal) if it cannot be started.
  explicit WorkerProcess(const std::string& program);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // False if the process has ended meanwhile.
  bool running();

  // Sends a request and the file. False if the process does not take it.
  bool send(const WorkerRequest& request, int fd);

  // Waits for the next message, at most `time`.
  std::pair<Wait, std::optional<WorkerMessage>> receive(std::chrono::milliseconds time);

  // The status of a process that has closed its socket, as of waitpid(); none if it lives on all the same,
  // and had to be ended.
  std::optional<int> wait_for_end();

 private:
  Wait fill(std::chrono::steady_clock::time_point deadline);
  void reap(int options);

  Descriptor socket_;
  pid_t pid_ = -1;
  std::optional<int> status_;
  FrameReader frames_;
};

}  // namespace dossier
