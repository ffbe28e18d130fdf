#include "dossier/render/html_text.h"

#include "code_point.h"
#include "dossier/core/utf8.h"

namespace dossier {

void append_html_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, next] = decode_utf8(text, at);
    switch (code_point) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        append_utf8(out, classify_code_point(code_point) == CodePointClass::hostile ? U'\uFFFD' : code_point);
    }
    at = next;
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_html_text(out, text);
  return out;
}

bool is_web_address(std::string_view url) {
  const std::string lower = ascii_lower(url.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://");
}

}  // namespace dossier
