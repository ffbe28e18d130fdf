// Archives for tests, made in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dossier {

// Writes an archive member by member, by libarchive's names of a format ("zip", "ustar", "gnutar", "7zip",
// "cpio") and a filter ("none", "gzip", "bzip2", "xz", "zstd").
class ArchiveBuilder {
 public:
  explicit ArchiveBuilder(const char* format, const char* filter = "none")
      : archive_(archive_write_new(), archive_write_free) {
    archive* a = archive_.get();
    if (std::string_view(filter) != "none") check(archive_write_add_filter_by_name(a, filter));
    check(archive_write_set_format_by_name(a, format));
    archive_write_set_bytes_per_block(a, 0);
    check(archive_write_open2(a, this, nullptr, &ArchiveBuilder::append, nullptr, nullptr));
  }

  ArchiveBuilder& file(std::string_view name, std::string_view bytes) {
    return add(name, AE_IFREG, {}, bytes);
  }
  ArchiveBuilder& link(std::string_view name, std::string_view target) {
    return add(name, AE_IFLNK, target, {});
  }
  ArchiveBuilder& special(std::string_view name, unsigned type) { return add(name, type, {}, {}); }

  std::string bytes() {
    check(archive_write_close(archive_.get()));
    return bytes_;
  }

 private:
  static la_ssize_t append(archive*, void* self, const void* data, std::size_t size) {
    static_cast<ArchiveBuilder*>(self)->bytes_.append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  }

  ArchiveBuilder& add(std::string_view name, unsigned type, std::string_view target, std::string_view bytes) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), std::string(name).c_str());
    archive_entry_set_filetype(entry.get(), type);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    if (!target.empty()) archive_entry_set_symlink(entry.get(), std::string(target).c_str());
    check(archive_write_header(archive_.get(), entry.get()));
    if (!bytes.empty()) archive_write_data(archive_.get(), bytes.data(), bytes.size());
    return *this;
  }

  void check(int result) {
    if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(archive_.get()));
  }

  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
  std::string bytes_;
};

inline std::string zip_of(std::initializer_list<std::pair<std::string_view, std::string_view>> files) {
  ArchiveBuilder builder("zip");
  for (const auto& [name, bytes] : files) builder.file(name, bytes);
  return builder.bytes();
}

// One file, compressed.
inline std::string packed(const char* filter, std::string_view bytes) {
  return ArchiveBuilder("raw", filter).file("data", bytes).bytes();
}

}  // namespace dossier
