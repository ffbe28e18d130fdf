#include "dossier/search/searcher.h"

#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"
#include "dossier/search/browse.h"
#include "dossier/search/hit.h"
#include "dossier/text/analyzer.h"
#include "explain.h"
#include "search.h"
#include "suggest.h"
#include "telling_words.h"

namespace dossier {
namespace {

// Of `similar`: enough to tell a text's subject, and few enough to be looked for at once.
constexpr std::size_t kTellingWords = 20;
constexpr std::size_t kLikeliest = 100;  // hits from the top that are weighed by their documents too

// The words as a query of which any may match.
ParsedQuery any_of(const std::vector<std::string>& words) {
  ParsedQuery query;
  SequenceNode sequence;
  for (const std::string& word : words) sequence.items.push_back({Occur::optional, {WordNode{word}, {}}});
  if (!words.empty()) query.root.push_back({std::move(sequence), {}});
  return query;
}

}  // namespace

struct Searcher::Impl {
  // What `work` gives, read from the newest revision.
  template <typename Work>
  auto read_newest(const char* attempt, Work&& work) {
    return translating(attempt + reader.folder(), [&] {
      reader.refresh();
      return reading(reader, work);
    });
  }

  // Copies, versions and excerpts; of a large family also those that are related to the same.
  void leave_out_family(std::uint32_t document, DocumentCounts& left_out) const {
    const std::vector<StoredRelation> family = relations_of(reader, document);
    for (const StoredRelation& relation : family) {
      left_out[relation.other] = 1;
      if (family.size() < most_relations) continue;
      for (const StoredRelation& further : relations_of(reader, relation.other)) left_out[further.other] = 1;
    }
  }

  std::optional<SearchResult> similar(const SimilarRequest& request) {
    const auto place = find_place(reader, request.id);
    if (!place) return std::nullopt;
    const StoredDocument document = reader.document(place->document);
    Likeness like{.id = place->ordinal ? passage_id(document.id, *place->ordinal) : document.id,
                  .title = document.title,
                  .words = telling_words(reader, analyzer, *place, kTellingWords)};
    WordsOfOthers words{.words = any_of(like.words),
                        .left_out = DocumentCounts(reader.columns().rows().size())};
    words.left_out[place->document] = 1;
    if (!request.family) leave_out_family(place->document, words.left_out);
    RankingOptions options = ranking;
    options.reranked = kLikeliest;
    options.read = 0;  // the words stand in no order, and in no spelling that somebody chose
    SearchRequest search = request.search;
    search.expand = Expand::off;  // nobody typed a name here: the text's own spelling will do
    SearchResult result = Search(reader, analyzer, options, search).run(std::move(words));
    result.like = std::move(like);
    return result;
  }

  IndexReader reader;
  Analyzer analyzer;
  RankingOptions ranking;
};

Searcher::Searcher(const std::string& folder, const RankingOptions& options)
    : impl_(std::make_unique<Impl>(IndexReader(folder), Analyzer(), options)) {}
Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) {
  return impl_->read_newest(
      "searching ", [&] { return Search(impl_->reader, impl_->analyzer, impl_->ranking, request).run(); });
}

std::optional<DocumentView> Searcher::view(const ViewRequest& request) {
  return impl_->read_newest("reading the index ",
                            [&] { return view_document(impl_->reader, impl_->analyzer, request); });
}

IndexInfo Searcher::info() {
  return impl_->read_newest("reading the index ", [&] { return describe(impl_->reader); });
}

std::optional<SearchResult> Searcher::similar(const SimilarRequest& request) {
  return impl_->read_newest("searching ", [&] { return impl_->similar(request); });
}

Explanation Searcher::explain(const SearchRequest& request) {
  return impl_->read_newest("searching ", [&] {
    Search search(impl_->reader, impl_->analyzer, impl_->ranking, request);
    return dossier::explain(search, impl_->reader, impl_->analyzer, impl_->ranking);
  });
}

Suggestions Searcher::suggest(const SuggestRequest& request) {
  return impl_->read_newest("searching ",
                            [&] { return dossier::suggest(impl_->reader, impl_->analyzer, request); });
}

}  // namespace dossier
