#include "dossier/extract/worker.h"

#include <fmt/format.h>
#include <string.h>
#include <sys/wait.h>

#include <csignal>

#include "dossier/core/error.h"
#include "worker_process.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxNameBytes = 4096;
// Members and parts of one file that may end workers, and attempts that may be made again: each costs up to
// the time of a whole file.
constexpr std::size_t kMostLost = 10;
constexpr std::size_t kMostLostParts = 3;  // of one document
constexpr int kRecognitionTimes = 3;       // as long as others may take files whose scans are read

Outcome failed(Reason reason, std::string detail) {
  return {Status::failed, reason, std::move(detail)};
}

// What the end of a process says of the file it was at work on; `ended` as of waitpid(), none if it lives on.
Outcome death(std::optional<int> ended) {
  if (!ended) return failed(Reason::crashed, "its worker answers no more");
  const int status = *ended;
  if (!WIFSIGNALED(status))
    return failed(Reason::crashed, fmt::format("its worker ended with exit code {}", WEXITSTATUS(status)));
  switch (const int signal = WTERMSIG(status)) {
    case SIGKILL:
      return failed(Reason::out_of_memory, "the system killed its worker, as it does when memory is short");
    case SIGXCPU:
      return failed(Reason::timed_out, "it needs more time than a file may take");
    case SIGBUS:
      return failed(Reason::unreadable, "it was cut short, or could not be read on, while it was being read");
    default:
      return failed(Reason::crashed,
                    fmt::format("its worker died of signal {} ({})", signal, strsignal(signal)));
  }
}

// How one attempt at a file went.
struct Attempt {
  Outcome outcome;
  bool answered = false;     // the outcome is the worker's own
  MemberPosition position;   // where in the file it was last
  bool came_to_this = true;  // it had just come there: no document came since, and no member was left
};

// The place right before `place`: reading on from there begins with it.
MemberPlace before(MemberPlace place) {
  --place.back();
  return place;
}

// Notes the part of a document that ended a worker. False if it was in none, or there are too many of them.
bool lose_part(LostParts& lost, const MemberPosition& at, Reason reason) {
  if (at.part == 0) return false;
  if (lost.place != at.place) lost = {.place = at.place, .parts = {}};
  if (lost.parts.size() == kMostLostParts) return false;
  const bool is_last = lost.parts.size() + 1 == kMostLostParts;
  lost.parts.push_back({.number = at.part, .reason = reason, .is_last = is_last});
  return true;
}

}  // namespace

struct Worker::Process : WorkerProcess {
  using WorkerProcess::WorkerProcess;

  std::optional<Confinement> confinement;
  std::optional<TextRecognition> recognition;
  bool used = false;  // other files have been through it

  Attempt attempt(const WorkerRequest& request, int fd, const DocumentSink& sink) {
    if (!send(request, fd)) return {.outcome = death(wait_for_end())};
    for (Attempt attempt;;) {
      auto [wait, message] = receive();
      if (wait != Wait::message) return attempt.outcome = end(wait), attempt;
      if (auto* document = std::get_if<ExtractedDocument>(&*message)) {
        attempt.came_to_this = false;
        sink(std::move(*document));
      } else if (auto* outcome = std::get_if<Outcome>(&*message)) {
        attempt.outcome = std::move(*outcome);
        attempt.answered = true;
        return attempt;
      } else if (auto* position = std::get_if<MemberPosition>(&*message)) {
        attempt.came_to_this = position->place.size() >= attempt.position.place.size();
        attempt.position = std::move(*position);
      } else if (!take_nature(*message)) {
        return attempt.outcome = end(Wait::nonsense), attempt;
      }
    }
  }

  // None where it does not say.
  std::optional<std::vector<FormatDescription>> formats() {
    if (!send({.asks_formats = true}, -1)) return std::nullopt;
    for (std::vector<FormatDescription> formats;;) {
      auto [wait, message] = receive();
      if (wait != Wait::message) return std::nullopt;
      if (auto* format = std::get_if<FormatDescription>(&*message))
        formats.push_back(std::move(*format));
      else if (std::holds_alternative<Outcome>(*message))
        return formats;
      else if (!take_nature(*message))
        return std::nullopt;
    }
  }

