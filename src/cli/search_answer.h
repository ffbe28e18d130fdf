// What the commands that search have in common beside their options: what is refused, what is told, how it
// ends.
#pragma once

#include <string>

#include "context.h"
#include "dossier/search/result.h"

namespace dossier {

// Whether every filter given as an argument is understood; if not, says so with the place.
bool filters_are_understood(const SearchRequest& request, const Style& style);

// Throws Error(usage) where there is neither a query nor a filter.
void require_query(const SearchRequest& request);

// Says on standard error what was not understood of the query.
void say_problems(const SearchResult& result, const Style& style);

// The exit code of a search.
int result_code(const SearchResult& result);

}  // namespace dossier
