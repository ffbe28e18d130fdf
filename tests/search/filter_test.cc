// Filters: by field, by date, in the query and beside it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "searched_index.h"

namespace dossier {
namespace {

SearchedIndex archive() {
  const auto document = [](SampleDocument sample) {
    sample.passages = {{"peace"}};
    return sample;
  };
  return SearchedIndex(
      {document({.id = "a",
                 .published = "2012-12-31",
                 .language = "en",
                 .source = "Radio Évropa",
                 .type = "text/html",
                 .path = "/docs/un/2012/speech.html"}),
       document({.id = "b",
                 .published = "2013",
                 .language = "sr",
                 .source = "UN",
                 .type = "text/plain",
                 .path = "/docs/un/notes.txt"}),
       document({.id = "c",
                 .published = "2013-05",
                 .language = "de",
                 .source = "UN Press",
                 .type = "text/markdown",
                 .path = "/docs/Été/c.md"}),
       document(
           {.id = "d", .published = "2013-05-24", .language = "en", .source = "un", .type = "text/html"}),
       document(
           {.id = "e", .published = "2012-06-01..2013-06-30", .language = "", .type = "application/jsonl"}),
       document({.id = "f", .language = "en"})});
}

struct Expected {
  std::string filter;
  std::string matches;
};

TEST(DateFilters, TakeWhatOverlapsTheirRange) {
  SearchedIndex index = archive();
  for (const auto& [range, matches] : std::vector<Expected>{{"2013", "b c d e"},
                                                            {"2012", "a e"},
                                                            {"2013-05", "b c d e"},
                                                            {"2013-05-24", "b c d e"},
                                                            {"2013-05-25", "b c e"},
                                                            {"2013-07", "b"},
                                                            {"2012-12-31..2013-01-01", "a b e"},
                                                            {"..2012-12-30", "e"},
                                                            {"2013-07..", "b"},
                                                            {"2010s", "a b c d e"},
                                                            {"1990s", ""},
                                                            {"=2013", "b c d"},
                                                            {"=2013-05", "c d"},
                                                            {"=2012..2013", "a b c d e"},
                                                            {"none", "f"}}) {
    EXPECT_EQ(index.matches("peace published:" + range), matches) << range;
    EXPECT_EQ(index.matches("published:" + range), matches) << range;
    EXPECT_EQ(index.matches_for({.query = "peace", .published = range}), matches) << range;
    EXPECT_EQ(index.matches_for({.query = "", .where = {"published:" + range}}), matches) << range;
  }
  EXPECT_EQ(index.matches("peace -published:2013"), "a f");
  EXPECT_EQ(index.matches_for({.query = "peace published:2013", .published = "2012"}), "e")
      << "dates narrow each other";
}

TEST(KeywordFilters, TakeWholeValuesCaseAndAccentsAside) {
  SearchedIndex index = archive();
  for (const auto& [filter, matches] : std::vector<Expected>{{"source:un", "b d"},
                                                             {"source:UN", "b d"},
                                                             {"source:\"un press\"", "c"},
                                                             {"source:press", "c"},
                                                             {"source:\"radio evropa\"", "a"},
                                                             {"source:radio*", "a"},
                                                             {"source:un*", "b c d"},
                                                             {"lang:en", "a d f"},
                                                             {"lang:EN-us", "a d f"},
                                                             {"type:html", "a d"},
                                                             {"type:text/html", "a d"},
                                                             {"type:text/*", "a b c d f"},
                                                             {"type:md", "c"},
                                                             {"type:txt", "b f"},
                                                             {"type:jsonl", "e"},
                                                             {"path:un", "a b"},
                                                             {"path:docs/un", "a b"},
                                                             {"path:ete", "c"},
                                                             {"path:spee*", "a"},
                                                             {"path:nowhere", ""}}) {
    EXPECT_EQ(index.matches("peace " + filter), matches) << filter;
    EXPECT_EQ(index.matches(filter), matches) << filter;
    EXPECT_EQ(index.matches_for({.query = "peace", .where = {filter}}), matches) << filter;
  }
  EXPECT_EQ(index.matches("peace -lang:en"), "b c e");
  EXPECT_EQ(index.matches("peace AND (lang:sr OR lang:de)"), "b c");
}

TEST(KeywordFilters, OfOneFieldAreAlternativesAndOfSeveralNarrow) {
  SearchedIndex index = archive();
  EXPECT_EQ(index.matches_for({.query = "peace", .where = {"lang:sr", "lang:de"}}), "b c");
  EXPECT_EQ(index.matches_for({.query = "peace", .where = {"lang:sr", "lang:de", "source:un"}}), "b");
  EXPECT_EQ(index.matches_for({.query = "peace", .where = {"type:html", "published:2013"}}), "d");
}

TEST(Filters, BindHoweverFewWordsMatch) {
  SearchedIndex index = archive();
  EXPECT_EQ(index.matches("peace treaty lang:sr"), "b");
  EXPECT_TRUE(index.search({.query = "peace treaty lang:sr"}).relaxed);
  EXPECT_EQ(index.matches("peace one two three four five lang:sr"), "b");
}

TEST(Filters, ThatNothingHasSayWhatThereIs) {
  SearchedIndex index = archive();
  const SearchResult result = index.search({.query = "peace lang:fr"});
  EXPECT_TRUE(result.hits.empty());
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].message, "no document has the lang 'fr'; there are: en, sr, de");
  EXPECT_EQ(result.problems[0].span, (Span{6, 7}));
}

TEST(Filters, GivenBesideTheQueryAreRefusedWhereTheyMakeNoSense) {
  SearchedIndex index = archive();
  for (const char* filter : {"published:yesterday", "colour:red", "nothing", "published:2013-02-30"}) {
    try {
      index.search({.query = "peace", .where = {filter}});
      FAIL() << filter;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_TRUE(std::string(error.what()).starts_with(filter)) << error.what();
    }
  }
  EXPECT_THROW(index.search({.query = "peace", .published = "2013-13"}), Error);
}

}  // namespace
}  // namespace dossier