 private:
  // What the process says of itself. False if the message is something else, or says it again.
  bool take_nature(const WorkerMessage& message) {
    return take(confinement, message) || take(recognition, message);
  }
  template <typename Told>
  static bool take(std::optional<Told>& kept, const WorkerMessage& message) {
    const auto* told = std::get_if<Told>(&message);
    if (told == nullptr || kept) return false;
    kept = *told;
    return true;
  }

  Outcome end(Wait wait) {
    switch (wait) {
      case Wait::expired:
        return failed(Reason::timed_out,
                      fmt::format("nothing came of it for {} seconds", file_time().count()));
      case Wait::too_much:
        return failed(Reason::too_large, "more text comes of it than one file may give");
      case Wait::message:
      case Wait::nonsense:
        return failed(Reason::crashed, "its worker sent nonsense");
      case Wait::closed:
        break;
    }
    return death(wait_for_end());
  }
};

Worker::Worker(WorkerOptions options) : options_(std::move(options)) {
  if (!options_.recognition.wanted) return;
  options_.file_time *= kRecognitionTimes;
  options_.whole_file_time *= kRecognitionTimes;
}

Worker::~Worker() = default;

// Whatever ends its work before it is put back, an exception of a sink too, ends the process.
std::unique_ptr<Worker::Process> Worker::take_process() {
  std::unique_ptr<Process> process = std::exchange(process_, nullptr);
  if (!process || !process->running()) process = std::make_unique<Process>(options_);
  return process;
}

void Worker::take_nature(const Process& process) {
  if (process.confinement) confinement_ = process.confinement;
  if (process.recognition) recognition_ = process.recognition;
}

std::vector<FormatDescription> Worker::formats() {
  std::unique_ptr<Process> process = take_process();
  auto formats = process->formats();
  if (!formats)
    throw Error(ErrorCode::internal,
                fmt::format("the extraction worker {} does not say what it reads", options_.program));
  take_nature(*process);
  process_ = std::move(process);
  return std::move(*formats);
}

Outcome Worker::extract(int fd, std::string_view name, const DocumentSink& sink) {
  WorkerRequest request{.name = std::string(name.substr(0, kMaxNameBytes)),
                        .limits = options_.limits,
                        .options = options_.extraction};
  std::optional<MemberPosition> tried;  // where a worker has ended at once
  std::size_t retried = 0;
  std::size_t lost = 0;
  while (true) {
    std::unique_ptr<Process> process = take_process();
    Attempt attempt = process->attempt(request, fd, sink);
    take_nature(*process);
    // What earlier files have left behind in the process, memory above all, is not this one's fault; how long
    // it takes is.
    const Reason reason = attempt.outcome.reason;
    const bool maybe_innocent = reason == Reason::crashed || (process->used && reason != Reason::timed_out);
    process->used = true;
    const bool is_spent = !attempt.answered || reason == Reason::out_of_memory;
    if (!is_spent) {
      process_ = std::move(process);
      return attempt.outcome;
    }
    const MemberPosition& at = attempt.position;
    const bool is_again = maybe_innocent && attempt.came_to_this && tried != at && retried < kMostLost;
    if (is_again) tried = at, ++retried;
    if (is_again || (lost < kMostLost && lose_part(request.lost, at, reason))) {
      lost += is_again ? 0 : 1;
      if (!at.place.empty()) request.resume = before(at.place);
      continue;
    }
    if (at.place.empty() || (attempt.answered && at.part == 0)) return attempt.outcome;
    sink({.member = at.member, .outcome = attempt.outcome});
    if (++lost >= kMostLost) {
      return {Status::partial, reason,
              fmt::format("too much of it ended its workers; what comes behind {} was not read", at.member)};
    }
    request.resume = at.place;
  }
}

}  // namespace dossier
