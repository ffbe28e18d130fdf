// What to do where nothing was found: which part of the query finds nothing, which filter leaves nothing, and
// each way out as a link with what it would find.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dossier/search/result.h"
#include "html.h"
#include "page_state.h"

namespace dossier::web {

// A query or a filter less, and what there would be then.
struct WayOut {
  std::string what;  // the part that is left out, as typed or in words
  bool filter = false;
  PageState state;  // without it
  Counts found;     // without it
  Counts alone;     // of a part of the query: what it finds by itself, without filters
};

// How many matches a request has.
using CountMatches = std::function<Counts(const SearchRequest&)>;

// Tries the query without each of its parts (at most kPartsTried) and without each filter.
inline constexpr std::size_t kPartsTried = 8;
std::vector<WayOut> find_ways_out(const PageState& state, const CountMatches& count);

// The words that are found nowhere, where the rest of the query was answered without them.
void put_lost_words(Html& html, const std::vector<WayOut>& ways);

void put_nothing_found(Html& html, const PageState& state, const std::vector<WayOut>& ways);

}  // namespace dossier::web
