// Searching: a SearchRequest in, a SearchResult out. Parses, compiles, counts, ranks, marks.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dossier/search/contents.h"
#include "dossier/search/explanation.h"
#include "dossier/search/result.h"
#include "dossier/search/suggest.h"

namespace dossier {

// Constants of ranking. Each was chosen by measurement: docs/decisions/0005-ranking.md.
struct RankingOptions {
  double k1 = 1.2;            // BM25: how soon more of a word stops counting
  double b = 0.75;            // BM25: how much a long passage is discounted
  double title_weight = 1.0;  // a match in the title beside one in the text
  double heading_weight = 0.5;
  double document_weight = 2.0;    // what the whole document's score adds to its passage's
  double document_presence = 0.4;  // what a word adds to that by being in the document at all
  std::size_t reranked = 1000;     // hits from the top that it is added to; the same for every page
  std::size_t read = 30;           // of those, from the top, whose texts are read; the same for every page
  double proximity_weight = 0.5;   // what a pair of the query's words adds where they stand together
  double written_weight = 0.4;     // what a word adds where it stands as typed
  double expansion_weight = 0.6;   // what all words of the expansion add beside all words of the query
  std::size_t expansion_words = 20;
  std::size_t feedback = 10;   // texts from the top that the expansion is made from
  double feedback_lead = 1.4;  // how often the last one's score the first one must have for that
};

// Searches one index. Follows its newest revision: each search sees one revision as a whole. Not for two
// threads at once; make one for each.
class Searcher {
 public:
  // Throws Error(no_index) if there is no usable index in `folder`.
  explicit Searcher(const std::string& folder, const RankingOptions& options = {});
  ~Searcher();

  // Throws Error(usage) for a facet that does not exist; problems of the query are in the result.
  SearchResult search(const SearchRequest& request);
  Explanation explain(const SearchRequest& request);
  // What the text may become; does not read the texts of passages.
  Suggestions suggest(const SuggestRequest& request);

  // The documents or passages most like one of the index, by the words that tell it from others, without the
  // document itself and its family. Hits are as of search(). None if there is nothing of that id.
  std::optional<SearchResult> similar(const SimilarRequest& request);

  // The document or passage of that name, as view_document (browse.h) gives it; none if there is none.
  std::optional<DocumentView> view(const ViewRequest& request);

  // The newest revision; costs little enough to be asked before every answer.
  IndexInfo info();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
