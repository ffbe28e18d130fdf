#include "dossier/render/terminal.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "cell_text.h"
#include "code_point.h"
#include "dossier/core/utf8.h"

namespace dossier {

CodePointClass classify_code_point(char32_t code_point) {
  if (code_point > ' ' && code_point < 0x7F) return CodePointClass::visible;
  const auto c = static_cast<UChar32>(code_point);
  // U+0085 counts as white space, but a terminal may take it, like every C1 character, for a command.
  if (code_point == '\t' || code_point == '\n' || code_point == '\r') return CodePointClass::space;
  const auto type = u_charType(c);
  if (type == U_CONTROL_CHAR || type == U_SURROGATE) return CodePointClass::hostile;
  if (u_isUWhiteSpace(c)) return CodePointClass::space;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return CodePointClass::hostile;
  const bool joiner =
      c == 0x200C || c == 0x200D || c == 0x034F || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
  if (joiner || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return CodePointClass::attached;
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return CodePointClass::attached;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || type == U_FORMAT_CHAR)
    return CodePointClass::invisible;
  return CodePointClass::visible;
}

std::size_t code_point_width(char32_t code_point) {
  if (code_point < 0x1100) return 1;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string escape_code_point(char32_t code_point) {
  if (code_point == '\n') return "\\n";
  if (code_point == '\t') return "\\t";
  if (code_point == '\r') return "\\r";
  const auto value = static_cast<std::uint32_t>(code_point);
  if (value < 0x80) return fmt::format("\\x{:02x}", value);
  return value < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\U{:08x}", value);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, next] = decode_utf8(text, at);
    const CodePointClass kind = classify_code_point(code_point);
    if (kind != CodePointClass::attached && kind != CodePointClass::invisible)
      width += code_point_width(code_point);
    at = next;
  }
  return width;
}

std::string visible_name(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto [code_point, next] = decode_utf8(bytes, at);
    if (code_point == 0xFFFD && next == at + 1) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[at]));
    } else {
      const CodePointClass kind = classify_code_point(code_point);
      const bool shown = kind == CodePointClass::visible || kind == CodePointClass::attached ||
                         code_point == ' ' ||
                         (kind == CodePointClass::space && code_point > 0xFF && code_point != 0x2028 &&
                          code_point != 0x2029);
      out += shown ? std::string(bytes.substr(at, next - at)) : escape_code_point(code_point);
    }
    at = next;
  }
  return out;
}

std::string visible_text(std::string_view text) {
  CellText cells{Style{}};
  cells.append(text);
  return cells.line();
}

std::string truncate_text(std::string_view text, std::size_t width, const Style& style) {
  CellText cells{Style{}};
  cells.append(text);
  return cells.truncated(width, style.unicode ? "…" : "...");
}

}  // namespace dossier
