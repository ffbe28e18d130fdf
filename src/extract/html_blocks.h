// The text of a web page as blocks, each with its place among the elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html_events.h"
#include "html_page.h"
#include "html_roles.h"

namespace dossier {

// Makes blocks of a page's events. Script, style, what is hidden and what is no text leave nothing. A row of
// a data table is one block, a bar between its cells.
class HtmlBlocks : public HtmlHandler {
 public:
  HtmlBlocks();
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The blocks and elements, after the last event. Call once.
  HtmlPage take();

 private:
  // An open element.
  struct Open {
    HtmlRole role = HtmlRole::none;
    bool in_page = false;  // one of page_.elements
  };
  // An open row of a table.
  struct Row {
    std::uint32_t element = 0;
    std::uint32_t first_element = 0;  // inside
    std::uint32_t first_block = 0;
    std::uint32_t cell = 0;  // the one that is open, from 1
    bool is_layout = false;
  };

  void open_element(std::string_view name, const HtmlAttributes& attributes, HtmlRole role);
  void close_element();
  void start_seen(std::string_view name);
  void end_seen(std::string_view name);
  void end_superscript();
  void end_row();
  void flush();

  std::vector<Open> open_;
  std::size_t hidden_ = 0;        // open elements that are hidden
  std::size_t links_ = 0;         // open <a>
  std::size_t preformatted_ = 0;  // open <pre>
  std::size_t items_ = 0;         // open <li>, <dt>, <dd>
  std::uint8_t heading_ = 0;      // level of the open heading; 0: none
  std::vector<Row> rows_;
  std::string pending_;          // text of the block that is being collected
  bool space_ = false;           // white space came since the last word
  std::size_t superscript_ = 0;  // where in pending_ the last <sup> began
  std::size_t link_bytes_ = 0;
  HtmlPage page_;
  std::uint32_t element_ = 0;  // the innermost of page_.elements that is open
};

// The blocks of a fragment, all of them.
std::vector<Block> html_fragment(std::string_view html);

// The text of a fragment of HTML as one line: "Kids&#8217; Media" is "Kids’ Media".
std::string html_line(std::string_view html);

}  // namespace dossier
