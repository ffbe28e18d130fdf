#include "dossier/core/file_walk.h"

#include <fts.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>

#include "dossier/core/error.h"
#include "dossier/core/glob.h"
#include "ignore_rules.h"

namespace dossier {
namespace {

std::string error_text(int code) {
  return std::generic_category().message(code);
}

int by_name(const FTSENT** a, const FTSENT** b) {
  return std::strcmp((*a)->fts_name, (*b)->fts_name);
}

struct CloseFts {
  void operator()(FTS* fts) const noexcept { fts_close(fts); }
};

class Walk {
 public:
  Walk(const WalkOptions& options, const std::function<void(const WalkEntry&)>& visit)
      : options_(options), visit_(visit) {}

  void run(const std::string& root) {
    root_ = root;
    rules_ = {};
    std::string copy = root;
    char* paths[] = {copy.data(), nullptr};
    const std::unique_ptr<FTS, CloseFts> fts(fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, by_name));
    if (!fts) throw Error(ErrorCode::io, "cannot read " + root + ": " + error_text(errno));
    while (FTSENT* entry = fts_read(fts.get())) step(fts.get(), entry);
  }

 private:
  void step(FTS* fts, FTSENT* entry) {
    const std::string path(entry->fts_path);
    switch (entry->fts_info) {
      case FTS_D:
        if (!enter(entry, path)) fts_set(fts, entry, FTS_SKIP);
        break;
      case FTS_DP:
        rules_.leave(path);
        break;
      case FTS_DC:
        give(EntryKind::loop, path, "a folder that contains itself");
        break;
      case FTS_DNR:
        rules_.leave(path);
        [[fallthrough]];
      case FTS_NS:
      case FTS_ERR:
        give(EntryKind::unreadable, path, error_text(entry->fts_errno));
        break;
      default:
        visit(entry, path);
        break;
    }
  }

  bool enter(const FTSENT* entry, const std::string& path) {
    if (path == options_.skip_folder) return false;
    if (entry->fts_level > 0) {
      if (entry->fts_name[0] == '.' && !options_.hidden_folders) {
        return give(EntryKind::hidden_folder, path, "hidden folder"), false;
      }
      if (excluded(path, true)) return give(EntryKind::excluded, path, "excluded"), false;
    }
    if (auto problem = rules_.enter(path); !problem.empty()) {
      give(EntryKind::unreadable, path + "/" + std::string(ignore_file_name),
           "its rules do not hold: " + std::move(problem));
    }
    return true;
  }

  void visit(const FTSENT* entry, const std::string& path) {
    const bool is_file = entry->fts_info == FTS_F;
    if (is_file && entry->fts_name == ignore_file_name) return;
    const bool wanted = options_.include.empty() ||
                        std::any_of(options_.include.begin(), options_.include.end(),
                                    [&](const std::string& glob) { return glob_match(glob, path); });
    if (!wanted || excluded(path, false)) return give(EntryKind::excluded, path, "excluded");
    if (is_file) return give_file(*entry->fts_statp, path);
    const bool is_link = entry->fts_info == FTS_SL || entry->fts_info == FTS_SLNONE;
    give(is_link ? EntryKind::link : EntryKind::special, path,
         is_link ? link_target(path) : "not a regular file");
  }

  bool excluded(std::string_view path, bool is_folder) const {
    return rules_.ignores(path, is_folder) ||
           std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](std::string_view glob) {
             if (!glob.ends_with('/')) return glob_match(glob, path);
             return is_folder && glob_match(glob.substr(0, glob.size() - 1), path);
           });
  }

  static std::string link_target(const std::string& path) {
    std::array<char, PATH_MAX> buffer{};
    const ssize_t length = readlink(path.c_str(), buffer.data(), buffer.size());
    return "symbolic link" +
           (length > 0 ? " to " + std::string(buffer.data(), static_cast<std::size_t>(length)) : "");
  }

  void give_file(const struct stat& info, const std::string& path) const {
    visit_(
        {.kind = EntryKind::file,
         .path = path,
         .root = root_,
         .size = static_cast<std::uint64_t>(info.st_size),
         .modified_ns = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec,
         .detail = {}});
  }

  void give(EntryKind kind, const std::string& path, std::string detail) const {
    visit_({.kind = kind, .path = path, .root = root_, .detail = std::move(detail)});
  }

  const WalkOptions& options_;
  const std::function<void(const WalkEntry&)>& visit_;
  std::string root_;
  IgnoreRules rules_;
};

}  // namespace

std::string absolute_path(const std::string& path) {
  if (path.find('\0') != std::string::npos) throw Error(ErrorCode::usage, "a path cannot hold a NUL byte");
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
  if (!real) {
    throw Error(ErrorCode::usage, "cannot index " + path + ": " + error_text(errno),
                errno == ENOENT ? "check the spelling; relative paths start from the current folder" : "");
  }
  return real.get();
}

bool is_below(std::string_view path, std::string_view root) noexcept {
  if (root == "/") return !path.empty() && path[0] == '/';
  return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

void walk_files(const std::vector<std::string>& roots, const WalkOptions& options,
                const std::function<void(const WalkEntry&)>& visit) {
  const PathSet all(roots);
  Walk walk(options, visit);
  for (const std::string& root : std::set<std::string>(roots.begin(), roots.end())) {
    if (!all.covers_above(root)) walk.run(root);
  }
}

bool PathSet::covers_above(std::string_view path) const {
  while (path.size() > 1) {
    path = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
    if (contains(path)) return true;
  }
  return false;
}

}  // namespace dossier
