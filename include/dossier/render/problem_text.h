// Problems in what was typed, with a caret under the place.
#pragma once

#include <string>
#include <string_view>

#include "dossier/query/tree.h"
#include "dossier/render/terminal.h"

namespace dossier {

// Two lines: `text` made safe, and under it '^' at the span's first column, '~' to its end. A text wider than
// `style.width` is cut on either side, an ellipsis at the cut, so that the place is in sight. A span behind
// the text points behind it. Ends with a newline.
std::string caret_lines(std::string_view text, Span span, const Style& style);

// The message, wrapped, and the caret lines, indented by two. `query` is the query's text; a problem of a
// filter points into the filter instead.
std::string problem_text(std::string_view query, const Problem& problem, const Style& style);

}  // namespace dossier
