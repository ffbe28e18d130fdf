// One search over one revision of an index.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include <xapian.h>

#include "dossier/index/index_reader.h"
#include "dossier/index/relations.h"
#include "dossier/query/compiler.h"
#include "dossier/search/explanation.h"
#include "dossier/search/match_counter.h"
#include "dossier/search/result.h"
#include "dossier/search/searcher.h"
#include "dossier/text/analyzer.h"
#include "match_finder.h"

namespace dossier {

// A hit that says what a better one says.
struct Follower {
  Xapian::docid docid = 0;
  StoredRelation relation;  // of the better one's document to this one's
};

// A ranked passage before it is fetched.
struct Candidate {
  Xapian::docid docid = 0;
  std::uint32_t document = 0;
  double passage_score = 0;
  double document_score = 0;
  bool partial = false;
  CloseEvidence close = {};
  std::vector<Follower> followers = {};  // best first in each document
  double score() const noexcept { return passage_score + document_score + close.sum(); }
};

// BM25 as passages are ranked by.
Xapian::BM25Weight passage_weight(const RankingOptions& ranking);

// What stands in the place of a typed query: words, any of which may match, and the documents not meant.
struct WordsOfOthers {
  ParsedQuery words;
  DocumentCounts left_out;  // by number: other than 0 for those
};

// One search, from what was typed to hits. Lives as long as one revision is looked at.
class Search {
 public:
  Search(const IndexReader& reader, Analyzer& analyzer, const RankingOptions& ranking,
         const SearchRequest& request)
      : reader_(reader),
        database_(reader.database()),
        analyzer_(analyzer),
        ranking_(ranking),
        request_(request),
        finder_(database_, reader.columns()) {}

  SearchResult run();
  // The same for words that nobody typed: whatever has any of them, and nothing is counted.
  SearchResult run(WordsOfOthers&& words);
  const ParsedQuery& parsed() const noexcept { return parsed_; }
  const CompiledQuery& compiled() const noexcept { return compiled_; }
  const std::vector<Candidate>& candidates() const noexcept { return shown_; }
  const std::vector<ExpansionWord>& expansion() const noexcept { return expansion_; }

 private:
  void compile();
  // Which of the two strengths is a match, and whether the weaker one follows as partial hits.
  void choose_matches();
  void count();
  // Every passage that the query and the filters let pass, but for those on one subject.
  PassageSet find(const MatchQuery& query, std::optional<FilterSubject> left_out = std::nullopt) const;
  void find_matches();
  // A facet counts all that matches but for the filters on its own subject, so that its other values stay to
  // be chosen.
  Facet count_in_rows(const FacetRequest& request) const;
  Facet count_facet(const FacetRequest& request) const;
  void rank();
  std::vector<Candidate> rank(const MatchQuery& query, std::size_t wanted, bool partial);
  void add_document_evidence(std::vector<Candidate>& candidates) const;
  void read_first(std::vector<Candidate>& candidates);
  void fetch();
  std::vector<GroupedHit> fetch_followers(const Candidate& leader) const;
  SearchResult finish();

  const IndexReader& reader_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const RankingOptions& ranking_;
  const SearchRequest& request_;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  SearchResult result_;
  ParsedQuery parsed_;
  CompiledQuery compiled_;
  MatchQuery matches_;
  std::optional<MatchQuery> partial_;
  mutable MatchFinder finder_;  // keeps what it has read
  std::optional<PassageSet> found_;
  std::optional<DocumentCounts> counts_;  // of what was found
  DocumentCounts left_out_;               // documents that are no hits; empty: none
  std::vector<Candidate> shown_;
  std::vector<ExpansionWord> expansion_;
};

}  // namespace dossier
