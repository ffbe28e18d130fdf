// What reading the texts of the first hits adds: words that stand together, words as typed, words in common.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

// Documents of the same words, so that nothing but their order can tell them apart.
TEST(CloseReading, PutsWordsThatStandTogetherFirst) {
  SearchedIndex index(
      {one("apart", "security was discussed by everybody who sat in that large old grey council"),
       one("near", "everybody who sat in that large old grey security council was discussed by"),
       one("loose", "everybody who sat in that security was discussed by old council large grey"),
       one("turned", "everybody who sat in that large old grey council security was discussed by"),
       one("other", "trade and fish and coal")});
  EXPECT_EQ(index.ranked({.query = "security council"}), "near loose apart turned");
  const Explanation why = index.explain({.query = "security council"});
  EXPECT_GT(why.hits[0].close.proximity, why.hits[1].close.proximity);
  EXPECT_GT(why.hits[1].close.proximity, 0);
  EXPECT_EQ(why.hits[2].close.proximity, 0);
  EXPECT_EQ(why.hits[3].close.proximity, 0);
}

TEST(CloseReading, PassesOverFunctionWordsBetweenTwo) {
  SearchedIndex index({one("a", "the convention now governs trade with every law and each open sea"),
                       one("b", "each open trade now governs every convention on the law of the sea")});
  EXPECT_EQ(index.ranked({.query = "convention on the law of the sea"}), "b a");
}

TEST(CloseReading, FindsPairsInTheTitle) {
  SearchedIndex index({{.id = "a", .title = "Relations of Albania: Kosovo", .passages = {{"talks"}}},
                       {.id = "b", .title = "Kosovo relations: of Albania", .passages = {{"talks"}}}});
  EXPECT_EQ(index.ranked({.query = "kosovo relations"}), "b a");
}

TEST(CloseReading, PutsTheFormThatWasTypedFirst) {
  SearchedIndex index({one("plural", "many sanctions were lifted"),
                       one("single", "many sanction were lifted"), one("other", "many tariffs were lifted")});
  EXPECT_EQ(index.ranked({.query = "sanction"}), "single plural");
  EXPECT_EQ(index.ranked({.query = "sanctions"}), "plural single");
  EXPECT_EQ(index.ranked({.query = "sanction*"}), "plural single") << "any ending: none was typed";
}

TEST(CloseReading, TakesOneWordOfTheTextForOneOfTheQuery) {
  SearchedIndex index({one("a", "titles here"), one("b", "fish here")});
  const Explanation why = index.explain({.query = "title titles"});
  EXPECT_EQ(why.hits[0].close.proximity, 0) << "a word does not stand beside itself";
}

// Two of three that tell of a strike speak of miners; of those that only mention it one does.
std::vector<SampleDocument> strikes() {
  std::vector<SampleDocument> samples{
      one("a", "coal strike coal strike: miners underground"),
      one("b", "coal strike coal strike: miners again"),
      one("fish", "the coal strike and many other things in this town, fishermen among them"),
      one("mine", "the coal strike and many other things in this town, miners among them")};
  for (int i = 0; i < 20; ++i)
    samples.push_back(one("x" + std::to_string(i), "trade talks in the town hall"));
  return samples;
}

TEST(CloseReading, ExpandsByTheWordsThatTheFirstHitsShare) {
  SearchedIndex index(strikes());
  EXPECT_EQ(index.ranked({.query = "coal strike", .expand = Expand::off}), "a b fish mine");
  EXPECT_EQ(index.ranked({.query = "coal strike", .expand = Expand::on}), "a b mine fish");
  const Explanation why = index.explain({.query = "coal strike", .expand = Expand::on});
  ASSERT_FALSE(why.expansion.empty());
  EXPECT_EQ(why.expansion[0].stem, "miner");
  for (const ExpansionWord& word : why.expansion) {
    EXPECT_NE(word.stem, "coal") << "a word of the query is no addition";
    EXPECT_NE(word.stem, "underground") << "one text is no agreement";
  }
  for (std::size_t i = 0; i < why.hits.size(); ++i) {
    const HitExplanation& hit = why.hits[i];
    EXPECT_DOUBLE_EQ(hit.passage_score + hit.document_score + hit.close.sum(), why.result.hits[i].score);
  }
}

