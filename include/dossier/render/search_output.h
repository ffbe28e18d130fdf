// A SearchResult as text, JSON, JSON lines, CSV, HTML or TREC run. docs/output.md describes each, field by
// field, and says when schema_version changes. Knows no index and no query syntax; escaping happens here and
// nowhere below. Functions are pure but for the stream; a stream that fails is the caller's business.
#pragma once

#include <iosfwd>

#include "dossier/render/terminal.h"
#include "dossier/search/result.h"

namespace dossier {

// Of the JSON that search, list, show, failed and status print. Raised when a field is renamed, removed or
// changes its meaning; not when one is added.
inline constexpr int output_schema_version = 1;

// Summary, problems, hits with their matches marked, facets.
void write_search_text(std::ostream& out, const SearchResult& result, const Style& style);

// Summary, problems and facets: what `facets` prints.
void write_facets_text(std::ostream& out, const SearchResult& result, const Style& style);

void write_search_json(std::ostream& out, const SearchResult& result);   // one object
void write_search_jsonl(std::ostream& out, const SearchResult& result);  // one hit a line
void write_facets_json(std::ostream& out, const SearchResult& result);   // the object without its hits

// RFC 4180 with a header row, which csv output of several queries prints once (`header`); with a query id, a
// first column for it.
void write_search_csv(std::ostream& out, const SearchResult& result, bool header = true);
void write_facets_csv(std::ostream& out, const SearchResult& result, bool header = true);

// One page that needs nothing else: no script, no other file, no link but http and https.
void write_search_html(std::ostream& out, const SearchResult& result);

// A run for trec_eval. Hits by passage are named by the passage. Scores are lowered where needed to fall
// strictly with the rank, because trec_eval orders by score. A query without an id is called 1.
void write_search_trec(std::ostream& out, const SearchResult& result);

}  // namespace dossier
