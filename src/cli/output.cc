#include "output.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

#include "dossier/core/error.h"
#include "environment.h"

namespace dossier {

DescriptorStream::DescriptorStream(int descriptor) : std::ostream(nullptr), buffer_(descriptor) {
  rdbuf(&buffer_);
  exceptions(std::ios::badbit);  // so that what the buffer throws gets through
}

int DescriptorStream::Buffer::overflow(int c) {
  if (sync() != 0) return traits_type::eof();
  if (c != traits_type::eof()) {
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
  }
  return traits_type::not_eof(c);
}

int DescriptorStream::Buffer::sync() {
  const char* at = pbase();
  while (at < pptr()) {
    const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int code = errno;
      setp(bytes_, bytes_ + sizeof bytes_);  // nothing is left to be written again
      if (code == EPIPE) throw ClosedPipe();
      throw Error(ErrorCode::io, "cannot write the output: " + std::generic_category().message(code));
    }
    at += written;
  }
  setp(bytes_, bytes_ + sizeof bytes_);
  return 0;
}

Pager::Pager(bool wanted) {
  if (!wanted || !is_terminal(STDOUT_FILENO)) return;
  std::string command = environment("PAGER");
  if (command == "cat") return;
  if (command.empty()) command = "less";
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    std::signal(SIGPIPE, SIG_DFL);
    setenv("LESS", "FRX", 0);  // leave at once what fits on a screen, keep colours
    // Without the pager (126, 127: the shell cannot run it) the text still comes through.
    command += "\ncase $? in 126|127) exec cat ;; esac";
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[0]);
  if (process_ > 0) {
    std::signal(SIGINT, SIG_IGN);
    saved_output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(ends[1], STDOUT_FILENO);
  }
  close(ends[1]);
}

Pager::~Pager() {
  if (process_ <= 0) return;
  dup2(saved_output_, STDOUT_FILENO);  // closes the pipe: the pager sees the end
  close(saved_output_);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGINT, SIG_DFL);
}

Output::Output(ColorChoice choice, bool for_people)
    : style_(style_for(STDOUT_FILENO, choice)), pager_(for_people), stream_(STDOUT_FILENO) {}

void say(std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void hold_standard_descriptors() noexcept {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    // The lowest free number is this one. Opened the wrong way round, so that using it fails.
    (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace dossier
