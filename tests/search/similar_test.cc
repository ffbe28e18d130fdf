// What is most like a document or passage.
#include <gtest/gtest.h>

#include <algorithm>

#include "searched_index.h"

namespace dossier {
namespace {

// Three about customs posts, two about pensions, one of both; words such as "report" are everywhere.
std::vector<SampleDocument> samples() {
  return {
      {.id = "posts",
       .title = "Customs posts",
       .published = "2012",
       .passages = {{"The report says that customs officers at Jarinje stamp the lorries."},
                    {"Lorries wait at the customs post of Brnjak for hours, the report says."}}},
      {.id = "stamps",
       .published = "2011",
       .passages = {{"The report on customs stamps: officers at Jarinje turned lorries without one back."}}},
      {.id = "queue", .published = "2013", .passages = {{"A report of lorries in a queue at Brnjak."}}},
      {.id = "pensions", .passages = {{"The report says that pensions rise by four per cent."}}},
      {.id = "fund", .passages = {{"The report of the pensions fund was late."}}},
      {.id = "both",
       .passages = {{"The report says that pensions are paid in time."},
                    {"A report of customs duties on lorries, by the officers of Jarinje."}}},
  };
}

std::string like(SearchedIndex& index, const SimilarRequest& request) {
  const auto result = index.similar(request);
  return result ? SearchedIndex::names(*result, false) : "none";
}

TEST(Similar, FindsDocumentsByTheWordsThatTellThemFromOthers) {
  SearchedIndex index(samples());
  EXPECT_EQ(like(index, {.id = "fund"}).substr(0, 13), "pensions both");
  const auto result = index.similar({.id = "posts"});
  ASSERT_TRUE(result && result->like);
  EXPECT_EQ(result->like->id, "posts");
  EXPECT_EQ(result->like->title, "Customs posts");
  const std::vector<std::string>& words = result->like->words;
  const auto has = [&](const char* word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  for (const char* telling : {"customs", "jarinje", "brnjak", "lorries", "officers", "stamp"})
    EXPECT_TRUE(has(telling)) << telling;
  for (const char* useless : {"the", "at", "hours", "wait"}) EXPECT_FALSE(has(useless)) << useless;
  ASSERT_GE(result->hits.size(), 3U);
  EXPECT_EQ(result->hits[0].document.id, "stamps");
  EXPECT_FALSE(result->counted);
  EXPECT_TRUE(result->facets.empty());
}

TEST(Similar, LeavesTheDocumentItselfOut) {
  SearchedIndex index(samples());
  for (const GroupBy by : {GroupBy::document, GroupBy::passage}) {
    for (const std::string id : {"posts", "posts#1", "both"}) {
      const auto result = index.similar({.id = id, .search = {.limit = 100, .by = by}});
      ASSERT_TRUE(result && !result->hits.empty()) << id;
      for (const Hit& hit : result->hits) EXPECT_NE(hit.document.id, id.substr(0, id.find('#'))) << id;
    }
  }
}

TEST(Similar, TakesAPassageForItself) {
  SearchedIndex index(samples());
  EXPECT_EQ(like(index, {.id = "both#0", .search = {.limit = 1, .by = GroupBy::passage}}), "pensions");
  EXPECT_EQ(like(index, {.id = "both#1", .search = {.limit = 1, .by = GroupBy::passage}}), "posts");
}

TEST(Similar, MarksTheWordsAndMindsFiltersAndPages) {
  SearchedIndex index(samples());
  const auto first = index.similar({.id = "pensions", .search = {.limit = 1}});
  ASSERT_TRUE(first && first->hits.size() == 1);
  EXPECT_NE(marked(first->hits[0].passage.text, first->hits[0].passage.highlights).find("[pensions]"),
            std::string::npos);
  EXPECT_EQ(like(index, {.id = "posts", .search = {.by = GroupBy::document, .published = "2013"}}), "queue");
  const std::string all = like(index, {.id = "posts", .search = {.limit = 3, .by = GroupBy::document}});
  std::string pages;
  for (std::size_t i = 0; i < 3; ++i) {
    pages += (pages.empty() ? "" : " ") +
             like(index, {.id = "posts", .search = {.limit = 1, .offset = i, .by = GroupBy::document}});
  }
  EXPECT_EQ(pages, all);
}

TEST(Similar, KnowsWhenThereIsNothing) {
  SearchedIndex index(samples());
  EXPECT_EQ(like(index, {.id = "nobody"}), "none");
  EXPECT_EQ(like(index, {.id = "posts#2"}), "none");
  EXPECT_EQ(like(index, {.id = ""}), "none");
  SearchedIndex alone({one("a", "Words that nobody else has")});
  EXPECT_EQ(like(alone, {.id = "a"}), "");
  SearchedIndex empty({});
  EXPECT_EQ(like(empty, {.id = "a"}), "none");
}

}  // namespace
}  // namespace dossier
