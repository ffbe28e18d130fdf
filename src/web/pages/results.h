// What a search found: in words, and as passages under their documents.
#pragma once

#include "dossier/search/result.h"
#include "html.h"
#include "page_state.h"

namespace dossier::web {

// "41 passages in 17 documents · all words", and how the query was read where that says more than it does.
void put_summary(Html& html, const SearchResult& result);

// What was not understood of the query, its place under it; a better spelling.
void put_problems(Html& html, const PageState& state, const SearchResult& result);

// Order, grouping, export.
void put_result_tools(Html& html, const PageState& state);

// The hits, those of one document together where its first stands.
void put_hits(Html& html, const PageState& state, const SearchResult& result);

// Earlier and later pages; nothing where all is shown.
void put_pager(Html& html, const PageState& state, const SearchResult& result);

}  // namespace dossier::web
