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
  std::string expand = "auto";
  bool no_expand = false;
  std::vector<std::string> facets;
  bool no_facets = false;
  bool no_group = false;
  bool dates = false;  // marked in text
  std::string format = "text";
  std::string queries;  // file of queries
};

// The arguments as one text, a space between them.
std::string join_words(const std::vector<std::string>& words);

// What was typed as one request. Throws Error(usage) for a facet that does not exist.
SearchRequest make_request(const SearchOptions& options);

// The options of each command.
void add_search_options(CLI::App& command, SearchOptions& options);
void add_facets_options(CLI::App& command, SearchOptions& options);
void add_explain_options(CLI::App& command, SearchOptions& options);
void add_similar_options(CLI::App& command, SearchOptions& options);
void add_timeline_options(CLI::App& command, SearchOptions& options);

// QUERY and what narrows it: a part of each of them.
void add_query_options(CLI::App& command, SearchOptions& options);

}  // namespace dossier
