// The values of source, language and type, each a link that takes it in or leaves it out.
#pragma once

#include "dossier/search/result.h"
#include "html.h"
#include "page_state.h"

namespace dossier::web {

// How many values a facet shows unless it is the whole one, and at most then.
inline constexpr std::size_t kValuesShown = 8;
inline constexpr std::size_t kValuesAtMost = 500;

// Nothing where no document has a value.
void put_facet(Html& html, const PageState& state, const KeywordFacet& kind, const Facet& facet);

}  // namespace dossier::web
