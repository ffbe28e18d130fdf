// The text of a part of a DOCX document: its body, its notes, a header.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "docx_styles.h"
#include "office_blocks.h"
#include "xml_reader.h"

namespace dossier {

// Blocks that stand elsewhere, by the id with which a text refers to them.
using DocxBlocks = std::map<std::string, std::vector<Block>, std::less<>>;

// What a part refers to.
struct DocxReferences {
  const DocxStyles* styles = nullptr;
  DocxBlocks footnotes;
  DocxBlocks endnotes;
  DocxBlocks parts;  // charts, diagrams, documents that are parts of this one
};

// WordprocessingML (ECMA-376 part 1, 17) as blocks: insertions in and deletions out, fields by their results,
// hidden text left out, text boxes once, notes behind their paragraph. DrawingML's and MathML's paragraphs
// and runs have the same names and are read alike.
class DocxText : public XmlHandler {
 public:
  DocxText(DocxReferences& references, const ExtractionLimits& limits)
      : references_(references), limits_(limits), blocks_(limits) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  OfficeBlocks& blocks() noexcept { return blocks_; }
  // Of a part that holds notes or comments: each by its id.
  DocxBlocks take_notes() { return std::move(notes_); }

 private:
  enum class Element : std::uint8_t;
  static Element element_named(std::string_view name);

  struct Paragraph {
    DocxStyle style;
    bool is_open = false;
    bool in_properties = false;
    bool in_run = false;
    bool is_hidden_run = false;
    bool is_initial = false;  // the large first letter of the next one
  };

  void start_paragraph();
  void end_paragraph();
  void start_property(Element element, const XmlAttributes& attributes);
  void start_content(Element element, const XmlAttributes& attributes);
  void start_character(Element element, const XmlAttributes& attributes);
  void start_alternative();
  void read_field_mark(std::string_view kind);
  void add_aside(DocxBlocks& from, std::string_view id);
  void end_note();
  bool is_shown() const noexcept;

  DocxReferences& references_;
  ExtractionLimits limits_;
  OfficeBlocks blocks_;
  DocxBlocks notes_;
  std::string note_id_;
  Paragraph paragraph_;
  std::vector<Paragraph> around_;            // paragraphs that hold the text box that is read
  std::vector<std::uint64_t> alternatives_;  // bytes of text before each open one
  std::vector<bool> fields_;                 // open ones: whether their result has begun
  std::size_t skipping_ = 0;                 // open elements of what is left out
  bool in_text_ = false;
};

}  // namespace dossier
