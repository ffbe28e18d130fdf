// Facets: exact, and in agreement with filtering by them.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "random_collection.h"
#include "searched_index.h"

namespace dossier {
namespace {

// "2013 3/2, 2014 1/1, missing 1/1": passages/documents; "*" behind a bucket that a filter includes.
std::string facet_line(const Facet& facet) {
  std::string out;
  const auto add = [&](const std::string& value, const Counts& counts, bool selected) {
    out += (out.empty() ? "" : ", ") + value + " " + std::to_string(counts.passages) + "/" +
           std::to_string(counts.documents) + (selected ? "*" : "");
  };
  for (const Bucket& bucket : facet.buckets) add(bucket.value, bucket.counts, bucket.selected);
  if (facet.more > 0) out += ", and " + std::to_string(facet.more) + " more";
  if (facet.missing.passages > 0) add("missing", facet.missing, false);
  return out;
}

std::string facet(SearchedIndex& index, const std::string& query, FacetRequest request,
                  std::vector<std::string> where = {}) {
  const SearchResult result =
      index.search({.query = query, .where = std::move(where), .facets = {std::move(request)}});
  return facet_line(result.facets.at(0));
}

SearchedIndex archive() {
  return SearchedIndex(
      {{.id = "a", .published = "2012-12-31", .source = "UN", .passages = {{"peace"}, {"peace"}, {"war"}}},
       {.id = "b", .published = "2013", .language = "sr", .source = "un", .passages = {{"peace"}}},
       {.id = "c",
        .published = "2010..2014-02-01",
        .language = "de",
        .source = "OSCE",
        .passages = {{"peace"}, {"war"}}},
       {.id = "d", .language = "", .type = "text/html", .passages = {{"peace"}}}});
}

TEST(Facets, AreCountedByLargerUnitsWhereTheRowsWouldBeTooMany) {
  SearchedIndex index({{.id = "a", .published = "1989", .passages = {{"peace in 1999 and 2001 and 2002"}}},
                       {.id = "b", .published = "1991", .passages = {{"peace"}}},
                       {.id = "c", .published = "1992", .passages = {{"peace"}}},
                       {.id = "d", .published = "2013", .passages = {{"peace"}}}});
  const auto published = [&](std::size_t rows) {
    const SearchResult result =
        index.search({.query = "peace", .facets = {{.name = "published", .rows = rows}}});
    return result.facets.at(0).name + ": " + facet_line(result.facets.at(0));
  };
  EXPECT_EQ(published(0), "published:year: 1989 1/1, 1991 1/1, 1992 1/1, 2013 1/1");
  EXPECT_EQ(published(4), "published:year: 1989 1/1, 1991 1/1, 1992 1/1, 2013 1/1");
  EXPECT_EQ(published(3), "published:decade: 1980s 1/1, 1990s 2/2, 2010s 1/1");
  EXPECT_EQ(published(2), "published:century: 19c 3/3, 20c 1/1");
  EXPECT_EQ(published(1), "published:century: 19c 3/3, 20c 1/1") << "there is no larger unit";
}

TEST(Facets, CountPassagesAndDocuments) {
  SearchedIndex index = archive();
  EXPECT_EQ(facet(index, "peace", {.name = "language"}), "en 2/1, de 1/1, sr 1/1, missing 1/1");
  EXPECT_EQ(facet(index, "peace", {.name = "source"}), "UN 3/2, OSCE 1/1, missing 1/1");
  EXPECT_EQ(facet(index, "peace", {.name = "type"}), "text/plain 4/3, text/html 1/1");
  EXPECT_EQ(facet(index, "war", {.name = "type"}), "text/plain 2/2");
  EXPECT_EQ(facet(index, "nothing", {.name = "type"}), "");
}

TEST(Facets, CountADateInEveryUnitItTouches) {
  SearchedIndex index = archive();
  EXPECT_EQ(facet(index, "peace", {.name = "published"}),
            "2010 1/1, 2011 1/1, 2012 3/2, 2013 2/2, 2014 1/1, missing 1/1");
  EXPECT_EQ(facet(index, "peace", {.name = "published", .interval = CalendarUnit::decade}),
            "2010s 4/3, missing 1/1");
  EXPECT_EQ(facet(index, "war -published:2010", {.name = "published", .interval = CalendarUnit::month}),
            "2012-12 1/1");
  EXPECT_EQ(facet(index, "war -published:2010", {.name = "published", .interval = CalendarUnit::day}),
            "2012-12-31 1/1");
}

TEST(Facets, GiveTheLargestBucketsAndSayHowManyMoreThereAre) {
  SearchedIndex index = archive();
  EXPECT_EQ(facet(index, "peace", {.name = "language", .size = 1}), "en 2/1, and 2 more, missing 1/1");
  EXPECT_EQ(facet(index, "peace", {.name = "language", .size = 0}), "en 2/1, de 1/1, sr 1/1, missing 1/1");
}

TEST(Facets, ArePastTheirOwnFilterButNoOther) {
  SearchedIndex index = archive();
  EXPECT_EQ(facet(index, "peace lang:sr", {.name = "language"}), "en 2/1, de 1/1, sr 1/1*, missing 1/1");
  EXPECT_EQ(facet(index, "peace", {.name = "language"}, {"lang:sr", "lang:de"}),
            "en 2/1, de 1/1*, sr 1/1*, missing 1/1");
  EXPECT_EQ(facet(index, "peace lang:sr", {.name = "source"}), "UN 1/1");
  EXPECT_EQ(facet(index, "peace source:un", {.name = "language"}), "en 2/1, sr 1/1");
  EXPECT_EQ(facet(index, "peace published:2013 source:un", {.name = "published"}), "2012 2/1, 2013 1/1*");
}

TEST(Facets, MarkOfADateOnlyWhatTheFilterTouches) {
  SearchedIndex index = archive();
  EXPECT_EQ(facet(index, "peace published:2013", {.name = "published"}),
            "2010 1/1, 2011 1/1, 2012 3/2, 2013 2/2*, 2014 1/1, missing 1/1");
  EXPECT_EQ(facet(index, "peace published:2013..2014", {.name = "published"}),
            "2010 1/1, 2011 1/1, 2012 3/2, 2013 2/2*, 2014 1/1*, missing 1/1");
  EXPECT_EQ(facet(index, "peace published:2013", {.name = "published", .interval = CalendarUnit::decade}),
            "2010s 4/3*, missing 1/1");
}

TEST(Facets, MarkASelectedBucketBehindManyOthers) {
  SearchedIndex index({{.id = "a", .source = "A", .passages = {{"peace"}, {"peace"}}},
                       {.id = "b", .source = "B", .passages = {{"peace"}}},
                       {.id = "c", .source = "C", .passages = {{"peace"}, {"peace"}}}});
  EXPECT_EQ(facet(index, "peace", {.name = "source", .size = 2}, {"source:A", "source:C", "source:B"}),
            "A 2/1*, C 2/1*, and 1 more");
  EXPECT_EQ(facet(index, "peace", {.name = "source", .size = 1}, {"source:A", "source:B"}),
            "A 2/1*, and 2 more");
}

TEST(Facets, CountTheMatchesAndNoPartialHits) {
  SearchedIndex index({{.id = "a", .language = "en", .passages = {{"peace treaty"}, {"peace"}}},
                       {.id = "b", .language = "sr", .passages = {{"peace"}}}});
  EXPECT_EQ(facet(index, "peace treaty", {.name = "language"}), "en 1/1");
  EXPECT_EQ(facet(index, "peace border", {.name = "language"}), "en 2/1, sr 1/1")
      << "relaxed: any word is a match";
}

TEST(Facets, OfAnotherNameAreRefused) {
  SearchedIndex index = archive();
  EXPECT_THROW(index.search({.query = "peace", .facets = {{.name = "colour"}}}), Error);
}

// How a bucket is asked for as a filter.
std::string filter_of(const std::string& facet, const std::string& value) {
  return (facet == "language" ? "lang" : facet) + ":\"" + value + "\"";
}

std::string date_filter_of(const std::string& value) {
  return "published:" + value;
}

TEST(Facets, AgreeWithASearchForEachOfTheirBuckets) {
  const std::vector<FacetRequest> facets{{.name = "language", .size = 0},
                                         {.name = "source", .size = 0},
                                         {.name = "type", .size = 0},
                                         {.name = "published", .interval = CalendarUnit::year, .size = 0},
                                         {.name = "published", .interval = CalendarUnit::month, .size = 0},
                                         {.name = "published", .interval = CalendarUnit::decade, .size = 0}};
  std::size_t buckets = 0;
  for (const unsigned seed : {1U, 2U}) {
    RandomCollection random(seed);
    SearchedIndex index(random.make(60));
    for (int i = 0; i < 12; ++i) {
      SearchRequest request{
          .query = random.word() + " " + random.word() + (i % 3 == 0 ? " -" + random.word() : ""),
          .limit = 0,
          .match = i % 2 == 0 ? MatchMode::any : MatchMode::automatic,
          .facets = facets};
      const SearchResult result = index.search(request);
      for (const Facet& counted : result.facets) {
        const std::string name = counted.name.substr(0, counted.name.find(':'));
        std::uint64_t sum = counted.missing.passages;
        for (const Bucket& bucket : counted.buckets) {
          SearchRequest narrowed = request;
          narrowed.facets.clear();
          narrowed.where = {name == "published" ? date_filter_of(bucket.value)
                                                : filter_of(name, bucket.value)};
          ASSERT_EQ(index.search(narrowed).total, bucket.counts) << request.query << " " << narrowed.where[0];
          sum += bucket.counts.passages;
          ++buckets;
        }
        if (name == "published") continue;
        EXPECT_EQ(sum, result.total.passages) << counted.name << ": each match is in one bucket";
      }
    }
  }
  EXPECT_GT(buckets, 500U);
}

TEST(Facets, AgreeWithCountingByHand) {
  RandomCollection random(3);
  const std::vector<SampleDocument> samples = random.make(80);
  SearchedIndex index(samples);
  for (const char* word : {"kosovo", "peace", "border"}) {
    std::map<std::string, Counts> languages;
    std::map<int, Counts> years;
    Counts total;
    for (const SampleDocument& sample : samples) {
      std::uint64_t passages = 0;
      for (const SamplePassage& passage : sample.passages)
        passages += passage.text.find(word) != std::string::npos || sample.title == word;
      if (passages == 0) continue;
      const auto count = [&](Counts& counts) { counts = {counts.passages + passages, counts.documents + 1}; };
      count(total);
      count(languages[sample.language]);
      if (sample.published.empty()) continue;
      const DayInterval days = published_on(sample.published).days;
      for (int year = 2000; year < 2030; ++year) {
        if (days.overlaps(year_interval(year))) count(years[year]);
      }
    }
    const SearchResult result =
        index.search({.query = word,
                      .facets = {{.name = "language", .size = 0},
                                 {.name = "published", .interval = CalendarUnit::year, .size = 0}}});
    EXPECT_EQ(result.total, total);
    EXPECT_EQ(result.facets[0].missing, languages[""]);
    EXPECT_EQ(result.facets[0].buckets.size() + 1, languages.size());
    for (const Bucket& bucket : result.facets[0].buckets)
      EXPECT_EQ(bucket.counts, languages[bucket.value]) << bucket.value;
    EXPECT_EQ(result.facets[1].buckets.size(), years.size());
    for (const Bucket& bucket : result.facets[1].buckets)
      EXPECT_EQ(bucket.counts, years[std::stoi(bucket.value)]) << bucket.value;
  }
}

TEST(Facets, PastTheirOwnFilterAgreeWithASearchWithoutIt) {
  RandomCollection random(4);
  SearchedIndex index(random.make(60));
  for (const char* filter : {"lang:sr", "source:un", "type:html", "published:2012", "published:2011..2013"}) {
    for (const char* name : {"language", "source", "type", "published"}) {
      const bool own = std::string(filter).substr(0, 3) == std::string(name).substr(0, 3);
      const FacetRequest asked{.name = name, .size = 0};
      Facet filtered = index.search({.query = "peace", .where = {filter}, .facets = {asked}}).facets[0];
      for (Bucket& bucket : filtered.buckets) bucket.selected = false;
      const Facet expected =
          own ? index.search({.query = "peace", .facets = {asked}}).facets[0]
              : index.search({.query = std::string("peace ") + filter, .facets = {asked}}).facets[0];
      EXPECT_EQ(facet_line(filtered), facet_line(expected)) << filter << " and " << name;
    }
  }
}

}  // namespace
}  // namespace dossier
