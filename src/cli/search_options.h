// The options of what searches: search, facets and explain.
#pragma once

#include <string>
#include <vector>

#include "context.h"
#include "dossier/search/result.h"

namespace dossier {

struct SearchOptions {
  std::vector<std::string> words;
  SearchRequest request;
  std::string by = "passage";
  std::string match = "auto";
  std::string sort = "relevance";
  std::vector<std::string> facets;
  bool no_facets = false;
  std::string format = "text";
  std::string queries;  // file of queries
};

// "published:month:24" as a request. Throws Error(usage).
FacetRequest parse_facet(const std::string& text);

// What was typed as one request; throws Error(usage) for an empty one.
SearchRequest make_request(const SearchOptions& options);

}  // namespace dossier
