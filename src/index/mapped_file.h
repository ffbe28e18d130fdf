// Files that are written whole and read by mapping them into memory.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace dossier {

// Writes a file of these parts, over one of its name, and makes it and its name durable. Throws Error(io).
void write_durably(const std::string& path, std::initializer_list<std::string_view> parts);

// A file's bytes, read where they lie. Empty where it cannot be opened, or is.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path) noexcept;
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const noexcept { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace dossier
