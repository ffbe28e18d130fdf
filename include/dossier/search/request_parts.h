// The parts of a SearchRequest as people write them, on a command line or in an address: the words for its
// choices, facets, filters. What both front ends need, so that both understand the same. All functions are
// pure and may run in parallel.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

template <typename Enum>
struct Choice {
  std::string_view name;  // "document"
  Enum value;
};

// The words for each value, the default first. For GroupBy, MatchMode, SortOrder and Expand.
template <typename Enum>
std::span<const Choice<Enum>> choices();
template <>
std::span<const Choice<GroupBy>> choices();
template <>
std::span<const Choice<MatchMode>> choices();
template <>
std::span<const Choice<SortOrder>> choices();
template <>
std::span<const Choice<Expand>> choices();

template <typename Enum>
std::vector<std::string> choice_names() {
  std::vector<std::string> names;
  for (const Choice<Enum>& choice : choices<Enum>()) names.emplace_back(choice.name);
  return names;
}

// The value of a word that is one of choice_names; the default for any other.
template <typename Enum>
Enum parse_choice(std::string_view name) {
  for (const Choice<Enum>& choice : choices<Enum>()) {
    if (choice.name == name) return choice.value;
  }
  return choices<Enum>().front().value;
}

// "published:month:24" as a request. Throws Error(usage) for what is no facet.
FacetRequest parse_facet(const std::string& text);

// What is counted where nothing else is asked for: published:year and mentioned:year.
std::vector<FacetRequest> default_facets();

// The first filter of `where`, `published` and `mentioned` that is not understood, `filter` being its text.
// A filter given apart from the query is meant: nobody wants an answer without it.
std::optional<Problem> misunderstood_filter(const SearchRequest& request);

// Neither a query nor a filter.
bool asks_for_nothing(const SearchRequest& request);

// Nothing of the query was understood, so that there is no answer to it.
bool nothing_understood(const SearchResult& result);

}  // namespace dossier
