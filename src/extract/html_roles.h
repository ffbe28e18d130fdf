// What part of a page an element is, by its name and attributes.
#pragma once

#include <cstdint>
#include <string_view>

#include "html_events.h"

namespace dossier {

enum class HtmlRole : std::uint8_t {
  none,
  hidden,     // script, style, what is not shown and what is no text
  furniture,  // navigation, footers, asides, controls: by element or ARIA role
  doubtful,   // named by class or id like what often is furniture
  suspect,    // named like furniture, or for readers without scripts
  comments,   // named like readers' comments
  content,    // <main>, <article>, named like the body of an article
};

// What an element holds, as far as it matters for what it is worth.
enum class ElementKind : std::uint8_t {
  other,
  paragraph,
  heading,
  part,  // of a list or a table: an item, a row, a cell
  list,
  table,
  form,
  caption,  // of a picture
};

HtmlRole html_role(std::string_view name, const HtmlAttributes& attributes);
ElementKind element_kind(std::string_view name, const HtmlAttributes& attributes);

// 1 to 6 for <h1> to <h6>; 0 for others.
std::uint8_t heading_level(std::string_view name) noexcept;

// Whether an element ends the block before it and begins one.
bool is_block_element(std::string_view name) noexcept;

}  // namespace dossier
