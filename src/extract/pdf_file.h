// A PDF file as poppler reads it: words with their places, what the file says of itself, its outline. The
// library is seen by pdf_file.cc alone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/text_recogniser.h"

namespace dossier {

// The library with its version: "poppler 22.12.0".
std::string pdf_library();

// A rectangle in points, from the upper left corner of the page. Of turned text it is turned, too, so that
// reading always goes from left to right and lines follow each other downwards.
struct PdfBox {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  float height() const noexcept { return bottom - top; }
};

// Glyphs without a gap between them, from left to right as they stand on the page, whatever is read first.
struct PdfWord {
  std::string text;  // valid UTF-8
  PdfBox box;
  float size = 0;  // of its type, in points
  bool bold = false;
  bool space_behind = false;
  std::uint8_t turn = 0;  // quarters, clockwise
};

struct PdfPage {
  float width = 0;
  float height = 0;
  std::vector<PdfWord> words;  // in reading order, column by column
};

struct PdfOutlineEntry {
  std::string title;
  std::uint8_t level = 1;  // from 1
};

enum class PdfState : std::uint8_t { readable, encrypted, damaged };

class PdfFile {
 public:
  // `bytes` must outlive it. Never throws for what they hold.
  explicit PdfFile(std::string_view bytes);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  PdfState state() const noexcept;
  // As the file says: there may be fewer. 0 unless it is readable.
  std::uint32_t page_count() const;
  // The page `number`, from 1; none if it cannot be read.
  std::optional<PdfPage> page(std::uint32_t number) const;
  // The text of the page in the order in which it was drawn, its lines parted by newlines.
  std::string drawn_text(std::uint32_t number) const;
  // The page as it is seen, at 300 dots an inch or as many as leave it 24 million pixels; none if it cannot
  // be drawn.
  std::optional<GreyImage> picture(std::uint32_t number) const;
  // A string of the document's information ("Title", "CreationDate"); empty if it is not there.
  std::string info(const std::string& key) const;
  // Its metadata as XML (XMP); empty if there is none.
  std::string xmp() const;
  // In order; of long and deep outlines the beginning.
  std::vector<PdfOutlineEntry> outline() const;

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace dossier
