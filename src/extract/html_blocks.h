// The text of a web page as blocks, its furniture left out as well as markup tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "html_events.h"

namespace dossier {

// Makes blocks of a page's events. Script, style, what is hidden and what is no text leave nothing; navigation, footers,
// asides, forms and runs of short links are known by element, ARIA role or class and left out, unless next to nothing
// would be left.
class HtmlBlocks : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The blocks, after the last event. Call once.
  std::vector<Block> take();

 private:
  enum class Role : std::uint8_t { none, hidden, furniture, content };

  struct Element {
    std::string name;
    Role role = Role::none;
  };

  // A block with what is known of the place where it stood.
  struct Placed {
    Block block;
    std::size_t link_bytes = 0;
    bool furniture = false;
    bool in_content = false;  // inside <main> or <article>
  };

  static Role role_of(std::string_view name, const HtmlAttributes& attributes);
  std::size_t depth(Role role) const noexcept { return depths_[static_cast<std::size_t>(role)]; }
  void flush();
  void flush_as(BlockKind kind, std::uint8_t level = 0);
  void mark_link_runs();

  std::vector<Element> open_;
  std::size_t depths_[4] = {};  // open elements by role
  std::size_t links_ = 0;       // open <a>
  std::size_t preformatted_ = 0;
  BlockKind kind_ = BlockKind::paragraph;  // of what is collected now
  std::uint8_t level_ = 0;
  std::string pending_;
  bool space_ = false;  // white space came since the last word
  std::size_t link_bytes_ = 0;
  std::vector<Placed> blocks_;
};

// The text of a fragment of HTML as one line: "Kids&#8217; Media" is "Kids’ Media".
std::string html_line(std::string_view html);

}  // namespace dossier
