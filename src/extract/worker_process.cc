#include "worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <system_error>

#include "dossier/core/error.h"
#include "dossier/extract/worker.h"

namespace dossier {
namespace {

constexpr std::size_t kReadBytes = 128 * 1024;
constexpr int kEndMilliseconds = 1000;
constexpr int kClockTimes = 3;  // file_time by the clock, for a process that gets little of a processor
constexpr std::uint64_t kLibraryBytes = 256u << 20;  // of address space, for the program and its libraries

// Sanitizers map terabytes of address space for themselves, under which no limit can be set.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

// Sets a limit of the process `pid`, which cannot raise it again once it is confined.
void limit(pid_t pid, __rlimit_resource resource, rlim_t most) {
  rlimit value{};
  if (prlimit(pid, resource, nullptr, &value) != 0) return;
  value.rlim_cur = std::min(most, value.rlim_max);
  prlimit(pid, resource, &value, nullptr);
}

[[noreturn]] void fail_to_start(const std::string& program, int error) {
  throw Error(ErrorCode::internal, fmt::format("cannot start the extraction worker {}: {}", program,
                                               std::generic_category().message(error)));
}

// The two ends, both above the standard descriptors even where some of those are closed.
std::pair<Descriptor, Descriptor> socket_pair(const std::string& program) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail_to_start(program, errno);
  const Descriptor low_ours(ends[0]);
  const Descriptor low_theirs(ends[1]);
  Descriptor ours(fcntl(ends[0], F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  Descriptor theirs(fcntl(ends[1], F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (ours.get() < 0 || theirs.get() < 0) fail_to_start(program, errno);
  return {std::move(ours), std::move(theirs)};
}

// posix_spawn's settings: what the child's descriptors and signals are.
struct SpawnSettings {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

  explicit SpawnSettings(int standard_input) {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, standard_input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
};

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

WorkerProcess::WorkerProcess(const WorkerOptions& options) : options_(options) {
  const std::string& program = options.program;
  auto [ours, theirs] = socket_pair(program);
  const SpawnSettings settings(theirs.get());
  std::string name = program;
  std::string recognition = std::string(recognition_argument) + options.recognition.languages;
  std::array<char*, 3> arguments{name.data(), options.recognition.wanted ? recognition.data() : nullptr,
                                 nullptr};
  const int error =
      posix_spawn(&pid_, program.c_str(), &settings.actions, &settings.attributes, arguments.data(), environ);
  if (error != 0) fail_to_start(program, error);
  socket_ = std::move(ours);
  if (kSanitized) return;
  limit(pid_, RLIMIT_DATA, options.memory_bytes);
  limit(pid_, RLIMIT_AS, options.memory_bytes + options.limits.file_bytes + kLibraryBytes);
}

WorkerProcess::~WorkerProcess() {
  if (status_) return;
  kill(pid_, SIGKILL);
  reap(0);
}

void WorkerProcess::reap(int options) {
  int status = 0;
  pid_t ended = 0;
  do {
    ended = waitpid(pid_, &status, options);
  } while (ended < 0 && errno == EINTR);
  if (ended == pid_) status_ = status;
}

bool WorkerProcess::running() {
  if (!status_) reap(WNOHANG);
  return !status_;
}

std::optional<int> WorkerProcess::wait_for_end() {
  if (running()) {
    // Its socket is closed a moment before it has ended.
    const Descriptor process(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
    pollfd poller{.fd = process.get(), .events = POLLIN, .revents = 0};
    poll(&poller, 1, kEndMilliseconds);
  }
  return running() ? std::nullopt : status_;
}

bool WorkerProcess::send(const WorkerRequest& request, int fd) {
  received_ = 0;
  const auto used = std::chrono::ceil<std::chrono::seconds>(processor_time());
  limit(pid_, RLIMIT_CPU, static_cast<rlim_t>((used + options_.whole_file_time).count()));
  std::string frame;
  append_frame(frame, encode_request(request));
  iovec part{.iov_base = frame.data(), .iov_len = frame.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (fd >= 0) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &fd, sizeof(int));
  }
  ssize_t sent = 0;
  do {
    sent = sendmsg(socket_.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  // The worker waits for a request, so that its socket is empty and takes one whole.
  return sent == static_cast<ssize_t>(frame.size());
}

std::chrono::nanoseconds WorkerProcess::processor_time() const {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &used) != 0) return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

Wait WorkerProcess::fill(std::chrono::nanoseconds most_work, Clock::time_point end) {
  while (true) {
    const auto left = std::min<std::chrono::nanoseconds>(most_work - processor_time(), end - Clock::now());
    if (left.count() <= 0) return Wait::expired;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(left);
    pollfd poller{.fd = socket_.get(), .events = POLLIN, .revents = 0};
    const int ready = poll(&poller, 1, static_cast<int>(std::min<std::int64_t>(wait.count(), 1 << 30)));
    if (ready < 0 && errno != EINTR) return Wait::closed;
    if (ready <= 0) continue;
    std::array<char, kReadBytes> bytes;
    const ssize_t got = recv(socket_.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return Wait::closed;
    received_ += static_cast<std::uint64_t>(got);
    frames_.append({bytes.data(), static_cast<std::size_t>(got)});
    return Wait::message;
  }
}

std::pair<Wait, std::optional<WorkerMessage>> WorkerProcess::receive() {
  const auto most_work = processor_time() + options_.file_time;
  const auto end = Clock::now() + kClockTimes * options_.file_time;
  while (true) {
    if (const auto record = frames_.next()) {
      auto message = decode_message(*record);
      frames_.release();
      const Wait wait = message ? Wait::message : Wait::nonsense;
      return {wait, std::move(message)};
    }
    if (frames_.broken()) return {Wait::nonsense, std::nullopt};
    if (received_ > options_.output_bytes) return {Wait::too_much, std::nullopt};
    if (const Wait wait = fill(most_work, end); wait != Wait::message) return {wait, std::nullopt};
  }
}

}  // namespace dossier
