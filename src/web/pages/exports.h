// The result list for other programs.
#pragma once

#include <string>
#include <string_view>

#include "html.h"
#include "page_state.h"

namespace dossier::web {

// "BibTeX" for "bibtex": what people call a format that addresses name so.
std::string format_title(std::string_view name);

// Links that give the first kExported hits of the list in each format.
inline constexpr std::size_t kExported = 1000;
void put_exports(Html& html, const PageState& state);

}  // namespace dossier::web
