#include "declared_charset.h"

#include <algorithm>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;  // in which it is looked for

// The name behind "charset=" or "encoding=" at `at`, in quotes or not.
std::string_view charset_name(std::string_view head, std::size_t at) {
  while (at < head.size() && (head[at] == ' ' || head[at] == '"' || head[at] == '\'')) ++at;
  const std::size_t end = std::min(head.find_first_of("\"' \t\r\n;>?/", at), head.size());
  return head.substr(at, std::min<std::size_t>(end - at, 64));
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = head.substr(0, head.find("?>"));
    const std::size_t at = declaration.find("encoding=");
    if (at != std::string_view::npos) return charset_name(declaration, at + 9);
  }
  for (std::size_t i = head.find('<'); i != std::string_view::npos; i = head.find('<', i + 1)) {
    if (head.substr(i).starts_with("<!--")) {
      i = head.find("-->", i);
      if (i == std::string_view::npos) return {};
      continue;
    }
    if (ascii_lower(head.substr(i, 5)) != "<meta") continue;
    const std::size_t end = head.find('>', i);
    if (end == std::string_view::npos) return {};
    const std::string_view tag = head.substr(i, end - i);
    const std::size_t at = ascii_lower(tag).find("charset=");
    if (at != std::string::npos) return charset_name(tag, at + 8);
  }
  return {};
}

}  // namespace dossier
