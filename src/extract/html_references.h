// Character references of HTML and Markdown: "&nbsp;", "&#8217;".
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// Appends `text` with its references resolved: numbers, the names of HTML 4, accented Latin letters and ASCII
// signs by name. Like browsers it takes &#128; to &#159; for windows-1252, and the oldest names without their
// semicolon. What names no character stays as it is. Linear.
void append_decoded(std::string& out, std::string_view text);

}  // namespace dossier
