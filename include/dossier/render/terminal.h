// Text for people to read on a terminal or through a pipe: how wide it is, and how it is kept from driving
// the terminal. Input: UTF-8, or arbitrary bytes where a name is meant. Reads no environment: whoever calls
// decides the style. All functions are pure and may run in parallel.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier {

// How text output looks. The default is a pipe: no colour, nothing wrapped.
struct Style {
  bool colour = false;      // SGR sequences; without them matches are marked *so*
  bool unicode = true;      // bars, rules, dots and ellipsis beyond ASCII
  bool dates = false;       // the dates a text speaks of are marked too; without colour [so]
  bool hyperlinks = false;  // OSC 8 links from paths to file:// addresses
  std::size_t width = 0;    // columns; 0 is unlimited: nothing is wrapped, bars are drawn with '#'
  std::string folder;  // paths below it are shown from there on, as a shell in it takes them; empty: none
};

// Columns that valid UTF-8 takes on a terminal: wide East Asian characters and emoji two, combining marks and
// format characters none, all else one. Ambiguous width counts as one.
std::size_t display_width(std::string_view text);

// A name (path, id) on one line with nothing hidden in it: control, bidirectional and invisible characters
// and bytes that are no UTF-8 appear as \n, \t, \x1b, \u202e. For eyes only: a backslash itself is not
// escaped.
std::string visible_name(std::string_view bytes);

// Running text on one line: white space becomes single spaces; control characters, bidirectional overrides
// and bytes that are no UTF-8 become U+FFFD; invisible marks that change nothing (soft hyphen, U+200E) are
// dropped.
std::string visible_text(std::string_view text);

// visible_text, cut to at most `width` columns with an ellipsis at the cut.
std::string truncate_text(std::string_view text, std::size_t width, const Style& style);

}  // namespace dossier
