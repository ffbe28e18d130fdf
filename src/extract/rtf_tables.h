// The tables of an RTF document: its fonts and its styles.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "rtf_words.h"

namespace dossier {

struct RtfFont {
  std::string charset;  // empty: that of the document
  std::string name;
  bool is_symbol = false;
};

// Gathers the entries of the font table, then of the style sheet: each has a number, properties and a name,
// and ends with a semicolon or with its group.
class RtfTables {
 public:
  // Sets a property of the entry at hand, or begins one, by its control word; does nothing in another place.
  void set(RtfPlace place, RtfAction action, int number);
  void add_name(std::string_view text);
  void end_entry(RtfPlace place);

  void set_default_font(int number) noexcept { default_font_ = number; }

  // The font with that number, the default one for less than 0; null if there is none.
  const RtfFont* font(int number) const;
  // The level, from 1, of a paragraph's heading by its outline level, from 0, or -1 where it has none of its
  // own, and its style and those it is based on; 0: it is none.
  std::size_t heading_level(int level, int style) const;

 private:
  void set_of_font(RtfAction action, int number);
  void set_of_style(RtfAction action, int number);

  struct Style {
    std::string name;
    int level = -1;  // from 0; -1: not said
    int based_on = -1;
  };

  std::map<int, RtfFont> fonts_;
  std::map<int, Style> styles_;
  int default_font_ = -1;
  int entry_ = -1;
  std::string name_;
};

}  // namespace dossier
