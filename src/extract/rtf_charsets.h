// The charsets of RTF: of the document and of its fonts.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// The charset of a code page such as 1251, and of a font's \fcharset such as 204; empty if it is that of the
// document.
std::string rtf_code_page(int page);
std::string rtf_font_charset(int charset);

// Decodes text in pieces, in whatever charset each is. Remembers what single bytes are.
class RtfDecoder {
 public:
  // Appends `bytes`, which are in `charset`, to `out` as UTF-8.
  void append(std::string& out, std::string_view bytes, const std::string& charset);

 private:
  using Table = std::array<std::string, 128>;  // of the bytes from 0x80 on

  const Table* table(const std::string& charset);

  std::map<std::string, std::optional<Table>> tables_;  // none: of several bytes a character
};

}  // namespace dossier
