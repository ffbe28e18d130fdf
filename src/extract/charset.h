// Bytes of any charset to valid UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier {

struct DecodedText {
  std::string text;          // valid UTF-8, without BOM
  std::string encoding;      // IANA name: "UTF-8", "windows-1252", "UTF-16LE"
  std::size_t replaced = 0;  // bytes or sequences that became U+FFFD
};

// Decodes by byte order mark, else as UTF-8 where the bytes are, else by `declared` (what the file says of
// itself; may be empty or a lie), else by detection; what is UTF-8 with other charsets in it line by line
// (mixed_charset.h). Never fails: what fits no charset is replaced.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

// Bytes that are to be UTF-8, whatever they look like.
DecodedText as_utf8(std::string_view bytes);

// Decodes by a charset that is known; none if there is no such charset.
std::optional<DecodedText> decode_as(std::string_view bytes, const std::string& charset);

// What does the decoding, for people: "ICU 72.1, uchardet".
std::string charset_libraries();

// True if bytes are no text in any charset we know: many NULs or control bytes that no charset explains.
bool is_binary(std::string_view bytes);

}  // namespace dossier
