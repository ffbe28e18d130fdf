#include "search.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "close_reading.h"
#include "dossier/core/error.h"
#include "dossier/index/mention_slot.h"
#include "dossier/index/schema.h"
#include "dossier/query/describe.h"
#include "dossier/query/parser.h"
#include "dossier/query/suggestion.h"
#include "dossier/search/browse.h"
#include "dossier/search/document_evidence.h"
#include "dossier/search/highlighter.h"
#include "dossier/search/hit.h"
#include "dossier/search/mention_facet.h"
#include "grouping.h"

namespace dossier {
namespace {

using Xapian::Query;

// A query of more words than this is taken to ask for any of them.
constexpr std::size_t kMostRequiredWords = 4;

// Undated passages come last in either order.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string day = document.get_value(schema::slot::published_first);
    return day.empty() ? std::string(3, '\xFF') : day;
  }
};

// Keeps out the passages of documents that were given already.
class NotIn : public Xapian::MatchDecider {
 public:
  NotIn(const Columns& columns, const DocumentCounts& given) : columns_(columns), given_(given) {}
  bool operator()(const Xapian::Document& document) const override {
    const std::size_t number = columns_.document_of(document.get_docid(), hint_);
    return number >= given_.size() || given_[number] == 0;
  }

 private:
  const Columns& columns_;
  const DocumentCounts& given_;
  mutable std::size_t hint_ = 0;
};

// By the dates that passages speak of: the first that the filters let pass; of those that begin on one day
// the longest, as a year stands before its days.
class MentionedFirst : public Xapian::KeyMaker {
 public:
  explicit MentionedFirst(const std::vector<MentionFilter>& filters) : filters_(filters) {}
  std::string operator()(const Xapian::Document& document) const override {
    std::optional<DayInterval> first;
    each_mention_interval(document.get_value(schema::slot::mentions), [&](const DayInterval& days) {
      const bool earlier =
          !first || days.first < first->first || (days.first == first->first && days.last > first->last);
      if (earlier && let_pass(filters_, days)) first = days;
    });
    if (!first) return std::string(3, '\xFF');
    std::string key = schema::encode_day(first->first);
    for (const char byte : schema::encode_day(first->last)) key += static_cast<char>(~byte);
    return key;
  }

 private:
  const std::vector<MentionFilter>& filters_;
};

// Marks the buckets that the filters on their subject reach.
void select_buckets(Facet& facet, const std::vector<const Filter*>& filters) {
  if (filters.empty()) return;
  for (Bucket& bucket : facet.buckets) {
    const auto unit = parse_partial_date(bucket.value);
    bucket.selected = unit && std::all_of(filters.begin(), filters.end(), [&](const Filter* filter) {
                        return filter->days && filter->days->overlaps(unit->days);
                      });
  }
}

// The first unit above `unit` in which the facet has no more than `rows` buckets; centuries, if none.
CalendarUnit fitting_unit(const Facet& facet, CalendarUnit unit, std::size_t rows) {
  static constexpr std::array kLadder = {CalendarUnit::month, CalendarUnit::year, CalendarUnit::decade,
                                         CalendarUnit::century};
  for (const CalendarUnit larger : kLadder) {
    if (larger <= unit) continue;
    std::size_t buckets = 0;
    std::string last;
    for (const Bucket& bucket : facet.buckets) {
      const auto date = parse_partial_date(bucket.value);
      if (!date) return unit;
      std::string value = format_unit(larger, date->days.first);
      if (value == last) continue;
      ++buckets;
      last = std::move(value);
    }
    if (buckets <= rows || larger == CalendarUnit::century) return larger;
  }
  return unit;
}

void sort_first(std::vector<Candidate>& candidates, std::size_t count) {
  std::stable_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count),
                   [](const Candidate& a, const Candidate& b) { return a.score() > b.score(); });
}

}  // namespace

Xapian::BM25Weight passage_weight(const RankingOptions& ranking) {
  return Xapian::BM25Weight(ranking.k1, 0, 1, ranking.b, 0.5);
}

