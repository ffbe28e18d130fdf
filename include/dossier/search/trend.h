// How often queries match over time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/search/result.h"
#include "dossier/search/searcher.h"

namespace dossier {

struct TrendRequest {
  std::vector<std::string> queries;
  SearchRequest common;          // match, exactness and filters of all of them
  std::string of = "published";  // or "mentioned": what is counted by
  CalendarUnit by = CalendarUnit::year;
};

struct TrendLine {
  SearchResult result;         // without hits and facets: the query as it was read, its problems, its matches
  std::vector<Counts> counts;  // one for each of Trend::buckets
};

struct Trend {
  TrendRequest request;
  std::vector<std::string> buckets;  // from the first with a match to the last, none between them left out
  std::vector<TrendLine> lines;      // one for each query
  std::vector<Counts> collection;    // what all passages that pass the common filters give for each bucket
};

// Counts are exact; a filter on what is counted by leaves the buckets that it reaches. Throws as
// Searcher::search does.
Trend find_trend(Searcher& searcher, const TrendRequest& request);

}  // namespace dossier
