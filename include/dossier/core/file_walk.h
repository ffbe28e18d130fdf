// Walking folders: every entry below a set of paths, in a fixed order, without following anything anywhere it
// should not go. Nothing is opened but folders and .dossierignore files.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A file of rules for what a walk leaves out below its folder, in the manner of .gitignore.
inline constexpr std::string_view ignore_file_name = ".dossierignore";

struct WalkOptions {
  std::vector<std::string> include;  // globs (core/glob.h): if any, only files that match one are taken
  std::vector<std::string> exclude;  // globs: what is left out; one with "/" at its end means folders only
  bool hidden_folders = false;       // enter folders whose name begins with a dot
  std::string skip_folder;  // absolute path of a folder never to enter (the index itself); may be empty
};

enum class EntryKind : std::uint8_t {
  file,           // a regular file
  link,           // a symbolic link; never followed
  special,        // FIFO, socket, device
  unreadable,     // a file or folder that could not be looked at
  loop,           // a folder that contains itself (bind mounts)
  excluded,       // left out by a rule of the user's
  hidden_folder,  // not entered
};

struct WalkEntry {
  EntryKind kind = EntryKind::file;
  std::string path;              // absolute; any bytes but NUL
  std::string root;              // the path asked for, absolute, under which it was found
  std::uint64_t size = 0;        // bytes
  std::int64_t modified_ns = 0;  // nanoseconds since 1970-01-01 UTC
  std::string detail;            // why it could not be looked at, where a link leads
};

// The absolute path of `path`, symbolic links in it resolved. Throws Error(usage) if there is no such file or
// folder.
std::string absolute_path(const std::string& path);

// Walks below `roots` (absolute, as from absolute_path) and gives every entry once, ordered by path bytes
// within a folder. A root that lies below another is walked once. A root that is gone gives an `unreadable`
// entry. A .dossierignore whose rules could not be read gives an `unreadable` entry, too: what it would have
// left out is given.
void walk_files(const std::vector<std::string>& roots, const WalkOptions& options,
                const std::function<void(const WalkEntry&)>& visit);

// True if `path` lies at or below the folder `root`.
bool is_below(std::string_view path, std::string_view root) noexcept;

// Absolute paths of files and folders, any number of them.
class PathSet {
 public:
  explicit PathSet(const std::vector<std::string>& paths) : paths_(paths.begin(), paths.end()) {}

  // True if `path` is one of them or lies below one. In time of its length alone.
  bool covers(std::string_view path) const { return contains(path) || covers_above(path); }
  // True if it lies below one.
  bool covers_above(std::string_view path) const;

 private:
  bool contains(std::string_view path) const { return paths_.find(path) != paths_.end(); }

  std::set<std::string, std::less<>> paths_;
};

}  // namespace dossier
