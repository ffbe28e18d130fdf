#include "pdf_pages.h"

#include <fmt/format.h>

#include <utility>

#include "processor_time.h"
#include "scanned_page.h"

namespace dossier {
namespace {

constexpr double kMaxSeconds = 7;           // of processor time for a file; what was read until then is kept
constexpr std::size_t kMaxLines = 1 << 20;  // of a document

class PageReader {
 public:
  PageReader(const PdfFile& file, const ExtractionInput& input)
      : file_(file), input_(input), scans_(input.recogniser), end_(processor_seconds() + kMaxSeconds) {}

  PagesRead read() {
    const std::uint32_t count = file_.page_count();
    for (std::uint32_t number = 1; number <= count; ++number) {
      pages_.cut_reason = why_end();
      if (pages_.cut_reason != Reason::none) {
        pages_.cut = fmt::format("only the first {} of {} pages", number - 1, count);
        break;
      }
      pages_.read = number;
      if (const auto lost = input_.walk->start_part(number)) {
        pages_.lost.push_back(*lost);
        if (lost->is_last) break;
        continue;
      }
      read_page(number);
    }
    input_.walk->start_part(0);
    pages_.recognised = scans_.has_read();
    pages_.unfinished = scans_.unfinished();
    return std::move(pages_);
  }

 private:
  Reason why_end() const {
    if (bytes_ > input_.limits.text_bytes || pages_.lines.size() > kMaxLines) return Reason::too_large;
    return processor_seconds() > end_ ? Reason::timed_out : Reason::none;
  }

  void read_page(std::uint32_t number) {
    const auto page = file_.page(number);
    if (!page) return pages_.broken.push_back(number);
    if (page->words.empty()) return read_scan(number);
    std::vector<PdfLine> lines = pdf_lines(*page, number);
    if (falls_apart(lines)) lines = drawn_lines(file_.drawn_text(number), number);
    take(std::move(lines));
  }

  // Its time does not count: the reader of scans has limits of its own.
  void read_scan(std::uint32_t number) {
    if (!scans_.is_ready()) return pages_.textless.push_back(number);
    const double start = processor_seconds();
    if (const auto picture = file_.picture(number)) take(scans_.read(*picture, number));
    end_ += processor_seconds() - start;
  }

  void take(std::vector<PdfLine>&& lines) {
    for (PdfLine& line : lines) {
      bytes_ += line.text.size();
      pages_.lines.push_back(std::move(line));
    }
  }

  const PdfFile& file_;
  const ExtractionInput& input_;
  PagesRead pages_;
  std::uint64_t bytes_ = 0;  // of text
  ScanReader scans_;
  double end_;  // of processor time
};

}  // namespace

PagesRead read_pages(const PdfFile& file, const ExtractionInput& input) {
  return PageReader(file, input).read();
}

}  // namespace dossier
