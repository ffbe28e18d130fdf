// Texts of several charsets: UTF-8 and what was pasted into it.
#pragma once

#include <string_view>

#include "charset.h"

namespace dossier {

// Whether a text that is no UTF-8 has whole lines that are: more than legacy charsets have by chance.
bool has_utf8_lines(std::string_view bytes);

// Reads line by line. What is UTF-8 stays; a line that is hardly any is read by the charset of all such
// lines: `declared` (a name that ICU knows, or empty) if that fits, else as detected. Loose bytes between
// characters of UTF-8 are those of the charset that is declared, else windows-1252; parts of broken
// characters become U+FFFD. Linear.
DecodedText decode_mixed(std::string_view bytes, std::string_view declared);

}  // namespace dossier
