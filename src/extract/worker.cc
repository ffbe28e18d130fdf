#include "dossier/extract/worker.h"

#include <fmt/format.h>
#include <string.h>
#include <sys/wait.h>

#include <csignal>

#include "worker_process.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxNameBytes = 4096;

Outcome death(std::optional<int> ended) {
  if (!ended) return {Status::failed, Reason::crashed, "its worker answers no more"};
  const int status = *ended;
  if (!WIFSIGNALED(status)) {
    return {Status::failed, Reason::crashed,
            fmt::format("its worker ended with exit code {}", WEXITSTATUS(status))};
  }
  const int signal = WTERMSIG(status);
  if (signal == SIGKILL) {
    return {Status::failed, Reason::out_of_memory,
            "the system killed its worker, as it does when memory is short"};
  }
  return {Status::failed, Reason::crashed,
          fmt::format("its worker died of signal {} ({})", signal, strsignal(signal))};
}

// How one attempt at a file went.
struct Attempt {
  Outcome outcome;
  bool answered = false;        // the outcome is the worker's own: it lives and can take the next file
  bool worth_retrying = false;  // the process died before any document came
};

}  // namespace

struct Worker::Process : WorkerProcess {
  using WorkerProcess::WorkerProcess;

  Attempt attempt(const WorkerRequest& request, int fd, std::chrono::seconds time, const DocumentSink& sink) {
    if (!send(request, fd)) return {.outcome = death(wait_for_end()), .worth_retrying = true};
    for (bool any = false;; any = true) {
      auto [wait, message] = receive(time);
      switch (wait) {
        case Wait::message:
          break;
        case Wait::closed:
          return {.outcome = death(wait_for_end()), .worth_retrying = !any};
        case Wait::nonsense:
          return {{Status::failed, Reason::crashed, "its worker sent nonsense"}};
        case Wait::expired:
          return {{Status::failed, Reason::timed_out,
                   fmt::format("nothing came of it for {} seconds", time.count())}};
      }
      if (auto* outcome = std::get_if<Outcome>(&*message)) {
        return {.outcome = std::move(*outcome), .answered = true};
      }
      sink(std::get<ExtractedDocument>(std::move(*message)));
    }
  }
};

Worker::Worker(WorkerOptions options) : options_(std::move(options)) {}

Worker::~Worker() = default;

Outcome Worker::extract(int fd, std::string_view name, const DocumentSink& sink) {
  const WorkerRequest request{.name = std::string(name.substr(0, kMaxNameBytes)),
                              .limits = options_.limits,
                              .memory_bytes = options_.memory_bytes};
  for (bool again = false;; again = true) {
    // Taken out while it works: whatever ends this attempt, an exception of the sink too, ends the process.
    std::unique_ptr<Process> process = std::exchange(process_, nullptr);
    if (!process || !process->running()) process = std::make_unique<Process>(options_.program);
    Attempt attempt = process->attempt(request, fd, options_.file_time, sink);
    // A worker short of memory may have lost it to earlier files.
    if (attempt.answered && attempt.outcome.reason != Reason::out_of_memory) process_ = std::move(process);
    if (!attempt.worth_retrying || attempt.outcome.reason != Reason::crashed || again) return attempt.outcome;
  }
}

}  // namespace dossier
