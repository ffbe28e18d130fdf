// Text on its way into HTML: the one place where it is escaped. All functions are pure.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// Appends `text` as it stands between tags or in a quoted attribute. Control characters, which HTML forbids,
// and those that turn the order of reading become U+FFFD. `text` is valid UTF-8.
void append_html_text(std::string& out, std::string_view text);

std::string html_text(std::string_view text);

// Whether an address that a document names as its own leads to a page (http, https) and so runs nothing.
bool is_web_address(std::string_view url);

}  // namespace dossier
