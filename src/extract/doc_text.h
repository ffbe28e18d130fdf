// The text of a Word 97 document as blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc_file.h"
#include "office_blocks.h"
#include "rtf_charsets.h"

namespace dossier {

// Paragraphs with their headings, tables row by row, fields by their results, hidden and deleted text left
// out, notes behind their paragraph; comments and text boxes behind the document, and what stands above and
// below each page last.
class DocText {
 public:
  DocText(const DocFile& file, const ExtractionLimits& limits) : file_(file), limits_(limits) {}

  std::vector<Block> read();
  // Whether characters that should be there lie outside the file.
  bool is_cut() const noexcept { return is_cut_; }

 private:
  // A text that is being read.
  struct Flow {
    OfficeBlocks* blocks = nullptr;
    std::string paragraph;
    std::vector<DocRange> notes;  // that it has called
    std::vector<bool> fields;     // open ones: whether their result has begun
    bool in_row = false;
    bool after_cell = false;  // the last character was the end of a cell
  };

  std::vector<Block> read_range(DocRange range, bool with_notes);
  void read_piece(Flow& flow, const DocPiece& piece, DocRange range);
  void add(Flow& flow, char32_t c, DocPosition position, std::uint32_t offset);
  void add_mark(Flow& flow, char32_t c, std::uint32_t offset);
  void end_paragraph(Flow& flow, const DocParagraph& paragraph);

  const DocFile& file_;
  ExtractionLimits limits_;
  RtfDecoder decoder_;
  bool is_cut_ = false;
};

}  // namespace dossier
