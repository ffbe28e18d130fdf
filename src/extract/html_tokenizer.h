// Cuts HTML into tags and text.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "html_events.h"

namespace dossier {

struct HtmlToken {
  enum class Kind : std::uint8_t { start, end, text };
  Kind kind = Kind::text;
  std::string name;  // of a tag, in lower case
  HtmlAttributes attributes;
  bool self_closing = false;  // "<br/>", where that means anything: in XHTML, SVG and MathML
  std::string_view text;      // of the kind text, its references resolved
};

// Reads tags, attributes, comments and the content of scripts, styles and titles as the HTML
// Standard, 13.2.5, says. Comments, doctypes and processing instructions give no token. A page that begins
// with an XML declaration is XHTML. Linear: no byte is looked at more than a few times.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html);

  // Reads the next token. False at the end.
  bool next();
  // Valid until the next call of next().
  const HtmlToken& token() const noexcept { return token_; }
  // What a script or style sheet without an end tag has swallowed.
  std::string_view swallowed() const noexcept { return swallowed_; }

 private:
  bool begins_markup(std::size_t at) const noexcept;
  void give_text(std::size_t end, bool references);
  bool read_markup();
  bool read_cdata();
  void skip_past(std::string_view close, std::size_t from);
  void skip_declaration();
  bool read_tag(HtmlToken::Kind kind, std::size_t name_start);
  void read_attribute();
  std::string_view read_value();
  std::string_view read_quoted(char quote);
  void enter_raw_text();
  std::size_t find_end_tag(std::string_view name) const noexcept;

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t raw_end_ = 0;      // of the content of a raw text element that is read next; 0: none
  bool raw_references_ = false;  // whether references are resolved in it
  bool xml_ = false;
  bool seen_doctype_ = false;
  std::size_t foreign_ = 0;           // open <svg> and <math>
  std::array<bool, 2> no_quote_{};    // there is no further " or '
  std::array<bool, 8> no_end_tag_{};  // of raw text elements: there is no further one
  std::string decoded_;
  std::string_view swallowed_;
  HtmlToken token_;
};

}  // namespace dossier
