// What a page shows, as its address says it: everything, so that a bookmark brings it back.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"
#include "dossier/web/message.h"
#include "html.h"

namespace dossier::web {

// A keyword facet: its name in addresses and results, the field its values filter by, what it is called.
struct KeywordFacet {
  std::string_view name;
  std::string_view field;
  std::string_view title;
  std::string_view without;  // what those without a value are called
};
// "English" for "en", "PDF" for "application/pdf"; else the value itself.
std::string value_in_words(const KeywordFacet& facet, std::string_view value);

inline constexpr KeywordFacet kKeywordFacets[] = {
    {"source", "source", "Source", "without source"},
    {"language", "lang", "Language", "language unknown"},
    {"type", "type", "Type", "type unknown"},
};

// /search?q=kosovo&published=2012..2014&source=UN&sort=newest&page=2
struct PageState {
  std::string query;
  std::string published;  // a range, or empty
  std::string mentioned;
  std::vector<std::pair<std::string, std::string>> values;  // of keyword facets, by the facet's name
  MatchMode match = MatchMode::automatic;
  GroupBy by = GroupBy::passage;
  SortOrder sort = SortOrder::relevance;
  bool exact = false;
  std::size_t page = 1;
  std::string published_view;  // the stretch of time that the histogram shows; empty: where most lies
  std::string mentioned_view;
  std::string whole_facet;  // the facet whose values are all shown
  std::string open;         // the document that is read beside the hits

  bool has(std::string_view facet, std::string_view value) const;
  bool has_filters() const { return !published.empty() || !mentioned.empty() || !values.empty(); }
  bool asks() const { return !query.empty() || has_filters(); }
};

// What cannot be read (a page that is no number) is as if it were not there.
PageState read_state(const Request& request);

// Names and values as they stand in its address; empty values are those that need not stand there.
std::vector<std::pair<std::string_view, std::string>> parameters_of(const PageState& state);

// Its own address; "/search" with nothing but defaults. `page`: another one that is given the same state.
Address address_of(const PageState& state, std::string_view page = "/search");

// The address of the state changed by `change`; the first page of it unless `change` says another.
Address address_with(const PageState& state, const std::function<void(PageState&)>& change);

// The value of that facet taken in or left out.
void toggle(PageState& state, std::string_view facet, std::string_view value);

// The document's own page, its matches marked for the state's query, at a place in it (may be empty).
Address document_address(const PageState& state, const std::string& id, std::string_view place);

inline constexpr std::size_t kHitsPerPage = 20;

// As the search library takes it, without facets.
SearchRequest request_of(const PageState& state);

}  // namespace dossier::web
