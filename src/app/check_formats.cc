#include "dossier/app/check_formats.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "dossier/core/error.h"

namespace dossier {
namespace {

// A file that is nowhere but in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("sample", MFD_CLOEXEC)) {
    const bool written =
        fd_ >= 0 && ::write(fd_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (!written)
      throw Error(ErrorCode::io, "cannot keep a sample: " + std::generic_category().message(errno));
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int fd() const noexcept { return fd_; }

 private:
  int fd_;
};

bool has_sample_words(const ExtractedDocument& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const Block& block) { return block.text.find(sample_words) != std::string::npos; });
}

// Why the sample is not read; empty if it is.
std::string try_sample(const FormatDescription& format, Worker& worker) {
  const MemoryFile file(format.sample);
  bool found = false;
  const Outcome outcome = worker.extract(
      file.fd(), format.endings.empty() ? "sample" : fmt::format("sample.{}", format.endings[0]),
      [&](ExtractedDocument&& document) { found = found || has_sample_words(document); });
  if (outcome.status != Status::ok) return fmt::format("{}: {}", reason_name(outcome.reason), outcome.detail);
  return found ? "" : "its text is not found";
}

FormatCheck check_format(const FormatDescription& format, Worker& worker) {
  FormatCheck check{.name = format.name, .endings = format.endings, .reader = format.reader};
  if (!format.is_read) check.state = FormatCheck::State::unsupported;
  if (format.sample.empty()) return check;
  check.detail = try_sample(format, worker);
  check.state = check.detail.empty() ? FormatCheck::State::works : FormatCheck::State::fails;
  return check;
}

}  // namespace

FormatsCheck check_formats(WorkerOptions options) {
  FormatsCheck check;
  options.recognition.wanted = true;
  Worker worker(std::move(options));
  for (const FormatDescription& format : worker.formats())
    check.formats.push_back(check_format(format, worker));
  check.workers = worker.confinement();
  check.recognition = worker.recognition().value_or(TextRecognition{});
  return check;
}

void require_recognition(const WorkerOptions& options) {
  if (!options.recognition.wanted) return;
  Worker worker(options);
  worker.formats();
  const TextRecognition recognition = worker.recognition().value_or(TextRecognition{});
  if (recognition.problem.empty()) return;
  throw Error(ErrorCode::usage, "scans cannot be read: " + recognition.problem,
              recognition.library.empty()
                  ? "install tesseract-ocr, and tesseract-ocr-deu and its like for other languages"
                  : "choose languages with --ocr-languages; tesseract-ocr-deu and its like hold others");
}

std::optional<Confinement> check_confinement(const WorkerOptions& options) {
  Worker worker(options);
  try {
    const MemoryFile file(sample_words);
    worker.extract(file.fd(), "sample.txt", [](ExtractedDocument&&) {});
  } catch (const Error&) {
    return std::nullopt;
  }
  return worker.confinement();
}

}  // namespace dossier
