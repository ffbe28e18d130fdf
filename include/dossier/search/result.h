// What a search is asked and what it gives: plain values that render turns into bytes. Knows no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/document/relation.h"
#include "dossier/query/tree.h"

namespace dossier {

enum class GroupBy : std::uint8_t { passage, document };
enum class MatchMode : std::uint8_t { automatic, all, any };
// Whether words that the first hits share count towards the order: where that is known to help, or always;
// off: nothing beyond what was typed, other names of a word neither.
enum class Expand : std::uint8_t { automatic, on, off };
enum class SortOrder : std::uint8_t { relevance, newest, oldest, mentioned };

// NAME[:interval][:size]: "published:year:20", "source".
struct FacetRequest {
  std::string name;                            // published, mentioned, language, source, type
  CalendarUnit interval = CalendarUnit::year;  // of date facets
  std::size_t size = 10;                       // buckets at most, 0: all; date facets default to 1000
  // Of date facets: where there are more buckets than this they are counted by the first larger unit that
  // needs no more, at most by centuries, and the facet is named so. 0: by `interval` whatever comes.
  std::size_t rows = 0;
};

struct SearchRequest {
  std::string query;
  std::string query_id;  // of one of several queries; empty: it has none
  std::size_t limit = 10;
  std::size_t offset = 0;
  GroupBy by = GroupBy::passage;
  MatchMode match = MatchMode::automatic;
  SortOrder sort = SortOrder::relevance;
  Expand expand = Expand::automatic;
  bool exact = false;
  std::string published;           // a date range, or empty
  std::string mentioned;           // the same of the dates that passages speak of
  std::vector<std::string> where;  // FIELD:VALUE
  std::vector<FacetRequest> facets;
  std::size_t snippets = 3;  // fragments a hit at most
  bool group = true;         // hits that repeat a better one stand under it (Hit::grouped)
  bool bare = false;         // only ids, ranks and scores: nothing is counted, marked or read (trec)
};

// What is wanted like something that is there.
struct SimilarRequest {
  std::string id;  // of a document, or "<document>#<ordinal>" of a passage; a unique beginning of a
                   // document's id will do
  // How hits are given: limit, offset, by, sort, published, mentioned, where, snippets and bare count; the
  // rest does not, and nothing is counted.
  SearchRequest search = {.by = GroupBy::document};
  bool family = false;  // copies, versions and excerpts of it are hits too
};

// A byte range into a text, end excluded.
struct Range {
  std::size_t start = 0;
  std::size_t end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

struct HitDocument {
  std::string id;
  std::string title;
  std::vector<Range> title_highlights;  // into title
  std::string author;
  std::string source;
  std::string url;
  std::string language;
  std::string type;
  std::string path;  // the first of `paths`
  std::vector<std::string> paths;
  std::optional<PublicationDate> published;
  std::int64_t modified = 0;
  std::uint32_t passages = 0;  // how many it has
  bool recognised = false;     // some of its text was read off pictures
};

struct HitPassage {
  std::string id;  // "<document id>#<ordinal>"
  std::uint32_t ordinal = 0;
  std::optional<std::uint32_t> page;
  std::vector<std::string> headings;
  std::string language;  // of the text
  std::string text;
  std::vector<Range> highlights;  // into text, ascending, disjoint: exactly what matched
  std::vector<Range> fragments;   // into text: what to show where space is short, cut at words
  std::vector<DateMention> mentioned;
};

// How one document is related to another.
struct DocumentRelation {
  Relation relation = Relation::copy;
  bool is_part = false;                 // of an excerpt: the one is held by the other
  double shared = 0;                    // of the shorter text's words, 0 to 1
  std::vector<Difference> differences;  // the one's on the left
  std::size_t more = 0;                 // differences beside those
};

// A hit that repeats a better one: the same passage of a copy, a version or an excerpt.
struct GroupedHit {
  HitDocument document;
  std::string passage;        // its id
  DocumentRelation relation;  // of the better hit's document to this one
};

struct Hit {
  std::size_t rank = 0;  // from 1
  double score = 0;
  bool partial = false;  // only some of the words
  HitDocument document;
  HitPassage passage;               // with GroupBy::document the best one
  std::vector<GroupedHit> grouped;  // among the best 1,000 hits
};

struct Counts {
  std::uint64_t passages = 0;
  std::uint64_t documents = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

struct Bucket {
  std::string value;  // the word that filters by it: "2013", "2013-05", "en"
  Counts counts;
  bool selected = false;  // a filter in force includes it
};

struct Facet {
  std::string name;             // as asked: "published:year"
  std::vector<Bucket> buckets;  // dates in time order; others most documents first
  std::size_t more = 0;         // buckets left out by the size
  Counts missing;               // matches without a value
};

struct IndexInfo {
  std::uint64_t documents = 0;
  std::uint64_t passages = 0;
  std::string uuid;
  std::uint64_t revision = 0;
};

// A filter on the dates that passages speak of.
struct MentionFilter {
  DayInterval days;
  bool within = false;  // the whole date must lie within `days`; otherwise a day of it will do
};

// Whether a date passes all of them.
bool let_pass(const std::vector<MentionFilter>& filters, const DayInterval& date) noexcept;

// What hits are like: the document or passage, and the words that tell it from others, most telling first.
struct Likeness {
  std::string id;
  std::string title;  // the document's
  std::vector<std::string> words;
};

// A date that was typed as words of the query.
struct QueryDate {
  Span span;          // in the query
  std::string value;  // as published: and mentioned: take it: "2013", "1999-05"
};

struct SearchResult {
  std::string query;        // as typed
  std::string interpreted;  // in words of the query language: "kosovo AND resolution"
  std::string match;        // "all" or "any": what a match is
  bool relaxed = false;     // no passage has all words, so those with any are the matches
  std::vector<Problem> problems;
  std::optional<std::string> suggestion;  // a better spelling of the whole query
  std::vector<QueryDate> dates;           // to be offered as filters; whoever wants some finds them (app)
  IndexInfo index;
  std::optional<Likeness> like;          // where something like it was asked for and not a query
  std::vector<MentionFilter> mentioned;  // the filters in force, wherever they were given
  bool counted = true;                   // false: nobody asked for totals
  Counts total;                          // matches, exact
  Counts partial;                        // those with only some of the words, exact
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  SearchRequest request;  // what was asked, for paging and titles
};

// How many hits stand under those that are given.
inline std::size_t grouped_hits(const SearchResult& result) noexcept {
  std::size_t count = 0;
  for (const Hit& hit : result.hits) count += hit.grouped.size();
  return count;
}

}  // namespace dossier
