// What a search found, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

// "41 passages in 17 documents", "all words", "310 more passages with some of the words".
// Without exact counts (SearchRequest::bare) only what needs none.
std::vector<std::string> summary_facts(const SearchResult& result);

// "1–10 shown" where not all is shown, else empty. `to` stands between the numbers.
std::string page_fact(const SearchResult& result, std::string_view to);

}  // namespace dossier
