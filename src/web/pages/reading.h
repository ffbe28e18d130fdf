// A whole document to read: its text with matches marked and dates explained, outline, pages.
#pragma once

#include "dossier/search/contents.h"
#include "html.h"
#include "page_state.h"

namespace dossier::web {

// `state` holds the query whose matches are marked and, where the document is read beside the hits, all that
// the list is; `beside` says that it is.
void put_reading(Html& html, const PageState& state, const DocumentView& view, bool beside);

}  // namespace dossier::web
