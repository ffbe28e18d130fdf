#include "open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "dossier/core/hash.h"

namespace dossier {
namespace {

Outcome unreadable(int code) {
  return {Status::failed, Reason::unreadable, std::generic_category().message(code)};
}

}  // namespace

OpenFile::OpenFile(const std::string& path, const ExtractionLimits& limits, bool follow_link)
    : fd_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | (follow_link ? 0 : O_NOFOLLOW))),
      source_{.path = path} {
  struct stat info {};
  if (fd_ < 0 || fstat(fd_, &info) != 0) {
    outcome_ = errno == ELOOP   ? Outcome{Status::skipped, Reason::bad_link, "symbolic link, not followed"}
               : errno == ENXIO ? Outcome{Status::skipped, Reason::not_a_file, "not a regular file"}
                                : unreadable(errno);
    return;
  }
  source_.size = static_cast<std::uint64_t>(info.st_size);
  source_.modified_ns = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
  if (S_ISDIR(info.st_mode))
    outcome_ = unreadable(EISDIR);
  else if (!S_ISREG(info.st_mode))
    outcome_ = {Status::skipped, Reason::not_a_file, "not a regular file"};
  else if (source_.size > limits.file_bytes)
    outcome_ = {Status::skipped, Reason::too_large, std::to_string(source_.size) + " bytes"};
}

OpenFile::~OpenFile() {
  if (fd_ >= 0) close(fd_);
}

std::string OpenFile::hash() {
  Hasher hasher;
  // No larger than it needs: clearing a megabyte takes longer than hashing most files.
  std::string buffer(std::min<std::uint64_t>(source_.size + 1, 1 << 20), '\0');
  while (true) {
    const ssize_t count = ::read(fd_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return outcome_ = unreadable(errno), std::string();
    if (count == 0) return hasher.hex();
    hasher.update({buffer.data(), static_cast<std::size_t>(count)});
  }
}

std::string_view file_name(std::string_view path) noexcept {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace dossier