TEST(CloseReading, NeitherFindsNorMarksWhatItAdds) {
  SearchedIndex index(strikes());
  const SearchResult result = index.search({.query = "coal strike", .expand = Expand::on});
  EXPECT_EQ(result.total.passages, 4U);
  ASSERT_EQ(result.hits[0].document.id, "a");
  EXPECT_EQ(marked(result.hits[0].passage.text, result.hits[0].passage.highlights),
            "[coal] [strike] [coal] [strike]: miners underground");
}

TEST(CloseReading, ExpandsNothingThatSaysExactlyWhatIsWanted) {
  SearchedIndex index(strikes());
  for (const char* query : {"coal", "\"coal strike\"", "coal strike*", "coal =strike", "coal NEAR/3 strike",
                            "coal OR \"coal strike\"", "title:coal"}) {
    EXPECT_TRUE(index.explain({.query = query, .expand = Expand::on}).expansion.empty()) << query;
  }
}

TEST(CloseReading, ExpandsByItselfOnlyWhereTheFirstStandOut) {
  std::vector<SampleDocument> alike;
  for (int i = 0; i < 20; ++i)
    alike.push_back(one("a" + std::to_string(i), "a coal strike in town number " + std::to_string(i)));
  SearchedIndex even(alike);
  EXPECT_TRUE(even.explain({.query = "coal strike"}).expansion.empty());
  EXPECT_FALSE(even.explain({.query = "coal strike", .expand = Expand::on}).expansion.empty());
  alike[0] = one("a0", "coal strike coal strike coal strike: town miners");
  alike[1] = one("a1", "coal strike coal strike coal strike: town miners");
  for (int i = 2; i < 20; ++i)
    alike[static_cast<std::size_t>(i)] =
        one("a" + std::to_string(i),
            "in a long list of what went on in that year there was a strike, and some coal");
  SearchedIndex uneven(alike);
  EXPECT_FALSE(uneven.explain({.query = "coal strike"}).expansion.empty());
}

TEST(CloseReading, WeighsNoWordThatMustNotBeThere) {
  SearchedIndex index({{.id = "a", .passages = {{"peace talks"}, {"war war war"}}},
                       {.id = "b", .passages = {{"peace talks"}, {"fish fish fish"}}}});
  const Explanation why = index.explain({.query = "peace -war"});
  ASSERT_EQ(why.hits.size(), 2U);
  EXPECT_DOUBLE_EQ(why.result.hits[0].score, why.result.hits[1].score);
  EXPECT_EQ(why.hits[0].terms.size(), 1U);
}

TEST(CloseReading, LetsAPastedTextMissWhatItQuotes) {
  const std::string prose =
      "In this report we describe how the ministry read the \"linguistic filter\" of the treaty and what "
      "came of "
      "it for the trade in coal and fish";
  SearchedIndex index({one("a", "the treaty on coal"), one("b", "a linguistic filter of the treaty")});
  EXPECT_EQ(index.ranked({.query = prose}), "b a");
  EXPECT_EQ(index.ranked({.query = "treaty \"linguistic filter\""}), "b") << "what is typed is meant";
}

TEST(CloseReading, FitsPagesTogether) {
  SearchedIndex index(strikes());
  std::string pages;
  for (std::size_t offset = 0; offset < 4; ++offset)
    pages += index.ranked({.query = "coal strike", .limit = 1, .offset = offset, .expand = Expand::on}) + " ";
  EXPECT_EQ(pages, "a b mine fish ");
}

}  // namespace
}  // namespace dossier
