// What a code point is to a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dossier {

enum class CodePointClass : std::uint8_t {
  visible,
  attached,   // no width of its own: combining marks, joiners, variation selectors
  space,      // white space of any kind, line ends among it
  invisible,  // without effect where it stands alone: soft hyphen, U+200E, U+FEFF
  hostile,    // drives a terminal or turns the reading order: control characters, bidirectional overrides
};

CodePointClass classify_code_point(char32_t code_point);

// Columns of a visible code point: 1 or 2.
std::size_t code_point_width(char32_t code_point);

// "\n", "\t", "\x1b", "\u202e", "\U000e0041".
std::string escape_code_point(char32_t code_point);

}  // namespace dossier
