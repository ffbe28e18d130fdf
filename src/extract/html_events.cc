#include "html_events.h"

#include <algorithm>

#include "dossier/core/utf8.h"
#include "html_nesting.h"
#include "html_references.h"
#include "html_tokenizer.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxAttributes = 64;         // of a tag
constexpr std::size_t kMaxNameBytes = 256;         // of an attribute
constexpr std::size_t kMaxValueBytes = 64 * 1024;  // of an attribute

}  // namespace

void HtmlAttributes::add(std::string_view name, std::string_view value) {
  if (count_ == kMaxAttributes || name.size() > kMaxNameBytes || value.size() > kMaxValueBytes) return;
  std::string lower = ascii_lower(name);
  if (has(lower)) return;
  if (count_ == attributes_.size()) attributes_.emplace_back();
  Attribute& attribute = attributes_[count_++];
  attribute.name = std::move(lower);
  attribute.value.clear();
  append_decoded(attribute.value, value);
}

const HtmlAttributes::Attribute* HtmlAttributes::find(std::string_view name) const noexcept {
  const auto end = attributes_.begin() + static_cast<std::ptrdiff_t>(count_);
  const auto at = std::find_if(attributes_.begin(), end, [&](const Attribute& a) { return a.name == name; });
  return at == end ? nullptr : &*at;
}

std::string_view HtmlAttributes::get(std::string_view name) const noexcept {
  const Attribute* attribute = find(name);
  return attribute == nullptr ? std::string_view{} : attribute->value;
}

std::string_view read_html(std::string_view html, HtmlHandler& handler) {
  HtmlTokenizer tokens(html);
  HtmlNesting nesting(handler);
  while (tokens.next()) nesting.add(tokens.token());
  nesting.finish();
  return tokens.swallowed();
}

}  // namespace dossier
