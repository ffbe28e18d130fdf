// What is a match: all words, some, or none.
#include <gtest/gtest.h>

#include <string>

#include "searched_index.h"

namespace dossier {
namespace {

SearchedIndex talks() {
  return SearchedIndex({one("a", "Kosovo accepted the resolution."), one("b", "The Kosovo talks failed."),
                        one("c", "A resolution was adopted."), one("d", "Nothing of interest here.")});
}

struct Expected {
  std::string query;
  std::string matches;
  MatchMode mode = MatchMode::automatic;
};

void expect_matches(SearchedIndex& index, const std::vector<Expected>& rows) {
  for (const Expected& row : rows)
    EXPECT_EQ(index.matches_for({.query = row.query, .match = row.mode}), row.matches) << row.query;
}

TEST(Match, OfFewWordsIsAllOfThemAndThenThoseWithSome) {
  SearchedIndex index = talks();
  expect_matches(index, {{"kosovo", "a b"},
                         {"kosovo resolution", "a (b c)"},
                         {"resolution kosovo failed", "a b c"},
                         {"kosovo talks failed", "b (a)"},
                         {"nothing", "d"},
                         {"treaty", ""}});
}

TEST(Match, ModesAreAllAnyAndAutomatic) {
  SearchedIndex index = talks();
  expect_matches(index, {{"kosovo resolution", "a", MatchMode::all},
                         {"kosovo resolution", "a b c", MatchMode::any},
                         {"kosovo treaty", "", MatchMode::all},
                         {"kosovo treaty", "a b", MatchMode::any},
                         {"kosovo", "a b", MatchMode::any},
                         {"kosovo", "a b", MatchMode::all}});
}

TEST(Match, IsRelaxedWhereNoPassageHasAllWords) {
  SearchedIndex index = talks();
  const SearchResult relaxed = index.search({.query = "kosovo treaty"});
  EXPECT_TRUE(relaxed.relaxed);
  EXPECT_EQ(relaxed.match, "any");
  EXPECT_EQ(relaxed.total, (Counts{2, 2}));
  EXPECT_EQ(relaxed.partial, (Counts{0, 0}));
  EXPECT_EQ(SearchedIndex::names(relaxed, true), "a b") << "they are the matches, not partial ones";
  const SearchResult strict = index.search({.query = "kosovo resolution"});
  EXPECT_FALSE(strict.relaxed);
  EXPECT_EQ(strict.match, "all");
  EXPECT_EQ(strict.total, (Counts{1, 1}));
  EXPECT_EQ(strict.partial, (Counts{2, 2}));
  EXPECT_FALSE(index.search({.query = "treaty"}).relaxed);
}

TEST(Match, IsCountedWhereNoHitIsWanted) {
  SearchedIndex index = talks();
  const SearchResult result = index.search({.query = "kosovo resolution", .limit = 0});
  EXPECT_EQ(result.total, (Counts{1, 1}));
  EXPECT_EQ(result.partial, (Counts{2, 2}));
  EXPECT_TRUE(result.hits.empty());
}

TEST(Match, OfManyWordsIsAnyOfThem) {
  SearchedIndex index = talks();
  const SearchResult result = index.search({.query = "kosovo resolution adopted talks failed"});
  EXPECT_EQ(result.match, "any");
  EXPECT_FALSE(result.relaxed);
  EXPECT_EQ(SearchedIndex::names(result, true), "a b c");
}

TEST(Match, NeedsWhatHasAPlusAndWhatIsNoPlainWord) {
  SearchedIndex index = talks();
  expect_matches(index, {{"+kosovo resolution", "a"},
                         {"+kosovo treaty", ""},
                         {"+kosovo resolution talks", "a b"},
                         {"+treaty kosovo", ""},
                         {"\"kosovo talks\" resolution", ""},
                         {"kosovo AND resolution", "a"},
                         {"kosovo AND treaty", ""},
                         {"kosovo OR resolution", "a b c"},
                         {"(kosovo OR nothing) resolution", "a"}});
}

TEST(Match, LeavesOutWhatIsExcluded) {
  SearchedIndex index = talks();
  expect_matches(index, {{"kosovo -talks", "a"},
                         {"kosovo NOT talks", "a"},
                         {"kosovo resolution -talks", "a (c)"},
                         {"-kosovo", "c d"},
                         {"NOT (kosovo OR resolution)", "d"},
                         {"kosovo -\"kosovo talks\"", "a"},
                         {"kosovo -kosovo", ""}});
}

TEST(Match, NeedsNoFunctionWords) {
  SearchedIndex index({one("a", "Kosovo accepted it."), one("b", "The end of the talks."),
                       one("c", "US troops"), one("d", "He told us nothing.")});
  expect_matches(index, {{"the kosovo", "a"},
                         {"of the kosovo", "a"},
                         {"the", "b"},
                         {"+the end", "b"},
                         {"\"end of the talks\"", "b"},
                         {"us troops", "c (d)"},
                         {"US nothing", "d (c)"},
                         {"US", "c d"}});
}

TEST(Match, OfNothingIsNothing) {
  SearchedIndex index = talks();
  for (const char* query : {"", " ", "()", "\"\"", "...", "-", "published:20133"}) {
    const SearchResult result = index.search({.query = query});
    EXPECT_TRUE(result.hits.empty()) << query;
    EXPECT_EQ(result.total, (Counts{0, 0})) << query;
  }
  EXPECT_EQ(index.matches("*"), "a b c d");
  SearchedIndex empty({});
  EXPECT_EQ(empty.matches("kosovo"), "");
  EXPECT_EQ(empty.matches("*"), "");
}

TEST(Match, CountsPassagesAndDocuments) {
  SearchedIndex index({{.id = "a", .passages = {{"kosovo resolution"}, {"kosovo"}, {"treaty"}}},
                       {.id = "b", .passages = {{"kosovo"}, {"resolution"}}},
                       {.id = "c", .passages = {{"kosovo resolution"}, {"kosovo resolution"}}}});
  const SearchResult result = index.search({.query = "kosovo resolution"});
  EXPECT_EQ(result.total, (Counts{3, 2}));
  EXPECT_EQ(result.partial, (Counts{3, 1})) << "of documents those that no match is in";
  EXPECT_EQ(SearchedIndex::names(result, true), "a c c#1 (a#1 b b#1)");
  EXPECT_EQ(result.index.documents, 3U);
  EXPECT_EQ(result.index.passages, 7U);
}

TEST(Match, FollowsTheNewestRevision) {
  SearchedIndex index({one("a", "kosovo")});
  EXPECT_EQ(index.matches("kosovo"), "a");
  IndexWriter writer(index.folder());
  writer.add(to_indexable(one("b", "kosovo")));
  EXPECT_EQ(index.matches("kosovo"), "a");
  writer.commit(0);
  EXPECT_EQ(index.matches("kosovo"), "a b");
  writer.remove(0);
  writer.compact(0);
  EXPECT_EQ(index.matches("kosovo"), "b");
}

}  // namespace
}  // namespace dossier