SearchResult Search::run() {
  parsed_ = parse_query(request_.query, {.exact = request_.exact});
  result_.counted = !request_.bare;
  compile();
  if (database_.get_doccount() > 0 && !parsed_.root.empty()) {
    choose_matches();
    count();
    rank();
    fetch();
    if (!request_.bare) result_.suggestion = suggest_query(parsed_, reader_, analyzer_);
  }
  return finish();
}

SearchResult Search::run(WordsOfOthers&& words) {
  parsed_ = std::move(words.words);
  left_out_ = std::move(words.left_out);
  compile();
  if (!parsed_.root.empty()) {
    matches_ = compiled_.any ? *compiled_.any : compiled_.all;
    result_.match = "any";
    result_.counted = false;
    rank();
    fetch();
  }
  return finish();
}

SearchResult Search::finish() {
  result_.request = request_;
  result_.query = request_.query;
  result_.index = describe(reader_);
  result_.interpreted = describe(parsed_, result_.match != "any");
  result_.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started_).count();
  return std::move(result_);
}

void Search::compile() {
  std::vector<ParsedQuery> filters;
  for (const std::string& filter : request_.where) filters.push_back(parse_filter(filter));
  if (!request_.published.empty()) filters.push_back(parse_filter("published:" + request_.published));
  if (!request_.mentioned.empty()) filters.push_back(parse_filter("mentioned:" + request_.mentioned));
  for (const ParsedQuery& filter : filters) {
    // A filter given as an argument is meant: a query goes on without what it cannot read, an argument is
    // refused.
    if (!filter.problems.empty())
      throw Error(ErrorCode::usage, filter.text + ": " + filter.problems[0].message);
  }
  const bool only_filters = parsed_.root.empty() && parsed_.problems.empty() && !filters.empty();
  if (only_filters) parsed_.root.push_back({EverythingNode{}, {}});
  QueryCompiler compiler(reader_, analyzer_,
                         {.weights = {ranking_.title_weight, ranking_.heading_weight},
                          .other_names = request_.expand != Expand::off});
  compiled_ = compiler.compile(parsed_);
  compiler.add_filters(filters, compiled_);
  for (const Filter& filter : compiled_.filters) {
    if (filter.subject == FilterSubject::mentioned && filter.days)
      result_.mentioned.push_back({*filter.days, filter.within});
  }
  result_.problems = parsed_.problems;
  result_.problems.insert(result_.problems.end(), compiled_.problems.begin(), compiled_.problems.end());
  std::stable_sort(result_.problems.begin(), result_.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.span.offset < b.span.offset; });
}

void Search::choose_matches() {
  const bool few = compiled_.optional_words <= kMostRequiredWords;
  const bool strict =
      request_.match == MatchMode::all || (request_.match == MatchMode::automatic && few) || !compiled_.any;
  matches_ = strict ? compiled_.all : *compiled_.any;
  result_.match = strict ? "all" : "any";
  if (!strict || !compiled_.any || request_.match == MatchMode::all) return;
  find_matches();
  if (sum(*counts_).passages > 0) {
    partial_ = {Query(Query::OP_AND_NOT, compiled_.any->match, compiled_.all.match),
                Query(Query::OP_AND_NOT, compiled_.any->rank, compiled_.all.match)};
    return;
  }
  found_.reset();
  counts_.reset();
  matches_ = *compiled_.any;
  result_.match = "any";
  result_.relaxed = true;
}

PassageSet Search::find(const MatchQuery& query, std::optional<FilterSubject> left_out) const {
  return finder_.find(with_filters(query.match, compiled_.filters, left_out));
}

void Search::find_matches() {
  found_ = find(matches_);
  counts_ = count_matches(*found_, reader_.columns());
}

void Search::count() {
  if (request_.bare) return;
  const Columns& columns = reader_.columns();
  if (!found_) find_matches();
  result_.total = sum(*counts_);
  if (partial_) {
    const DocumentCounts any = count_matches(find(*compiled_.any), columns);
    for (std::size_t i = 0; i < any.size(); ++i) {
      result_.partial.passages += any[i] - (*counts_)[i];
      result_.partial.documents += any[i] > 0 && (*counts_)[i] == 0;
    }
  }
  for (const FacetRequest& facet : request_.facets) result_.facets.push_back(count_in_rows(facet));
}

