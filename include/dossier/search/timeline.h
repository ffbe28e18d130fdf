// The dates that what matches speaks of, in their order.
#pragma once

#include <cstddef>
#include <vector>

#include "dossier/search/result.h"
#include "dossier/search/searcher.h"

namespace dossier {

// One date in one sentence.
struct TimelineEntry {
  DateMention mention;  // offsets into the passage
  Range sentence;       // of the passage: the one that holds the mention
  std::size_t hit = 0;  // whose passage it is: an index into Timeline::result.hits
};

struct Timeline {
  SearchResult result;  // whose hits are the passages, in the order of their first dates; no facets
  std::vector<TimelineEntry> entries;
  bool more = false;  // dates were left out by the limit
};

// The first `request.limit` dates of the passages that match, the earliest first; of those that begin on the
// same day the longest first, then in the order of relevance. With filters on mentions only dates that they
// let pass. A date that a sentence mentions twice comes once. The request's grouping, order, offset and
// facets do not count, and passages with only some of the words are left out. Throws as Searcher::search
// does.
Timeline find_timeline(Searcher& searcher, SearchRequest request);

}  // namespace dossier
