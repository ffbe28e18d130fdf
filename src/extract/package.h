// Packages: zip files whose members are the parts of one document (OOXML, OpenDocument, EPUB).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

struct PackagePart {
  std::string bytes;
  bool damaged = false;  // it ends early, or its checksum is not what was written
  bool cut = false;      // there was more than may be read
};

// Limits, in bytes after unpacking: against a member of megabytes that unpacks to terabytes.
inline constexpr std::uint64_t max_part_bytes = 64ull << 20;
inline constexpr std::uint64_t max_package_bytes = 192ull << 20;  // of all parts that are read
inline constexpr std::size_t max_package_members = 100'000;

// Names of parts are paths inside the package without a leading slash; small and capital letters are the
// same. Of two parts with one name the first counts; members that are no files, or whose name leads out of
// the package, are not seen. Nothing is ever unpacked to a disk.
class Package {
 public:
  // `bytes` must stay for as long as this lives. A zip whose directory at the end is missing or wrong is read
  // from the front. Throws nothing but std::bad_alloc.
  explicit Package(std::string_view bytes);

  // No member can be found.
  bool empty() const noexcept { return names_.empty(); }
  // A member needs a password.
  bool encrypted() const noexcept { return encrypted_; }
  // What is broken of the zip itself, for people; empty if nothing is.
  const std::string& problem() const noexcept { return problem_; }

  // In the order of the file, as they are written.
  const std::vector<std::string>& names() const noexcept { return names_; }
  bool has(std::string_view name) const { return index_.contains(key(name)); }

  // Reads these parts in one go, for part() to give. Each call walks over the whole package.
  void load(const std::vector<std::string>& names);
  // The same of all parts whose names, as they are written, are `wanted`.
  void load_if(bool (*wanted)(std::string_view name));
  // The part, or null if it is not there or was not loaded.
  const PackagePart* part(std::string_view name) const;
  // Frees what load() has read of a part.
  void release(std::string_view name);
  // load() and part() of a single part.
  const PackagePart* read(std::string_view name);

 private:
  struct Member;
  static std::string key(std::string_view name);
  template <typename Visit>
  bool walk(Visit&& visit);
  bool list();
  void unpack(const Member& member, PackagePart& part);

  std::string_view bytes_;
  bool from_the_front_ = false;
  bool encrypted_ = false;
  std::string problem_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::map<std::string, PackagePart, std::less<>> parts_;
  std::uint64_t read_bytes_ = 0;
};

// The name of the part that `target`, as written in the part `from`, leads to: relative to its folder, or
// from the root if it begins with a slash. Escapes such as %20 are resolved, what follows a "#" goes. Empty
// if it leads out of the package.
std::string resolve_part(std::string_view from, std::string_view target);

}  // namespace dossier
