// Forms and the links that stand for them: the search box, ranges of dates, chips of the filters in force.
#pragma once

#include <string>
#include <string_view>

#include "html.h"
#include "page_state.h"

namespace dossier::web {

struct HistogramKind;

// The search box with everything else of the state kept.
void put_search_form(Html& html, const PageState& state, bool focus);

// The range that a histogram is filtered by, to type.
void put_range_form(Html& html, const PageState& state, const HistogramKind& kind);

// What narrows the answer, each to be taken away by one click.
void put_chips(Html& html, const PageState& state);

}  // namespace dossier::web
