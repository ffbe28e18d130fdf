// Extraction in child processes: a hostile file ends its worker, never the program. A worker is this program
// started again with `worker_argument` as its only argument; files reach it as open descriptors over a
// socket, documents come back as framed records (wire.h) and are checked before use.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"

namespace dossier {

inline constexpr const char* worker_argument = "--extraction-worker";

struct WorkerOptions {
  std::string program = "/proc/self/exe";  // what is executed; must call run_worker() on worker_argument
  ExtractionLimits limits;
  ExtractionOptions extraction;
  std::uint64_t memory_bytes = 512ull << 20;  // memory a worker may use, beside the file itself
  // Of work without a document, a step to a member or an end; then the worker is killed. One that got no
  // processor for a while is given up to three times as long by the clock.
  std::chrono::seconds file_time{10};
  std::chrono::seconds whole_file_time{600};  // of work for a file, however many documents come of it
  std::uint64_t output_bytes = 2ull << 30;    // that a file may give; more of it is not taken
};

// Which files a worker can open by name.
enum class FileAccess : std::uint8_t {
  any,          // all that its user can
  shared_data,  // to read: what the system shares, libraries and their data
  none,
};

// What confines a worker beside its limits of memory and time, as far as the system offers it.
struct Confinement {
  bool system_calls = false;  // all are refused but those that reading a document needs
  FileAccess files = FileAccess::any;
  friend bool operator==(const Confinement&, const Confinement&) = default;
};

// One worker process, started at the first file and again after a crash. Use from one thread at a time.
class Worker {
 public:
  explicit Worker(WorkerOptions options);
  ~Worker();  // ends the process
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Extracts the open regular file `fd` (borrowed; read from its start), called `name`. Documents go to
  // `sink` as they come. A worker that dies, hangs or sends nonsense gives failed with crashed, timed_out or
  // out_of_memory. If no document had come from it yet, the file is tried once more, alone in a fresh worker:
  // after a crash, and after any end of a worker that other files had been through. The same holds for the
  // member of the file that was being read; the file is then read on behind that member, unless too many end
  // their workers. An exception of the sink passes through and ends the worker.
  Outcome extract(int fd, std::string_view name, const DocumentSink& sink);

  // What the process that took the last file is confined by; none before it has said so.
  const std::optional<Confinement>& confinement() const noexcept { return confinement_; }

 private:
  struct Process;
  WorkerOptions options_;
  std::unique_ptr<Process> process_;
  std::optional<Confinement> confinement_;
};

// What a worker does with a file.
using Extract = std::function<Outcome(const ExtractionInput&, const DocumentSink&)>;

// The worker's side: lets each extractor prepare, confines the process for good, then serves files from the
// socket that is its standard input until it closes. Returns the exit code.
int run_worker(const Extract& extract = &dossier::extract);

}  // namespace dossier
