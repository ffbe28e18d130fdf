// Extraction in child processes: a hostile file ends its worker, never the program. A worker is a program of
// its own, dossier-extract, which alone links the libraries that parse; files reach it as open descriptors
// over a socket, documents come back as framed records (wire.h) and are checked before use.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/format_description.h"
#include "dossier/extract/request.h"

namespace dossier {

// The program of the workers: dossier-extract beside this program, or in ../libexec/dossier from there, or
// where it was to be installed. Where none is there, the place beside this program.
std::string worker_program();

// Reading what scans show, by Tesseract.
struct RecognitionOptions {
  bool wanted = false;
  std::string languages;  // as Tesseract names them, "eng+fra"; empty: those installed, up to four
};

// What a worker reads scans with.
struct TextRecognition {
  std::string library;    // "tesseract 5.3.0"
  std::string languages;  // "eng+fra"
  std::string problem;    // why it reads none, for people; else empty
  friend bool operator==(const TextRecognition&, const TextRecognition&) = default;
};

struct WorkerOptions {
  std::string program = worker_program();  // what is executed, without arguments; must call run_worker()
  ExtractionLimits limits;
  ExtractionOptions extraction;
  RecognitionOptions recognition;  // where wanted, file_time and whole_file_time are three times as long
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
  // after a crash, and after a worker that other files had been through was out of memory. The same holds for
  // the member of the file that was being read, and for the part of a document, such as a page. The file is
  // then read on behind that member, or again without that part, unless too many end their workers. An
  // exception of the sink passes through and ends the worker.
  Outcome extract(int fd, std::string_view name, const DocumentSink& sink);

  // The formats that the program of the workers knows by an ending, in the order in which they are tried.
  // Throws Error(internal) if it cannot be started or does not say.
  std::vector<FormatDescription> formats();

  // What the process that took the last file reads scans with; none where that was not wanted, or before it
  // has said so.
  const std::optional<TextRecognition>& recognition() const noexcept { return recognition_; }

  // What the process that took the last file is confined by; none before it has said so.
  const std::optional<Confinement>& confinement() const noexcept { return confinement_; }

 private:
  struct Process;
  std::unique_ptr<Process> take_process();
  void take_nature(const Process& process);
  WorkerOptions options_;
  std::unique_ptr<Process> process_;
  std::optional<Confinement> confinement_;
  std::optional<TextRecognition> recognition_;
};

}  // namespace dossier
