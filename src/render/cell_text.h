// Text as the cells a terminal shows, inked, to be broken into lines. Every byte of a document that reaches a
// terminal passes through here and is made harmless.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/render/excerpt.h"
#include "dossier/render/terminal.h"

namespace dossier {

enum class Ink : std::uint8_t { plain, strong, dim, match, date, date_match, warning };

// `text` in the ink's colour; unchanged without colour. The text must be harmless already.
std::string inked(std::string_view text, Ink ink, const Style& style);

class CellText {
 public:
  enum class LineEnds : std::uint8_t { as_spaces, kept };

  explicit CellText(const Style& style, LineEnds line_ends = LineEnds::as_spaces)
      : style_(style), line_ends_(line_ends) {}

  // Running text, see visible_text; in a match's ink without colour it gets an asterisk at either end.
  void append(std::string_view text, Ink ink = Ink::plain);
  void append_name(std::string_view bytes, Ink ink = Ink::plain);  // see visible_name; every space is kept
  // Dates in an ink of their own; without colour in square brackets.
  void append_pieces(const std::vector<Piece>& pieces, Ink ink = Ink::plain);

  bool empty() const noexcept { return cells_.empty(); }

  // Lines of at most `width` columns (0: unlimited), broken where Unicode's line breaking allows (UAX 14),
  // inside a word only if it is wider than a line. At least one line.
  std::vector<std::string> lines(std::size_t width) const;
  std::string line() const;  // all on one
  std::string truncated(std::size_t width, std::string_view ellipsis) const;

 private:
  struct Cell {
    std::size_t start = 0;  // byte range into bytes_
    std::size_t end = 0;
    std::size_t width = 0;
    Ink ink = Ink::plain;
    bool space = false;
    bool glue = false;  // no line may end here: a no-break space
    bool line_end = false;
  };

  void add_cell(std::string_view bytes, std::size_t width, Ink ink);
  void add_space(char32_t code_point, Ink ink);
  std::string ink_cells(std::size_t first, std::size_t last) const;
  std::vector<bool> break_places() const;

  Style style_;
  LineEnds line_ends_;
  std::string bytes_;
  std::vector<Cell> cells_;
};

}  // namespace dossier
