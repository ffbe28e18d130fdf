// UTF-16 in binary files, the lowest byte first.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// As UTF-8; what is no character becomes U+FFFD.
void append_utf16(std::string& out, std::u16string_view units);
// The same of bytes; half a unit at their end is none.
void append_utf16_bytes(std::string& out, std::string_view bytes);

}  // namespace dossier
