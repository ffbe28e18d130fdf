// The lines of a page of a PDF: words put together, in the order in which they are read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf_file.h"

namespace dossier {

inline constexpr std::uint8_t no_place = 4;

struct PdfLine {
  std::string text;  // clean, in logical order, never empty
  PdfBox box;
  float size = 0;         // of the type that most of it is set in, in points
  float from_bottom = 0;  // of the page, to its lower edge, in points
  std::uint32_t page = 1;
  std::uint8_t turn = 0;     // as that of a word; no_place where it is not known where the line stands
  bool bold = false;         // all of it
  bool from_right = false;   // it is read from the right
  bool is_row = false;       // of a table: cells, parted
  bool soft_hyphen = false;  // it ends within a word, by a soft hyphen that `text` lacks
};

// Whether the two stand beside each other.
bool in_a_row(const PdfBox& a, const PdfBox& b) noexcept;

// Whether the lines are hardly more than words: text that is tilted, or set along a curve, falls apart.
bool falls_apart(const std::vector<PdfLine>& lines);

// Lines of text without places, as a page draws them.
std::vector<PdfLine> drawn_lines(std::string_view text, std::uint32_t number);

// The lines of the page `number`. The marks of footnotes above the line are left out; glyphs for several
// letters become letters. Linear in the page, but for sorting the words of a line that is read from the
// right.
std::vector<PdfLine> pdf_lines(const PdfPage& page, std::uint32_t number);

}  // namespace dossier
