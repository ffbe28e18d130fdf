#include "durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "dossier/core/error.h"

namespace dossier {

void throw_system_error(int code, const std::string& what, const std::string& path) {
  throw Error(ErrorCode::io, "cannot " + what + " " + path + ": " + std::generic_category().message(code),
              code == ENOSPC
                  ? "the disk is full: make room and run the command again; what was committed is kept"
                  : "");
}

void make_durable(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw_system_error(errno, "open", path);
  const int code = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  if (code != 0) throw_system_error(code, "sync", path);
}

}  // namespace dossier
