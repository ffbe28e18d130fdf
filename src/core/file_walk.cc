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
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>

#include "dossier/core/error.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxIgnoreBytes = 1 << 20;

std::string error_text(int code) {
  return std::generic_category().message(code);
}

// True if `c` is in the bracket expression that begins behind "[" at `at`; `at` is moved behind its "]".
std::optional<bool> match_bracket(std::string_view pattern, std::size_t& at, char c) {
  std::size_t i = at;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size(); ++i) {
    if (pattern[i] == ']' && i > first) return at = i + 1, found != negated;
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      found |= pattern[i] <= c && c <= pattern[i + 2];
      i += 2;
    } else {
      found |= pattern[i] == c;
    }
  }
  return std::nullopt;  // never closed: "[" stands for itself
}

// Greedy matching with one point of return for "*" and one for "**": linear in practice, quadratic at worst.
bool wildcard_match(std::string_view pattern, std::string_view text) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t p = 0, t = 0;
  std::size_t star_p = kNone, star_t = 0, deep_p = kNone, deep_t = 0;
  while (true) {
    if (p < pattern.size() && pattern.substr(p, 2) == "**") {
      p += 2;
      if (p < pattern.size() && pattern[p] == '/') ++p;  // "**/" also stands for nothing
      deep_p = p, deep_t = t, star_p = kNone;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star_p = ++p, star_t = t;
      continue;
    }
    if (p == pattern.size() && t == text.size()) return true;
    if (p < pattern.size() && t < text.size()) {
      std::size_t next = p + 1;
      bool matches = pattern[p] == text[t];
      if (pattern[p] == '?') matches = text[t] != '/';
      if (pattern[p] == '[') {
        if (const auto in = match_bracket(pattern, next, text[t])) matches = *in && text[t] != '/';
      }
      if (matches) {
        p = next, ++t;
        continue;
      }
    }
    if (star_p != kNone && star_t < text.size() && text[star_t] != '/') {
      p = star_p, t = ++star_t;
    } else if (deep_p != kNone && deep_t < text.size()) {
      p = deep_p, t = ++deep_t, star_p = kNone;
    } else {
      return false;
    }
  }
}

// One line of a .dossierignore file, with git's meaning.
struct IgnoreRule {
  std::string pattern;  // relative to the file's folder when anchored, else for the last segment
  std::string folder;   // where the rule holds
  bool anchored = false;
  bool folders_only = false;
  bool negated = false;
};

void read_ignore_file(const std::string& folder, std::vector<IgnoreRule>& rules) {
  const std::string name = folder + "/.dossierignore";
  struct stat info {};
  if (lstat(name.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return;
  if (static_cast<std::uint64_t>(info.st_size) > kMaxIgnoreBytes) return;
  std::ifstream in(name);
  for (std::string line; std::getline(in, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
      line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    IgnoreRule rule{.pattern = {}, .folder = folder};
    if (line[0] == '!') rule.negated = true, line.erase(0, 1);
    if (!line.empty() && line.back() == '/') rule.folders_only = true, line.pop_back();
    rule.anchored = line.find('/') != std::string::npos;
    if (!line.empty() && line[0] == '/') line.erase(0, 1);
    rule.pattern = line;
    if (!line.empty()) rules.push_back(std::move(rule));
  }
}

bool is_ignored(const std::vector<IgnoreRule>& rules, std::string_view path, bool folder) {
  bool ignored = false;
  for (const IgnoreRule& rule : rules) {
    if (rule.folders_only && !folder) continue;
    const std::string_view inside = path.substr(std::min(path.size(), rule.folder.size() + 1));
    const std::string_view last = path.substr(path.rfind('/') + 1);
    if (wildcard_match(rule.pattern, rule.anchored ? inside : last)) ignored = !rule.negated;
  }
  return ignored;
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
    rules_.clear();
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
        std::erase_if(rules_, [&](const IgnoreRule& rule) { return rule.folder == path; });
        break;
      case FTS_F:
        visit_file(entry, path);
        break;
      case FTS_SL:
      case FTS_SLNONE:
        give(EntryKind::link, path, link_target(path));
        break;
      case FTS_DC:
        give(EntryKind::loop, path, "a folder that contains itself");
        break;
      case FTS_DNR:
      case FTS_NS:
      case FTS_ERR:
        give(EntryKind::unreadable, path, error_text(entry->fts_errno));
        break;
      default:
        give(EntryKind::special, path, "not a regular file");
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
    read_ignore_file(path, rules_);
    return true;
  }

  void visit_file(const FTSENT* entry, const std::string& path) {
    if (std::strcmp(entry->fts_name, ".dossierignore") == 0) return;
    const bool wanted = options_.include.empty() ||
                        std::any_of(options_.include.begin(), options_.include.end(),
                                    [&](const std::string& glob) { return glob_match(glob, path); });
    if (!wanted || excluded(path, false)) return give(EntryKind::excluded, path, "excluded");
    const struct stat& info = *entry->fts_statp;
    visit_(
        {.kind = EntryKind::file,
         .path = path,
         .root = root_,
         .size = static_cast<std::uint64_t>(info.st_size),
         .modified_ns = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec,
         .detail = {}});
  }

  bool excluded(const std::string& path, bool folder) const {
    return is_ignored(rules_, path, folder) ||
           std::any_of(options_.exclude.begin(), options_.exclude.end(),
                       [&](const std::string& glob) { return glob_match(glob, path); });
  }

  static std::string link_target(const std::string& path) {
    std::array<char, PATH_MAX> buffer{};
    const ssize_t length = readlink(path.c_str(), buffer.data(), buffer.size());
    return "symbolic link" +
           (length > 0 ? " to " + std::string(buffer.data(), static_cast<std::size_t>(length)) : "");
  }

  void give(EntryKind kind, const std::string& path, std::string detail) const {
    visit_({.kind = kind, .path = path, .root = root_, .detail = std::move(detail)});
  }

  const WalkOptions& options_;
  const std::function<void(const WalkEntry&)>& visit_;
  std::string root_;
  std::vector<IgnoreRule> rules_;
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

bool glob_match(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos)
    return wildcard_match(pattern, path.substr(path.rfind('/') + 1));
  if (pattern[0] == '/') return wildcard_match(pattern, path);
  // A relative pattern may begin at any segment.
  return wildcard_match("**/" + std::string(pattern), path);
}

void walk_files(const std::vector<std::string>& roots, const WalkOptions& options,
                const std::function<void(const WalkEntry&)>& visit) {
  std::vector<std::string> sorted = roots;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  Walk walk(options, visit);
  for (const std::string& root : sorted) {
    const bool covered = std::any_of(sorted.begin(), sorted.end(), [&](const std::string& other) {
      return other != root && is_below(root, other);
    });
    if (!covered) walk.run(root);
  }
}

}  // namespace dossier
