#include "cli/terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace dossier::cli {

Terminal::Terminal(const Sandbox& sandbox, unsigned short columns, const std::vector<std::string>& arguments,
                   const Launch& launch) {
  Command command(sandbox, arguments, launch);
  const winsize size{.ws_row = 40, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
  pid_ = forkpty(&master_, nullptr, nullptr, &size);
  if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "forkpty");
  if (pid_ == 0) command.execute();
}

Terminal::~Terminal() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  finish();
}

void Terminal::type(std::string_view keys) const {
  if (write(master_, keys.data(), keys.size()) < 0)
    throw std::system_error(errno, std::generic_category(), "write");
}

// The other side is gone when reading fails (EIO) or nothing comes for a minute.
bool Terminal::read_some() {
  pollfd polled{master_, POLLIN, 0};
  if (poll(&polled, 1, 60'000) <= 0) {
    kill(pid_, SIGKILL);
    return false;
  }
  char bytes[1 << 14];
  const ssize_t count = read(master_, bytes, sizeof bytes);
  if (count <= 0) return false;
  shown_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

bool Terminal::wait_for_text(const std::string& text) {
  while (shown_.find(text) == std::string::npos) {
    if (!read_some()) return false;
  }
  return true;
}

Finished Terminal::finish() {
  while (read_some()) {
  }
  close(std::exchange(master_, -1));
  Finished finished;
  finished.code = wait_for(std::exchange(pid_, -1));
  for (std::size_t at = shown_.find("\r\n"); at != std::string::npos; at = shown_.find("\r\n", at))
    shown_.erase(at, 1);
  finished.out = std::move(shown_);
  return finished;
}

}  // namespace dossier::cli
