#include "folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "dossier/core/error.h"

namespace dossier {
namespace {

[[noreturn]] void refuse(const std::string& folder, int code) {
  throw Error(ErrorCode::no_index,
              "cannot write to the index " + folder + ": " + std::generic_category().message(code),
              "check its permissions, or name another with --index");
}

}  // namespace

FolderLock::FolderLock(const std::string& folder) {
  const std::string path = folder + "/lock";
  fd_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) refuse(folder, errno);
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (fcntl(fd_, F_SETLK, &lock) == 0) return;
  const int code = errno;
  struct flock holder = lock;
  const bool known = fcntl(fd_, F_GETLK, &holder) == 0 && holder.l_type != F_UNLCK;
  close(fd_);
  if (code != EACCES && code != EAGAIN) refuse(folder, code);  // a file system without locks
  throw Error(ErrorCode::locked,
              fmt::format("the index {} is being written by another process{}", folder,
                          known ? fmt::format(" (pid {})", holder.l_pid) : ""),
              "wait until it is done; searching works meanwhile");
}

FolderLock::~FolderLock() {
  close(fd_);
}

}  // namespace dossier
