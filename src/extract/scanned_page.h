// Scanned pages: the lines that a recogniser finds in a picture, as those of a page of a PDF.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/extract/text_recogniser.h"
#include "pdf_lines.h"

namespace dossier {

// Reads the pages of a file that are pictures, as long as they take no more than 15 seconds of processor time
// each (most take 1 to 5) and 20 minutes all together.
class ScanReader {
 public:
  explicit ScanReader(TextRecogniser* recogniser) : recogniser_(recogniser) {}  // null: reads nothing

  // Whether another page may be read.
  bool is_ready() const;
  // The lines of the page `number`; none where nothing is on it. What is measured on a picture differs from
  // line to line: lines about as high as most become lines of one size of type.
  std::vector<PdfLine> read(const GreyImage& picture, std::uint32_t number);

  bool has_read() const noexcept { return has_read_; }  // some text
  // Pages that took too long to be read whole.
  const std::vector<std::uint32_t>& unfinished() const noexcept { return unfinished_; }

 private:
  TextRecogniser* recogniser_;
  double seconds_ = 0;  // of processor time, so far
  bool has_read_ = false;
  std::vector<std::uint32_t> unfinished_;
};

}  // namespace dossier
