#include "mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "durable.h"

namespace dossier {
namespace {

class File {
 public:
  File(const std::string& path, int flags) noexcept : fd_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const noexcept { return fd_; }

 private:
  int fd_;
};

void write_all(const File& file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.fd(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(errno, "write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void write_durably(const std::string& path, std::initializer_list<std::string_view> parts) {
  const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (file.fd() < 0) throw_system_error(errno, "create", path);
  for (const std::string_view part : parts) write_all(file, path, part);
  make_durable(path);
  make_durable(std::filesystem::path(path).parent_path());  // where its name stands
}

MappedFile::MappedFile(const std::string& path) noexcept {
  const File file(path, O_RDONLY);
  struct stat info {};
  if (file.fd() < 0 || fstat(file.fd(), &info) != 0 || info.st_size <= 0) return;
  const auto size = static_cast<std::size_t>(info.st_size);
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
  if (mapped != MAP_FAILED) bytes_ = {static_cast<const char*>(mapped), size};
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace dossier
