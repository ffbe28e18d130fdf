// Dates that somebody typed as words of a query: "Moscow Resolution 1244 in 2013". As words they find
// passages that have the digits; as filters they find what was published then, or speaks of then.
#pragma once

#include <vector>

#include "dossier/search/result.h"

namespace dossier {

// Those that stand among the plain words of the query, read as in texts (dates/mentions.h): "1244" behind
// "Resolution" is no year. None where the query or a filter names a date already. Takes a millisecond or two
// where there is a digit, else nothing. May run in parallel.
std::vector<QueryDate> dates_among_words(const SearchRequest& request);

}  // namespace dossier
