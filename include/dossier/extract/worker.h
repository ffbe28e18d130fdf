// Extraction in child processes: a hostile file ends its worker, never the program. A worker is this program
// started again with `worker_argument` as its only argument; files reach it as open descriptors over a
// socket, documents come back as framed records (wire.h) and are checked before use.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"

namespace dossier {

inline constexpr const char* worker_argument = "--extraction-worker";

struct WorkerOptions {
  std::string program = "/proc/self/exe";  // what is executed; must call run_worker() on worker_argument
  ExtractionLimits limits;
  std::uint64_t memory_bytes = 2ull << 30;  // address space a worker may use
  std::chrono::seconds file_time{20};  // without a document or an end for that long, the worker is killed
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
  // out_of_memory; a file whose worker crashed is tried once more in a fresh one if no document had come from
  // it yet. An exception of the sink passes through and ends the worker.
  Outcome extract(int fd, std::string_view name, const DocumentSink& sink);

 private:
  struct Process;
  WorkerOptions options_;
  std::unique_ptr<Process> process_;
};

// The worker's side: serves files from the socket that is its standard input until it closes. Returns the
// exit code. Sets its own limits (memory, no core file, no new files).
int run_worker();

}  // namespace dossier
