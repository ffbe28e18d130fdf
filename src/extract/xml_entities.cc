#include "xml_entities.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "html_references.h"

namespace dossier {
namespace {

constexpr std::size_t kMostNameBytes = 64;
constexpr std::size_t kMostValueBytes = 1000;
constexpr std::size_t kMostEntities = 1000;
constexpr std::size_t kMostAdded = 1 << 20;  // bytes that entities may add to a document

using Entities = std::map<std::string_view, std::string_view>;

std::string_view next_word(std::string_view& text) {
  const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::size_t end = std::min(text.find_first_of(" \t\r\n", start), text.size());
  const std::string_view word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

// The plain texts among `<!ENTITY name "value">`.
Entities declared_entities(std::string_view xml) {
  constexpr std::string_view kDeclaration = "<!ENTITY";
  Entities entities;
  for (std::size_t at = xml.find(kDeclaration);
       at != std::string_view::npos && entities.size() < kMostEntities; at = xml.find(kDeclaration, at + 1)) {
    std::string_view rest = xml.substr(at + kDeclaration.size(), kMostNameBytes + kMostValueBytes + 100);
    const std::string_view name = next_word(rest);
    const std::size_t quote = rest.find_first_not_of(" \t\r\n");
    if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\'')) continue;
    const std::size_t end = rest.find(rest[quote], quote + 1);
    if (end == std::string_view::npos) continue;
    const std::string_view value = rest.substr(quote + 1, end - quote - 1);
    if (value.find_first_of("&<%") == std::string_view::npos) entities.emplace(name, value);
  }
  return entities;
}

// The name of the reference at the beginning of `text`; empty if there is none, or one of a number.
std::string_view reference_name(std::string_view text) {
  const std::size_t end = text.substr(0, kMostNameBytes + 2).find_first_of("; <&\n", 1);
  if (end == std::string_view::npos || end == 1 || text[end] != ';' || text[1] == '#') return {};
  return text.substr(1, end - 1);
}

bool is_of_xml(std::string_view name) {
  constexpr std::array<std::string_view, 5> kOwn{"amp", "lt", "gt", "quot", "apos"};
  return std::find(kOwn.begin(), kOwn.end(), name) != kOwn.end();
}

}  // namespace

std::string with_entities(std::string_view xml) {
  Entities entities;
  bool declarations_read = false;
  std::size_t added = 0;
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = xml.find('&'); at != std::string_view::npos; at = xml.find('&', at + 1)) {
    const std::string_view name = reference_name(xml.substr(at));
    if (name.empty() || is_of_xml(name)) continue;
    if (!std::exchange(declarations_read, true)) entities = declared_entities(xml);
    out.append(xml.substr(done, at - done));
    done = at + name.size() + 2;
    const auto declared = entities.find(name);
    if (declared != entities.end() && added + declared->second.size() <= kMostAdded) {
      out.append(declared->second);
      added += declared->second.size();
      continue;
    }
    const std::string written = '&' + std::string(name) + ';';
    std::string decoded;
    append_decoded(decoded, written);
    out.append(decoded == written ? "&amp;" + written.substr(1) : decoded);
  }
  return done == 0 ? std::string() : out.append(xml.substr(done));
}

}  // namespace dossier
