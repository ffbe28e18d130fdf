// The text of a web page as blocks, its furniture left out as well as markup tells.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "html_events.h"
#include "html_roles.h"
#include "html_selection.h"

namespace dossier {

// Makes blocks of a page's events. Script, style, what is hidden and what is no text leave nothing; what
// stands around the text is marked by element, ARIA role and class, and left out by select_text(). A row of a
// data table is one block, a bar between its cells.
class HtmlBlocks : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The blocks, after the last event. Call once.
  std::vector<Block> take();

 private:
  // An open row of a table.
  struct Row {
    std::size_t first_block = 0;
    std::size_t cell = 0;  // the one that is open, from 1
    bool is_layout = false;
  };

  std::size_t& depth(HtmlRole role) noexcept { return depths_[static_cast<std::size_t>(role)]; }
  void start_seen(std::string_view name);
  void end_seen(std::string_view name);
  void end_superscript();
  void end_row();
  void flush();
  void end_region();

  std::vector<HtmlRole> open_;           // of the open elements
  std::array<std::size_t, 5> depths_{};  // open elements by role
  std::size_t links_ = 0;                // open <a>
  std::size_t preformatted_ = 0;         // open <pre>
  std::size_t items_ = 0;                // open <li>, <dt>, <dd>
  std::uint8_t heading_ = 0;             // level of the open heading; 0: none
  std::vector<Row> rows_;
  std::string pending_;          // text of the block that is being collected
  bool space_ = false;           // white space came since the last word
  std::size_t superscript_ = 0;  // where in pending_ the last <sup> began
  std::size_t link_bytes_ = 0;
  std::vector<PlacedBlock> blocks_;
  std::vector<PageRegion> regions_;
  std::size_t region_ = no_region;  // the innermost that is open
};

// The text of a fragment of HTML as one line: "Kids&#8217; Media" is "Kids’ Media".
std::string html_line(std::string_view html);

}  // namespace dossier