Facet Search::count_in_rows(const FacetRequest& request) const {
  Facet facet = count_facet(request);
  if (request.rows == 0 || facet.buckets.size() <= request.rows) return facet;
  FacetRequest larger = request;
  larger.interval = fitting_unit(facet, request.interval, request.rows);
  return larger.interval == request.interval ? facet : count_facet(larger);
}

Facet Search::count_facet(const FacetRequest& request) const {
  const std::map<std::string_view, FilterSubject> subjects{{"published", FilterSubject::published},
                                                           {"mentioned", FilterSubject::mentioned},
                                                           {"source", FilterSubject::source},
                                                           {"language", FilterSubject::language},
                                                           {"type", FilterSubject::type}};
  const auto subject = subjects.find(request.name);
  std::vector<const Filter*> own;
  for (const Filter& filter : compiled_.filters) {
    if (subject != subjects.end() && filter.subject == subject->second) own.push_back(&filter);
  }
  const Columns& columns = reader_.columns();
  std::optional<PassageSet> unfiltered;
  if (!own.empty()) unfiltered = find(matches_, subject->second);
  const PassageSet& found = unfiltered ? *unfiltered : *found_;
  if (request.name == "mentioned") {
    Facet facet = count_mentions(database_, columns, found, request.interval);
    select_buckets(facet, own);
    limit_buckets(facet, request.size);
    return facet;
  }
  if (own.empty()) return make_facet(request, *counts_, columns);
  Facet all = make_facet(request, count_matches(found, columns), columns);
  if (request.name == "published") {
    select_buckets(all, own);
    return all;
  }
  FacetRequest every = request;
  every.size = 0;
  const Facet chosen = make_facet(every, *counts_, columns);
  for (Bucket& bucket : all.buckets) {
    bucket.selected = std::any_of(chosen.buckets.begin(), chosen.buckets.end(),
                                  [&](const Bucket& b) { return b.value == bucket.value; });
  }
  return all;
}

void Search::rank() {
  if (request_.limit == 0) return;  // counts are all that is wanted
  const std::size_t wanted = request_.offset + request_.limit;
  std::vector<Candidate> ranked = rank(matches_, wanted, false);
  if (partial_ && ranked.size() < wanted) {
    const std::vector<Candidate> more = rank(*partial_, wanted - ranked.size(), true);
    ranked.insert(ranked.end(), more.begin(), more.end());
  }
  const std::size_t from = std::min(request_.offset, ranked.size());
  const std::size_t to = std::min(wanted, ranked.size());
  shown_.assign(ranked.begin() + static_cast<std::ptrdiff_t>(from),
                ranked.begin() + static_cast<std::ptrdiff_t>(to));
}

std::vector<Candidate> Search::rank(const MatchQuery& query, std::size_t wanted, bool partial) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(with_filters(query.rank, compiled_.filters));
  enquire.set_weighting_scheme(passage_weight(ranking_));
  OldestFirst oldest;
  const bool by_relevance = request_.sort == SortOrder::relevance;
  if (request_.sort == SortOrder::newest)
    enquire.set_sort_by_value_then_relevance(schema::slot::published_first, true);
  if (request_.sort == SortOrder::oldest) enquire.set_sort_by_key_then_relevance(&oldest, false);
  MentionedFirst mentioned(result_.mentioned);
  if (request_.sort == SortOrder::mentioned) enquire.set_sort_by_key_then_relevance(&mentioned, false);
  if (request_.by == GroupBy::document) enquire.set_collapse_key(schema::slot::document);
  const bool reranked = by_relevance && ranking_.document_weight > 0 && !compiled_.leaves.empty();
  const bool grouped = request_.group && !request_.bare;
  // The same hits are weighed anew and grouped whatever page is asked for, so that pages fit together.
  const std::size_t depth = grouped    ? ranking_.reranked + wanted
                            : reranked ? std::max(wanted, ranking_.reranked)
                                       : wanted;
  std::optional<NotIn> others;
  if (partial && request_.by == GroupBy::document && counts_) others.emplace(reader_.columns(), *counts_);
  if (!left_out_.empty()) others.emplace(reader_.columns(), left_out_);
  const Xapian::MSet set = enquire.get_mset(
      0, static_cast<Xapian::doccount>(std::min<std::size_t>(depth, database_.get_doccount())), 0, nullptr,
      others ? &*others : nullptr);
  std::vector<Candidate> candidates;
  const Columns& columns = reader_.columns();
  std::size_t hint = 0;
  for (auto item = set.begin(); item != set.end(); ++item) {
    candidates.push_back(
        {*item, static_cast<std::uint32_t>(columns.document_of(*item, hint)), item.get_weight(), 0, partial});
  }
  if (reranked) {
    add_document_evidence(candidates);
    read_first(candidates);
  }
  if (grouped) Grouping(reader_, analyzer_, request_.by).group(candidates, ranking_.reranked, wanted);
  candidates.resize(std::min(candidates.size(), wanted));
  return candidates;
}

