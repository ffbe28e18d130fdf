// The parts of a Word 97 document (MS-DOC): where its text lies, and what its paragraphs are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A character position counts the characters of all texts of a document, one behind the other.
using DocPosition = std::uint32_t;

struct DocRange {
  DocPosition first = 0;
  DocPosition last = 0;  // excluded
};

// A stretch of text as it lies in the file.
struct DocPiece {
  DocRange positions;
  std::uint32_t offset = 0;  // bytes into the stream WordDocument
  bool is_wide = false;      // UTF-16; else a byte a character
};

struct DocParagraph {
  std::size_t level = 0;  // of a heading, from 1; 0: none
  bool is_item = false;
  bool in_table = false;
  bool ends_row = false;
};

// Reads what Word 6, 95 and 97 to 2003 wrote. Every number in the file is held against the bytes that are
// there.
class DocFile {
 public:
  // `main` is the stream WordDocument, `table` the stream 0Table or 1Table that goes with it; both must stay.
  DocFile(std::string_view main, std::string_view table);

  // Which of "0Table" and "1Table" goes with a stream WordDocument.
  static const char* table_name(std::string_view main);
  static bool is_encrypted(std::string_view main);
  // Whether a stream WordDocument begins as one.
  static bool is_document(std::string_view main);

  const std::vector<DocPiece>& pieces() const noexcept { return pieces_; }
  // The charset of bytes; of UTF-16 there is no doubt.
  const std::string& charset() const noexcept { return charset_; }
  std::string_view stream() const noexcept { return main_; }

  DocRange text() const noexcept { return text_; }
  DocRange page_edges() const noexcept { return page_edges_; }
  DocRange comments() const noexcept { return comments_; }
  DocRange text_boxes() const noexcept { return text_boxes_; }
  // The notes by the position of their mark.
  const std::map<DocPosition, DocRange>& notes() const noexcept { return notes_; }

  // The paragraph whose mark lies at that offset; false if nothing is known of it.
  bool find_paragraph(std::uint32_t offset, DocParagraph& paragraph) const;
  // Whether what lies at that offset is hidden, or deleted while changes were tracked.
  bool is_hidden(std::uint32_t offset) const;

 private:
  struct Style {
    int level = -1;  // as DocParagraph has it; -1: not said
    std::uint32_t base = 0;
  };
  struct Run {
    std::uint32_t first = 0;  // offsets
    std::uint32_t last = 0;
    DocParagraph paragraph;
  };

  void read_old();
  void detect_charset();
  void read_texts();
  void read_pieces(std::string_view clx);
  void read_styles(std::string_view sheet);
  void read_paragraphs();
  void read_hidden();
  void read_notes(std::size_t marks, std::size_t texts, DocPosition base);
  DocParagraph read_properties(std::string_view bytes) const;
  std::size_t level_of_style(std::uint32_t style) const;
  std::string_view table_part(std::size_t number) const;

  std::string_view main_;
  std::string_view table_;
  std::string charset_ = "windows-1252";
  std::vector<DocPiece> pieces_;
  DocRange text_, page_edges_, comments_, text_boxes_;
  std::map<DocPosition, DocRange> notes_;
  std::vector<Style> styles_;
  std::vector<Run> paragraphs_;
  std::vector<Run> hidden_;
};

}  // namespace dossier
