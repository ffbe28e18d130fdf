// Blocks of text put under each other, each wrapped into the style's width behind an indent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cell_text.h"
#include "dossier/search/result.h"

namespace dossier {

// The signs that differ between Unicode and ASCII output. What parts things clings to what is before it
// (U+00A0).
struct Signs {
  std::string_view dot;    // parts facts: " · "
  std::string_view inner;  // parts headings: " › "
  std::string_view to;     // parts the ends of an interval: "–"
  std::string_view rule;   // one column of a horizontal line
  std::string_view pilcrow;
};
const Signs& signs(const Style& style);

// A file, and the page of it that is meant, if it has pages.
struct FilePlace {
  std::string_view path;
  std::optional<std::uint32_t> page;
};

class TextOutput {
 public:
  explicit TextOutput(const Style& style) : style_(style) {}

  const Style& style() const noexcept { return style_; }

  TextOutput& raw(std::string_view text) {
    out_ += text;
    return *this;
  }
  void line(std::string_view text = {}) { raw(text).raw("\n"); }

  // The text behind `indent` columns; `lead` (harmless, as wide as it displays) stands in the first line's
  // indent. Where the terminal is so narrow that the indent would take half of it, the indent shrinks.
  void block(const CellText& text, std::size_t indent = 0, std::string_view lead = {});

  // A path, wrapped, as a link where the style has them.
  void path(std::string_view path, std::size_t indent);

  // Where something is found: its id and the path of its file on one line, the path cut at its front where
  // they do not fit; on two where that would leave little of it.
  void place(std::string_view id, const FilePlace& place, std::size_t indent);

  // The facts joined by dots, empty ones left out, dim.
  void facts(const std::vector<std::string>& facts, std::size_t indent = 0, Ink ink = Ink::dim);

  std::string take() { return std::move(out_); }

 private:
  std::string linked(const FilePlace& place, std::string_view shown) const;

  Style style_;
  std::string out_;
};

// The document's title as it is shown: marked, or the file's name where it has none.
CellText title_cells(const HitDocument& document, const Style& style);

// The passage's text within `shown` (empty: all of it), matches marked, and dates where the style asks for
// them.
CellText passage_cells(const HitPassage& passage, const std::vector<Range>& shown, const Style& style,
                       CellText::LineEnds line_ends = CellText::LineEnds::as_spaces);

// "Background › Resolution 1244".
std::string heading_path(const std::vector<std::string>& headings, const Style& style);

}  // namespace dossier
