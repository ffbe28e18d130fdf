#include "doc_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "dossier/core/utf8.h"
#include "little_endian.h"

namespace dossier {
namespace {

// Characters that stand for something else (MS-DOC 2.4.1 and 2.9.41).
constexpr char32_t kNoteMark = 0x02;
constexpr char32_t kCellEnd = 0x07;
constexpr char32_t kLineBreak = 0x0B;
constexpr char32_t kPageBreak = 0x0C;
constexpr char32_t kParagraphEnd = 0x0D;
constexpr char32_t kColumnBreak = 0x0E;
constexpr char32_t kFieldBegin = 0x13;
constexpr char32_t kFieldResult = 0x14;
constexpr char32_t kFieldEnd = 0x15;
constexpr char32_t kHyphen = 0x1E;

}  // namespace

std::vector<Block> DocText::read() {
  std::vector<Block> blocks = read_range(file_.text(), true);
  for (const DocRange& range : {file_.comments(), file_.text_boxes()}) {
    std::vector<Block> more = read_range(range, false);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  add_page_edges(blocks, read_range(file_.page_edges(), false));
  return blocks;
}

std::vector<Block> DocText::read_range(DocRange range, bool with_notes) {
  OfficeBlocks blocks(limits_);
  Flow flow{.blocks = &blocks};
  if (range.first >= range.last) return {};
  for (const DocPiece& piece : file_.pieces()) {
    const DocRange shared{std::max(piece.positions.first, range.first),
                          std::min(piece.positions.last, range.last)};
    if (shared.first < shared.last) read_piece(flow, piece, shared);
    if (!with_notes) flow.notes.clear();
  }
  end_paragraph(flow, {.in_table = flow.in_row});
  return blocks.take();
}

void DocText::read_piece(Flow& flow, const DocPiece& piece, DocRange range) {
  const std::string_view stream = file_.stream();
  const std::size_t width = piece.is_wide ? 2 : 1;
  char32_t high = 0;
  for (DocPosition position = range.first; position < range.last; ++position) {
    const std::size_t offset = piece.offset + std::size_t{position - piece.positions.first} * width;
    if (offset + width > stream.size()) {
      is_cut_ = true;
      return;
    }
    char32_t c = little_endian(stream, offset, width);
    if (!piece.is_wide && c >= 0x80) {
      if (file_.is_hidden(static_cast<std::uint32_t>(offset))) continue;
      // Bytes of one character may be several.
      std::size_t end = offset + 1;
      while (end < stream.size() && position + 1 < range.last && (stream[end] & 0x80) != 0) ++end, ++position;
      if (std::find(flow.fields.begin(), flow.fields.end(), false) == flow.fields.end()) {
        decoder_.append(flow.paragraph, stream.substr(offset, end - offset), file_.charset());
      }
      continue;
    }
    if (c >= 0xD800 && c < 0xDC00) {
      high = c;
      continue;
    }
    if (c >= 0xDC00 && c < 0xE000) {
      if (high == 0) continue;
      c = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
    }
    high = 0;
    add(flow, c, position, static_cast<std::uint32_t>(offset));
  }
}

void DocText::add(Flow& flow, char32_t c, DocPosition position, std::uint32_t offset) {
  const bool after_cell = std::exchange(flow.after_cell, false);
  if (c == kParagraphEnd || c == kCellEnd || c == kPageBreak || c == kColumnBreak) {
    flow.after_cell = after_cell;
    return add_mark(flow, c, offset);
  }
  if (c == kFieldBegin) return flow.fields.push_back(false);
  if (c == kFieldResult || c == kFieldEnd) {
    if (flow.fields.empty()) return;
    if (c == kFieldResult) {
      flow.fields.back() = true;
    } else {
      flow.fields.pop_back();
    }
    return;
  }
  const bool in_instruction = std::find(flow.fields.begin(), flow.fields.end(), false) != flow.fields.end();
  if (in_instruction || file_.is_hidden(offset)) return;
  if (c == kNoteMark) {
    if (const auto note = file_.notes().find(position); note != file_.notes().end())
      flow.notes.push_back(note->second);
  } else if (c == kLineBreak) {
    flow.paragraph += '\n';
  } else if (c == kHyphen) {
    flow.paragraph += '-';
  } else if (c == '\t') {
    flow.paragraph += ' ';
  } else if (c >= 0x20) {
    append_utf8(flow.paragraph, c);
  }
}

// What ends a paragraph, a cell or a row.
void DocText::add_mark(Flow& flow, char32_t c, std::uint32_t offset) {
  DocParagraph paragraph;
  const bool is_known = file_.find_paragraph(offset, paragraph);
  if (c == kCellEnd && !is_known) {
    // An empty cell behind the last one ends the row.
    paragraph.in_table = true;
    paragraph.ends_row = flow.after_cell && flow.paragraph.empty();
  }
  end_paragraph(flow, paragraph);
  flow.after_cell = c == kCellEnd && !paragraph.ends_row;
  if (c != kCellEnd || !flow.in_row) return;
  if (paragraph.ends_row) {
    flow.blocks->end_row();
    flow.in_row = false;
  } else {
    flow.blocks->start_cell();
  }
}

void DocText::end_paragraph(Flow& flow, const DocParagraph& paragraph) {
  if (paragraph.in_table && !flow.in_row) {
    flow.blocks->start_row();
    flow.blocks->start_cell();
    flow.in_row = true;
  } else if (!paragraph.in_table && flow.in_row) {
    flow.blocks->end_row();
    flow.in_row = false;
  }
  std::string_view rest = flow.paragraph;
  while (!rest.empty()) {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    flow.blocks->text(rest.substr(0, line));
    if (line < rest.size()) flow.blocks->line_break();
    rest.remove_prefix(std::min(line + 1, rest.size()));
  }
  flow.paragraph.clear();
  // A field that never ends must not swallow the rest.
  std::fill(flow.fields.begin(), flow.fields.end(), true);
  for (const DocRange& note : std::exchange(flow.notes, {})) {
    flow.blocks->start_aside();
    flow.blocks->add(read_range(note, false));
    flow.blocks->end_aside();
  }
  flow.blocks->end_paragraph(paragraph.is_item ? BlockKind::list_item : BlockKind::paragraph,
                             paragraph.level);
}

}  // namespace dossier
