// The text of an OpenDocument part: of a text, a spreadsheet, a presentation.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "apart.h"
#include "office_blocks.h"
#include "xml_reader.h"

namespace dossier {

// OpenDocument (ISO/IEC 26300) as blocks. Reads styles.xml and content.xml, in this order, or a flat
// document. Hidden sections, alternatives and deletions are left out; notes, comments, text boxes
// and the descriptions of pictures come behind their paragraph; a sheet's or a slide's name or title is a
// heading.
class OdfText : public XmlHandler {
 public:
  explicit OdfText(const ExtractionLimits& limits) : body_(limits), page_edges_(limits) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // Gives a document its pages and blocks, behind them what stands above and below each page of a text, and
  // apart from them where links lead. Call once.
  void add_to(ExtractedDocument& document);

 private:
  enum class Element : std::uint8_t;
  static Element element_named(std::string_view name);

  struct Style {
    std::string parent;
    std::size_t level = 0;  // of a heading, from 1; 0: not said
    bool is_title = false;
    bool is_hidden = false;
  };
  struct Paragraph {
    bool is_open = false;
    bool is_title = false;        // in a frame that is a slide's title
    bool is_description = false;  // no paragraph as written, but what a picture shows
    std::size_t level = 0;
    std::size_t hidden_spans = 0;
  };

  void start_style(const XmlAttributes& attributes);
  void start_paragraph(bool is_heading, const XmlAttributes& attributes);
  void start_box(const XmlAttributes& attributes);
  void end_box();
  void end_paragraph();
  void start_cell(const XmlAttributes& attributes);
  bool is_shown() const noexcept;
  bool is_hidden(std::string_view style) const;
  std::size_t level_of(std::string_view style) const;
  OfficeBlocks& blocks() noexcept;

  OfficeBlocks body_;
  OfficeBlocks page_edges_;
  LinkAddresses links_;
  std::map<std::string, Style, std::less<>> styles_;
  Style* style_ = nullptr;  // the one that is being read
  Paragraph paragraph_;
  std::vector<Paragraph> around_;  // what holds the box or paragraph that is read
  std::vector<bool> spans_;        // open ones: hidden?
  std::size_t items_ = 0;          // open list items
  std::size_t boxes_ = 0;          // open boxes
  std::size_t skipping_ = 0;       // open elements of what is left out
  std::uint32_t pages_ = 0;
  bool in_page_edges_ = false;
  bool in_sheets_ = false;
  bool in_slides_ = false;
  bool is_day_cell_ = false;  // whose value has been told
};

}  // namespace dossier