void Search::add_document_evidence(std::vector<Candidate>& candidates) const {
  const std::size_t count = std::min(candidates.size(), ranking_.reranked);
  std::vector<std::uint32_t> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back(candidates[i].document);
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  const DocumentEvidence evidence(database_, reader_.columns(), compiled_.leaves, ranking_);
  const std::vector<double> scores = evidence.scores(documents);
  for (std::size_t i = 0; i < count; ++i) {
    const auto at =
        std::lower_bound(documents.begin(), documents.end(), candidates[i].document) - documents.begin();
    candidates[i].document_score = ranking_.document_weight * scores[static_cast<std::size_t>(at)];
  }
  sort_first(candidates, count);
}

void Search::read_first(std::vector<Candidate>& candidates) {
  const std::size_t count = std::min(candidates.size(), ranking_.read);
  if (count == 0) return;
  CloseReading reading(reader_, analyzer_, compiled_, ranking_);
  reading.read(std::span(candidates).first(count), request_.expand);
  sort_first(candidates, count);
  if (expansion_.empty()) expansion_ = reading.expansion();
}

void Search::fetch() {
  const Highlighter highlighter(compiled_.pattern, compiled_.matchers, analyzer_);
  const Columns& columns = reader_.columns();
  std::size_t rank = request_.offset;
  for (const Candidate& candidate : shown_) {
    Hit hit{.rank = ++rank, .score = candidate.score(), .partial = candidate.partial};
    if (request_.bare) {
      hit.document.id = reader_.document(candidate.document).id;
      hit.passage.ordinal = candidate.docid - columns.rows()[candidate.document].first_docid;
      hit.passage.id = passage_id(hit.document.id, hit.passage.ordinal);
      result_.hits.push_back(std::move(hit));
      continue;
    }
    StoredPassage passage = reader_.passage(candidate.docid);
    StoredDocument document = reader_.document(passage.document);
    const HitMarks marks = highlighter.mark({.text = passage.text,
                                             .title = document.title,
                                             .headings = &passage.headings,
                                             .author = document.author,
                                             .language = text_language(passage.language, document.language),
                                             .document_language = document.language});
    hit.document = to_hit_document(std::move(document));
    hit.document.title_highlights = marks.title;
    hit.passage = to_hit_passage(hit.document, std::move(passage));
    hit.passage.highlights = marks.text;
    hit.passage.fragments = make_fragments(hit.passage.text, hit.passage.highlights, request_.snippets);
    hit.grouped = fetch_followers(candidate);
    result_.hits.push_back(std::move(hit));
  }
}

std::vector<GroupedHit> Search::fetch_followers(const Candidate& leader) const {
  std::vector<GroupedHit> hits;
  for (const Follower& follower : leader.followers) {
    GroupedHit hit{.document = to_hit_document(reader_.document(follower.relation.other)),
                   .relation = to_document_relation(follower.relation)};
    const Xapian::docid first = reader_.columns().rows()[follower.relation.other].first_docid;
    hit.passage = passage_id(hit.document.id, follower.docid - first);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace dossier
