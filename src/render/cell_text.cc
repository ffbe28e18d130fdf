#include "cell_text.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "code_point.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

std::string_view sgr(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::dim:
      return "\x1b[2m";
    case Ink::match:
      return "\x1b[1;31m";
    case Ink::date:
      return "\x1b[4;36m";
    case Ink::date_match:
      return "\x1b[1;4;31m";
    case Ink::warning:
      return "\x1b[33m";
  }
  return "";
}

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

std::string inked(std::string_view text, Ink ink, const Style& style) {
  if (!style.colour || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string(sgr(ink)).append(text).append("\x1b[0m");
}

void CellText::add_cell(std::string_view bytes, std::size_t width, Ink ink) {
  const std::size_t start = bytes_.size();
  bytes_ += bytes;
  cells_.push_back({.start = start, .end = bytes_.size(), .width = width, .ink = ink});
}

void CellText::add_space(char32_t code_point, Ink ink) {
  const bool line_end = code_point == '\n' && line_ends_ == LineEnds::kept;
  if (cells_.empty()) return;
  if (cells_.back().space) {  // a line end swallows the white space before it
    cells_.back().line_end = cells_.back().line_end || line_end;
    return;
  }
  add_cell(" ", 1, ink);
  cells_.back().space = true;
  cells_.back().line_end = line_end;
  cells_.back().glue = code_point == 0xA0 || code_point == 0x202F;
}

void CellText::append(std::string_view text, Ink ink) {
  const bool asterisks =
      (ink == Ink::match || ink == Ink::date_match) && !style_.colour && !trim(text).empty();
  bool opened = !asterisks;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, next] = decode_utf8(text, at);
    std::string_view bytes = text.substr(at, next - at);
    const bool invalid = code_point == 0xFFFD && next == at + 1;
    at = next;
    const CodePointClass kind = classify_code_point(code_point);
    if (kind == CodePointClass::invisible) continue;
    if (kind == CodePointClass::space) {
      add_space(code_point, ink);
      continue;
    }
    if (kind == CodePointClass::attached && !cells_.empty() && !cells_.back().space && opened) {
      bytes_ += bytes;
      cells_.back().end = bytes_.size();
      continue;
    }
    if (kind == CodePointClass::hostile || invalid) bytes = kReplacement;
    const std::size_t width = kind == CodePointClass::attached ? 0 : code_point_width(code_point);
    // The asterisk belongs to the cell it stands beside, so that no line break parts them.
    add_cell(opened ? std::string(bytes) : std::string("*").append(bytes), width + (opened ? 0 : 1), ink);
    opened = true;
  }
  if (!asterisks || cells_.empty()) return;
  const bool space_behind = cells_.back().space;  // "*word *" would read badly
  if (space_behind) {
    bytes_.pop_back();
    cells_.pop_back();
  }
  if (cells_.empty()) return;
  bytes_ += '*';
  cells_.back().end = bytes_.size();
  ++cells_.back().width;
  if (space_behind) add_space(' ', ink);
}

void CellText::append_name(std::string_view bytes, Ink ink) {
  const std::string name = visible_name(bytes);
  for (std::size_t at = 0; at < name.size();) {
    const auto [code_point, next] = decode_utf8(name, at);
    const bool attached = classify_code_point(code_point) == CodePointClass::attached;
    add_cell(std::string_view(name).substr(at, next - at), attached ? 0 : code_point_width(code_point), ink);
    at = next;
  }
}

void CellText::append_pieces(const std::vector<Piece>& pieces, Ink ink) {
  bool in_date = false;
  for (const Piece& piece : pieces) {
    switch (piece.kind) {
      case Piece::Kind::gap:
        append(style_.unicode ? " … " : " ... ", Ink::dim);
        break;
      case Piece::Kind::plain:
        append(piece.text, in_date ? Ink::date : ink);
        break;
      case Piece::Kind::marked:
        append(piece.text, in_date ? Ink::date_match : Ink::match);
        break;
      case Piece::Kind::date_begin:
      case Piece::Kind::date_end:
        in_date = piece.kind == Piece::Kind::date_begin;
        if (!style_.colour) append(in_date ? "[" : "]", ink);
        break;
    }
  }
}

std::string CellText::ink_cells(std::size_t first, std::size_t last) const {
  while (last > first && cells_[last - 1].space) --last;
  std::string out;
  for (std::size_t i = first; i < last;) {
    std::size_t end = i;
    while (end < last && cells_[end].ink == cells_[i].ink) ++end;
    out += inked(std::string_view(bytes_).substr(cells_[i].start, cells_[end - 1].end - cells_[i].start),
                 cells_[i].ink, style_);
    i = end;
  }
  return out;
}

std::vector<bool> CellText::break_places() const {
  std::vector<bool> places(bytes_.size() + 1, false);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> source(
      utext_openUTF8(nullptr, bytes_.data(), static_cast<std::int64_t>(bytes_.size()), &error), &utext_close);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), error));
  if (U_SUCCESS(error)) breaks->setText(source.get(), error);
  if (U_FAILURE(error)) {  // without ICU's data: at spaces
    for (const Cell& cell : cells_) places[cell.end] = cell.space;
    return places;
  }
  for (std::int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next())
    places[static_cast<std::size_t>(at)] = true;
  return places;
}

std::vector<std::string> CellText::lines(std::size_t width) const {
  const std::vector<bool> places = width > 0 ? break_places() : std::vector<bool>();
  std::vector<std::string> out;
  std::size_t start = 0;       // of the line, in cells
  std::size_t last_place = 0;  // the last cell before which it may end
  std::size_t used = 0;        // columns before cell i
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    if (cell.line_end) {
      out.push_back(ink_cells(start, i));
      start = last_place = i + 1;
      used = 0;
      continue;
    }
    if (width > 0 && places[cell.start] && (i == 0 || !cells_[i - 1].glue)) last_place = i;
    if (width > 0 && !cell.space && used + cell.width > width && i > start) {
      const std::size_t end = last_place > start ? last_place : i;
      out.push_back(ink_cells(start, end));
      start = last_place = end;
      while (start < i && cells_[start].space) ++start;
      used = 0;
      for (std::size_t k = start; k < i; ++k) used += cells_[k].width;
    }
    used += cell.width;
  }
  if (start < cells_.size() || out.empty()) out.push_back(ink_cells(start, cells_.size()));
  return out;
}

std::string CellText::line() const {
  return ink_cells(0, cells_.size());
}

std::string CellText::truncated(std::size_t width, std::string_view ellipsis) const {
  std::size_t total = 0;
  for (const Cell& cell : cells_) total += cell.width;
  if (total <= width) return line();
  const std::size_t mark = display_width(ellipsis);
  if (width < mark) return std::string(ellipsis.substr(0, mark == ellipsis.size() ? width : 0));
  std::size_t last = 0;
  for (std::size_t used = 0; used + cells_[last].width + mark <= width; ++last) used += cells_[last].width;
  return ink_cells(0, last) + std::string(ellipsis);
}

}  // namespace dossier
