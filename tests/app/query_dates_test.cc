#include "dossier/app/query_dates.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

std::string dates_of(const SearchRequest& request) {
  std::string out;
  for (const auto& [span, value] : dates_among_words(request))
    out += (out.empty() ? "" : "; ") + request.query.substr(span.offset, span.length) + " = " + value;
  return out;
}

TEST(QueryDates, AreReadAmongTheWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"what did Moscow say about Resolution 1244 in 2013", "2013 = 2013"},
      {"Kosovo 2008", "2008 = 2008"},
      {"bombing May 1999", "May 1999 = 1999-05"},
      {"elections 24 March 1999 turnout", "24 March 1999 = 1999-03-24"},
      {"Wahl im Mai 2013", "Mai 2013 = 2013-05"},
      {"Косово 2008", "2008 = 2008"},
      {"Kosovo in the 1990s", "the 1990s = 1990s"},
      {"budget 2019-2021", "2019-2021 = 2019-01-01..2021-12-31"},
      {"sanctions of 2014 and gas in 2022", "2014 = 2014; 2022 = 2022"},
      {"+Kosovo +2008", "2008 = 2008"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(dates_of({.query = query}), expected) << query;
}

TEST(QueryDates, AreNotSeenInWhatIsNoDateOrNoPlainWord) {
  for (const char* query : {"", "Kosovo", "Resolution 1973 Libya", "UN 1244", "\"signed in 2013\"",
                            "Kosovo -2008", "200*", "2008~", "title:2008", "Kosovo AND 2008", "May", "12"})
    EXPECT_EQ(dates_of({.query = query}), "") << query;
}

TEST(QueryDates, AreNotOfferedWhereADateIsAskedForAlready) {
  EXPECT_EQ(dates_of({.query = "Kosovo 2008 published:2013"}), "");
  EXPECT_EQ(dates_of({.query = "Kosovo 2008", .published = "2013"}), "");
  EXPECT_EQ(dates_of({.query = "Kosovo 2008", .mentioned = "..2013"}), "");
}

TEST(QueryDates, StandWhereTheyWereTyped) {
  const auto dates = dates_among_words({.query = "  \"lip service\" kosovo   2008 "});
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].span, (Span{25, 4}));
}

}  // namespace
}  // namespace dossier
