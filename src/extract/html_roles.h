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
  suspect,    // named like furniture by class or id, or for readers without scripts
  content,    // <main>, <article>
};

HtmlRole html_role(std::string_view name, const HtmlAttributes& attributes);

// Whether an element ends the block before it and begins one.
bool is_block_element(std::string_view name) noexcept;

}  // namespace dossier
