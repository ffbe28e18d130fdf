#include "kept_index.h"

#include <fmt/format.h>
#include <signal.h>

#include "child_process.h"
#include "context.h"

namespace dossier {

KeptIndex::KeptIndex(std::string index, std::vector<std::string> paths)
    : index_(std::move(index)),
      paths_(std::move(paths)),
      watch_({.paths = paths_, .left_out = {index_}}),
      thread_([this] { run(); }) {}

KeptIndex::~KeptIndex() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    if (process_ > 0) kill(process_, SIGTERM);
  }
  watch_.stop();
  thread_.join();
}

void KeptIndex::run() {
  if (!watch_.complete())
    say("dossier: not all folders can be watched (fs.inotify.max_user_watches); looking every minute "
        "instead\n");
  do {
    update();
  } while (watch_.wait());
}

void KeptIndex::update() {
  std::vector<std::string> arguments = {"index", "--index", index_, "--progress", "never", "--"};
  arguments.insert(arguments.end(), paths_.begin(), paths_.end());
  pid_t process = -1;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    process = process_ = start_process("/proc/self/exe", arguments);
  }
  const int code = process > 0 ? wait_for_process(process) : -1;
  const std::lock_guard lock(mutex_);
  process_ = -1;
  if (code != exit_ok && !stopping_)
    say(fmt::format(
        "dossier: the index was not brought up to date (code {}); trying again after the next change\n",
        code));
}

}  // namespace dossier
