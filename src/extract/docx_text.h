// The text of a part of a DOCX document: its body, its notes, a header.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "apart.h"
#include "docx_styles.h"
#include "office_blocks.h"
#include "office_math.h"
#include "xml_reader.h"

namespace dossier {

// Blocks that stand elsewhere, by the id with which a text refers to them.
using DocxBlocks = std::map<std::string, std::vector<Block>, std::less<>>;

// What a part refers to, and what stands apart from its text.
struct DocxReferences {
  const DocxStyles* styles = nullptr;
  DocxBlocks footnotes;
  DocxBlocks endnotes;
  DocxBlocks parts;     // charts, diagrams, documents that are parts of this one
  LinkAddresses links;  // of all texts
};

// WordprocessingML (ECMA-376 part 1, 17) as blocks: insertions in, deleted and hidden text left out,
// fields by their results, text boxes once, notes and the descriptions of pictures behind their
// paragraph, equations as lines. DrawingML's and MathML's paragraphs and runs have the same names and are
// read alike.
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
  void add_description(std::string_view description);
  void add_aside(DocxBlocks& from, std::string_view id);
  void end_note();
  bool is_shown() const noexcept;
  void add_text(std::string_view text);
  void end_math();

  DocxReferences& references_;
  ExtractionLimits limits_;
  OfficeBlocks blocks_;
  OfficeMath math_;
  DocxBlocks notes_;
  std::string note_id_;
  Paragraph paragraph_;
  std::vector<Paragraph> around_;            // paragraphs that hold the text box that is read
  std::vector<std::uint64_t> alternatives_;  // bytes of text before each open one
  std::vector<bool> fields_;                 // open ones: whether their result has begun
  std::string instruction_;                  // of the innermost open field, as far as it has been read
  std::size_t skipping_ = 0;                 // open elements of what is left out
  std::size_t deletions_ = 0;                // open elements of what has been deleted
  bool in_text_ = false;
  bool in_instruction_ = false;
  bool in_math_ = false;
  bool behind_math_ = false;  // nothing stands between an equation and what comes
};

}  // namespace dossier
