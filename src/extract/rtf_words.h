// The control words of RTF that say something about its text.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

// What becomes of the text of a group.
enum class RtfPlace : std::uint8_t {
  text,
  nowhere,
  fonts,   // the font table: names of fonts
  styles,  // the style sheet: names of styles
  title,
  author,
  about,           // what the document is about
  instruction,     // of a field
  property_name,   // of a picture or shape
  property_value,  // of the property whose name came before
  shape,           // of a shape, whose text boxes alone are shown
  created,         // no text, but when it was made
  modified,
};

// What a control word does.
enum class RtfAction : std::uint8_t {
  enter,      // the group's text has its place elsewhere
  character,  // the word stands for a character
  paragraph_end,
  line_end,
  cell_end,
  row_start,
  row_end,
  aside,
  page_edges,
  alternative,  // the group has its text twice; the second is in Unicode
  unicode,      // that second one
  plain,
  paragraph_default,
  font,
  style,
  level,
  in_table,
  item,
  hidden,
  deleted,
  unicode_character,
  skip_after_unicode,
  charset,
  code_page,
  default_font,
  font_charset,
  font_code_page,
  based_on,
  date_part,
  shown,  // a destination that old readers pass over, but its text is shown
};

struct RtfWord {
  std::string_view word;
  RtfAction action;
  RtfPlace place = RtfPlace::nowhere;
  std::string_view text = {};
};

// The row of a word; null for one that does nothing.
const RtfWord* find_rtf_word(std::string_view word);

}  // namespace dossier
