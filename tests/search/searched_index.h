// An index in a folder of its own, and short forms of what it answers.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "dossier/search/searcher.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {

class SearchedIndex {
 public:
  explicit SearchedIndex(const std::vector<SampleDocument>& samples) : folder_(), searcher_(make(samples)) {}

  const std::string& folder() const noexcept { return folder_.path(); }
  SearchResult search(const SearchRequest& request) { return searcher_.search(request); }
  std::optional<SearchResult> similar(const SimilarRequest& request) { return searcher_.similar(request); }
  Explanation explain(const SearchRequest& request) { return searcher_.explain(request); }
  Suggestions suggest(const SuggestRequest& request) { return searcher_.suggest(request); }

  // The ids of what matches, in the order of ids; partial hits in brackets: "a b (c)". "a#1" for a passage
  // that is not its document's first.
  std::string matches_for(SearchRequest request) {
    request.limit = 1000;
    const SearchResult result = search(request);
    return names(result, true);
  }
  std::string matches(const std::string& query) { return matches_for({.query = query}); }

  // The same in the order of ranks.
  std::string ranked(const SearchRequest& request) { return names(search(request), false); }

  static std::string names(const SearchResult& result, bool sorted) {
    std::vector<std::string> whole, partial;
    for (const Hit& hit : result.hits)
      (hit.partial ? partial : whole).push_back(hit.passage.ordinal == 0 ? hit.document.id : hit.passage.id);
    if (sorted) {
      std::sort(whole.begin(), whole.end());
      std::sort(partial.begin(), partial.end());
    }
    std::string out = join(whole);
    if (!partial.empty()) out += (out.empty() ? "(" : " (") + join(partial) + ")";
    return out;
  }

 private:
  static std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
  }
  std::string make(const std::vector<SampleDocument>& samples) const {
    make_index(folder_.path(), samples);
    return folder_.path();
  }

  TemporaryFolder folder_;
  Searcher searcher_;
};

// A document of one passage.
inline SampleDocument one(const std::string& id, const std::string& text) {
  return {.id = id, .passages = {{text}}};
}

// The marked stretches of a text, each in brackets: "the [Kosovo] talks".
inline std::string marked(const std::string& text, const std::vector<Range>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const Range& range : ranges) {
    out += text.substr(at, range.start - at) + "[" + text.substr(range.start, range.end - range.start) + "]";
    at = range.end;
  }
  return out + text.substr(at);
}

}  // namespace dossier
