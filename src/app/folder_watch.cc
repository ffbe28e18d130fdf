#include "dossier/app/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <filesystem>
#include <optional>
#include <system_error>
#include <unordered_map>

#include "dossier/core/error.h"
#include "dossier/core/file_walk.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                   IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

}  // namespace

struct FolderWatch::Impl {
  explicit Impl(FolderWatchOptions given)
      : options(std::move(given)),
        inotify(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
        stopper(eventfd(0, EFD_CLOEXEC)) {
    if (inotify < 0 || stopper < 0) fail(errno);
    for (std::string& path : options.left_out) path = canonical(path);
    for (const std::string& path : options.paths) {
      std::error_code error;
      const std::string root = canonical(path);
      // A file that is replaced has another inode: its folder says so.
      if (fs::is_directory(root, error))
        add_tree(root);
      else
        add(fs::path(root).parent_path());
    }
  }
  ~Impl() {
    close(inotify);
    close(stopper);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[noreturn]] static void fail(int error) {
    throw Error(ErrorCode::io,
                fmt::format("cannot watch folders: {}", std::generic_category().message(error)),
                "fs.inotify.max_user_instances may be too low");
  }

  static std::string canonical(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return error ? path : whole.string();
  }

  bool is_left_out(const std::string& folder) const {
    return std::any_of(options.left_out.begin(), options.left_out.end(),
                       [&](const std::string& out) { return is_below(folder, out); });
  }

  void add(const std::string& folder) {
    const int watch = inotify_add_watch(inotify, folder.c_str(), kChanges);
    if (watch >= 0)
      folders[watch] = folder;
    else if (errno == ENOSPC || errno == ENOMEM || errno == EACCES)
      complete = false;
  }

  // The folder and those below it but hidden ones. Symbolic links are not followed: what they lead to within
  // the folder is watched where it is.
  void add_tree(const std::string& root) {
    if (is_left_out(root)) return;
    add(root);
    std::error_code error;
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, error);
    while (!error && entry != fs::recursive_directory_iterator()) {
      std::error_code gone;
      if (entry->is_directory(gone) && !entry->is_symlink(gone)) {
        const std::string folder = entry->path();
        if (entry->path().filename().native().starts_with('.') || is_left_out(folder))
          entry.disable_recursion_pending();
        else
          add(folder);
      }
      entry.increment(error);
    }
  }

  // Takes all events there are. Gives whether one is about something that an index may hold.
  bool take_events() {
    bool changed = false;
    alignas(inotify_event) std::array<char, 64 * 1024> bytes;
    for (ssize_t size = 0; (size = read(inotify, bytes.data(), bytes.size())) > 0;) {
      for (const char* at = bytes.data(); at < bytes.data() + size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(at);
        at += sizeof(inotify_event) + event->len;
        changed = take(*event) || changed;
      }
    }
    return changed;
  }

  bool take(const inotify_event& event) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      // What was missed may be a folder.
      for (const std::string& path : options.paths) add_tree(canonical(path));
      return true;
    }
    const auto folder = folders.find(event.wd);
    if ((event.mask & IN_IGNORED) != 0) {
      if (folder != folders.end()) folders.erase(folder);
      return false;
    }
    if (folder == folders.end()) return true;
    const std::string name = event.len > 0 ? event.name : "";
    const std::string path = name.empty() ? folder->second : folder->second + "/" + name;
    if (is_left_out(path)) return false;
    if ((event.mask & IN_ISDIR) == 0) return true;
    if (name.starts_with('.')) return false;
    if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_tree(path);
    return true;
  }

  // Waits for events until then; false when stop() was called.
  bool wait_until(std::optional<Clock::time_point> until) const {
    for (;;) {
      int timeout = -1;
      if (until) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
        timeout = static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
      }
      std::array<pollfd, 2> watched = {{{inotify, POLLIN, 0}, {stopper, POLLIN, 0}}};
      if (poll(watched.data(), watched.size(), timeout) < 0 && errno == EINTR) continue;
      return watched[1].revents == 0;
    }
  }

  FolderWatchOptions options;
  int inotify;
  int stopper;
  std::unordered_map<int, std::string> folders;  // by watch
  std::atomic<bool> complete{true};
};

FolderWatch::FolderWatch(FolderWatchOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
FolderWatch::~FolderWatch() = default;

bool FolderWatch::wait() {
  const auto supposed = Clock::now() + impl_->options.suppose;
  std::optional<Clock::time_point> first;
  Clock::time_point last;
  for (;;) {
    const Clock::time_point now = Clock::now();
    if (first && (now >= last + impl_->options.quiet || now >= *first + impl_->options.longest)) return true;
    if (!first && !impl_->complete && now >= supposed) return true;
    std::optional<Clock::time_point> until;
    if (first)
      until = std::min(last + impl_->options.quiet, *first + impl_->options.longest);
    else if (!impl_->complete)
      until = supposed;
    if (!impl_->wait_until(until)) return false;
    if (!impl_->take_events()) continue;
    last = Clock::now();
    if (!first) first = last;
  }
}

void FolderWatch::stop() {
  const std::uint64_t one = 1;
  // It fails only where it was called before, often: then there is nothing to do.
  if (write(impl_->stopper, &one, sizeof one) < 0) return;
}

bool FolderWatch::complete() const noexcept {
  return impl_->complete;
}

}  // namespace dossier
