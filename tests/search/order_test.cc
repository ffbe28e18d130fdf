// The order of hits, and how pages of them fit together.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "random_collection.h"
#include "searched_index.h"

namespace dossier {
namespace {

SampleDocument dated(const std::string& id, const std::string& published, const std::string& text = "peace") {
  return {.id = id, .published = published, .passages = {{text}}};
}

TEST(Order, ByDatePutsTheUndatedLast) {
  SearchedIndex index({dated("a", "2013"), dated("b", ""), dated("c", "1999-12-31"), dated("d", "2013-05-24"),
                       dated("e", ""), dated("f", "0044-03-15"), dated("g", "2013-05")});
  EXPECT_EQ(index.ranked({.query = "peace", .sort = SortOrder::newest}), "d g a c f b e");
  EXPECT_EQ(index.ranked({.query = "peace", .sort = SortOrder::oldest}), "f c a g d b e");
  EXPECT_EQ(index.ranked({.query = "peace", .by = GroupBy::document, .sort = SortOrder::oldest}),
            "f c a g d b e");
}

TEST(Order, ByDateIsByRelevanceWithinADay) {
  SearchedIndex index({dated("a", "2013", "peace and war and trade and talks"),
                       dated("b", "2013", "peace peace peace"),
                       dated("c", "2014", "peace and war and trade and talks")});
  EXPECT_EQ(index.ranked({.query = "peace", .sort = SortOrder::newest}), "c b a");
  EXPECT_EQ(index.ranked({.query = "peace", .sort = SortOrder::oldest}), "b a c");
}

TEST(Order, ByDatePutsPartialHitsBehindTheMatches) {
  SearchedIndex index(
      {dated("a", "2012", "peace treaty"), dated("b", "2014", "peace"), dated("c", "2013", "peace treaty")});
  EXPECT_EQ(index.ranked({.query = "peace treaty", .sort = SortOrder::newest}), "c a (b)");
}

TEST(Order, ByRelevancePutsMoreAndRarerWordsFirst) {
  SearchedIndex index({one("a", "peace talks went on and on in the old town"), one("b", "peace peace peace"),
                       one("c", "talks and peace and trade"), one("d", "trade and war and peace")});
  EXPECT_TRUE(index.ranked({.query = "peace"}).starts_with("b "));
  EXPECT_EQ(index.ranked({.query = "peace talks", .match = MatchMode::all}), "c a")
      << "shorter passages first";
  EXPECT_TRUE(index.ranked({.query = "peace war", .match = MatchMode::any}).starts_with("d "));
}

// Both words stand in three passages.
TEST(Order, ByRelevanceCountsWordsMoreThatTextsRepeat) {
  SearchedIndex index({one("t1", "a tariff on a tariff on a tariff"), one("t2", "this tariff or that tariff"),
                       one("s1", "a specific case of the law of trade"), one("s2", "no specific rule or sum"),
                       one("specific", "the specific of salt"), one("tariff", "the tariff of salt"),
                       one("other", "fish and coal")});
  for (const char* query : {"tariff specific salt", "specific tariff salt"}) {
    const std::string order = index.ranked({.query = query, .match = MatchMode::any});
    EXPECT_LT(order.find("tariff"), order.find("specific")) << query;
  }
}

TEST(Order, ByRelevanceCountsTheTitleAndTheWholeDocument) {
  SearchedIndex titled({{.id = "a", .title = "Trade", .passages = {{"peace here"}}},
                        {.id = "b", .title = "Peace", .passages = {{"peace here"}}}});
  EXPECT_EQ(titled.ranked({.query = "peace"}), "b a");
  SearchedIndex deep({{.id = "a", .passages = {{"peace here"}, {"trade there"}, {"trade there"}}},
                      {.id = "b", .passages = {{"peace here"}, {"peace there"}, {"trade there"}}}});
  EXPECT_TRUE(deep.ranked({.query = "\"peace here\" peace"}).starts_with("b a"));
}

TEST(Order, OfDocumentsGivesTheBestPassageOfEach) {
  SearchedIndex index({{.id = "a", .passages = {{"peace in the long run"}, {"peace peace peace"}, {"trade"}}},
                       {.id = "b", .passages = {{"trade and peace"}, {"trade"}}}});
  const SearchResult result = index.search({.query = "peace", .by = GroupBy::document});
  EXPECT_EQ(SearchedIndex::names(result, false), "a#1 b");
  EXPECT_EQ(result.total, (Counts{3, 2}));
}

TEST(Order, OfDocumentsGivesNoneTwiceWhenSomeArePartial) {
  SearchedIndex index({{.id = "a", .passages = {{"peace"}, {"peace treaty"}}},
                       {.id = "b", .passages = {{"treaty"}, {"peace"}}}});
  const SearchResult result = index.search({.query = "peace treaty", .by = GroupBy::document});
  EXPECT_EQ(result.hits.size(), 2U);
  EXPECT_EQ(result.hits[0].passage.id, "a#1");
  EXPECT_TRUE(result.hits[1].partial);
  EXPECT_EQ(result.hits[1].document.id, "b");
}

TEST(Order, OfEqualHitsIsThatOfTheIndex) {
  SearchedIndex index({one("c", "peace"), one("a", "peace"), one("b", "peace")});
  EXPECT_EQ(index.ranked({.query = "peace"}), "c a b");
  EXPECT_EQ(index.ranked({.query = "*"}), "c a b");
}

// Everything of a hit but the texts.
std::string line(const Hit& hit) {
  return std::to_string(hit.rank) + " " + hit.passage.id + " " + std::to_string(hit.score) +
         (hit.partial ? " partial" : "");
}

std::vector<std::string> lines(const SearchResult& result) {
  std::vector<std::string> out;
  for (const Hit& hit : result.hits) out.push_back(line(hit));
  return out;
}

TEST(Pages, FitTogether) {
  RandomCollection random(11);
  const TemporaryFolder folder;
  make_index(folder.path(), random.make(80));
  Searcher searcher(folder.path(),
                    {.reranked = 30});  // pages lie before, across and behind what is weighed anew
  std::size_t partial_hits = 0;
  for (const GroupBy by : {GroupBy::passage, GroupBy::document}) {
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
      for (const char* query : {"peace", "peace treaty", "kosovo serbia nato", "\"peace talks\" border",
                                "peace -treaty published:2012", "*"}) {
        SearchRequest request{.query = query, .limit = 1000, .by = by, .sort = sort};
        const SearchResult whole = searcher.search(request);
        std::vector<std::string> pages;
        request.limit = 7;
        for (std::size_t offset = 0; offset <= whole.hits.size(); offset += 7) {
          request.offset = offset;
          const SearchResult page = searcher.search(request);
          EXPECT_EQ(page.total, whole.total);
          EXPECT_EQ(page.partial, whole.partial);
          for (const std::string& hit : lines(page)) pages.push_back(hit);
        }
        EXPECT_EQ(pages, lines(whole)) << query;
        const std::uint64_t hits = by == GroupBy::passage ? whole.total.passages + whole.partial.passages
                                                          : whole.total.documents + whole.partial.documents;
        EXPECT_EQ(whole.hits.size(), hits) << query << ": as many as were counted";
        for (const Hit& hit : whole.hits) partial_hits += hit.partial;
      }
    }
  }
  EXPECT_GT(partial_hits, 100U);
}

TEST(Pages, BehindTheLastAreEmpty) {
  SearchedIndex index({one("a", "peace"), one("b", "peace")});
  EXPECT_EQ(index.ranked({.query = "peace", .offset = 1}), "b");
  EXPECT_EQ(index.ranked({.query = "peace", .offset = 2}), "");
  EXPECT_EQ(index.ranked({.query = "peace", .offset = 1'000'000'000'000}), "");
  EXPECT_EQ(index.ranked({.query = "peace", .limit = 0}), "");
  EXPECT_EQ(index.search({.query = "peace", .limit = 0}).total, (Counts{2, 2}));
}

TEST(Pages, OfABareSearchHoldTheSameHits) {
  RandomCollection random(12);
  SearchedIndex index(random.make(60));
  for (const char* query : {"peace treaty", "kosovo", "nato serbia border"}) {
    for (const GroupBy by : {GroupBy::passage, GroupBy::document}) {
      SearchRequest request{.query = query, .limit = 1000, .by = by};
      const std::vector<std::string> whole = lines(index.search(request));
      request.bare = true;
      EXPECT_EQ(lines(index.search(request)), whole) << query;
    }
  }
}

}  // namespace
}  // namespace dossier
