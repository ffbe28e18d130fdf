// timeline and trend, and dates in a query: what was typed in, whole answers out.
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class QueryDatesOnTheCommandLine : public SampleIndex {};

TEST_F(QueryDatesOnTheCommandLine, AreOfferedAsFilters) {
  EXPECT_EQ(sandbox.session({"search", "resolution", "1244", "in", "2013", "--no-facets", "-n", "1"}),
            R"([0]
2 passages in 1 document · no passage has all the words: these have any of them · 1 shown
2013 as a date, in place of the word: published:2013 or mentioned:2013

 1. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Resolution 1244
    Security Council *resolution* *1244* of 10 June 1999 placed Kosovo under a mission of the United Nations.
    <agreement.md>#1 · $DIR/docs/agreement.md
)");
}

class TimelineCommand : public SampleIndex {
 protected:
  TimelineCommand() {
    sandbox.write(
        "docs/dates.md",
        "---\ntitle: Dates\ndate: 2014-07-01\nlanguage: en\n---\n"
        "The border was closed on 5 May 2014. In 2008 the assembly met at the border. It met at the border "
        "again in March 1998.\n\n# Later\n\nThe border was open in 2014.\n");
    EXPECT_EQ(sandbox.run({"index", "docs"}).code, 0);
    sandbox.learn_ids();
  }
};

TEST_F(TimelineCommand, GivesSentencesInTheOrderOfTheirDates) {
  EXPECT_EQ(sandbox.session({"timeline", "border"}),
            "[0]\n"
            "1998-03\tIt met at the *border* again in [March 1998].\tDates\t<dates.md>#0\n"
            "2008\tIn [2008] the assembly met at the *border*.\tDates\t<dates.md>#0\n"
            "2014\tThe *border* was open in [2014].\tDates\t<dates.md>#1\n"
            "2014-05-05\tThe *border* was closed on [5 May 2014].\tDates\t<dates.md>#0\n");
}

TEST_F(TimelineCommand, KeepsToTheTimeAskedForHoweverItIsAsked) {
  const char* in_2014 =
      "[0]\n"
      "2014\tThe *border* was open in [2014].\tDates\t<dates.md>#1\n"
      "2014-05-05\tThe *border* was closed on [5 May 2014].\tDates\t<dates.md>#0\n";
  EXPECT_EQ(sandbox.session({"timeline", "border", "--mentioned", "2014"}), in_2014);
  EXPECT_EQ(sandbox.session({"timeline", "border mentioned:2014"}), in_2014);
  EXPECT_EQ(sandbox.session({"timeline", "border", "--mentioned", "2014-05"}), in_2014);
  EXPECT_EQ(sandbox.session({"timeline", "border", "--mentioned", "=2014-05"}),
            "[0]\n2014-05-05\tThe *border* was closed on [5 May 2014].\tDates\t<dates.md>#0\n");
  EXPECT_EQ(sandbox.session({"timeline", "border", "--mentioned", "1990"}), "[1]\n");
}

TEST_F(TimelineCommand, OfFewerDatesIsTheBeginningOfTheWhole) {
  const auto lines = [&](const std::string& n) {
    return nlohmann::json::parse(sandbox.run({"timeline", "border", "-n", n, "--format", "json"}).out);
  };
  const auto whole = lines("50")["dates"];
  ASSERT_EQ(whole.size(), 4U);
  EXPECT_EQ(lines("4")["more"], false);
  for (std::size_t n = 0; n < 4; ++n) {
    const auto part = lines(std::to_string(n));
    EXPECT_EQ(part["more"], true) << n;
    ASSERT_EQ(part["dates"].size(), n);
    for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(part["dates"][i], whole[i]);
  }
  EXPECT_EQ(whole[0]["sentence"], "It met at the border again in March 1998.");
  EXPECT_EQ(whole[0]["highlights"].dump(), "[[14,20]]");
  EXPECT_EQ(whole[0]["mention"]["start"], 30);
  EXPECT_EQ(whole[0]["date"], "1998-03");
}

TEST_F(TimelineCommand, PrintsCsvAndRefusesNothing) {
  EXPECT_EQ(sandbox.session({"timeline", "border", "-n1", "--format", "csv"}),
            "[0]\n"
            "date,first,last,precision,how,sentence,passage,title,published,path\r\n"
            "1998-03,1998-03-01,1998-03-31,month,explicit,It met at the border again in March "
            "1998.,<dates.md>#0,Dates,"
            "2014-07-01,$DIR/docs/dates.md\r\n");
  EXPECT_EQ(sandbox.run({"timeline"}).code, 2);
  EXPECT_EQ(sandbox.run({"timeline", "zanzibar"}).code, 1);
}

class TrendCommand : public SampleIndex {};

TEST_F(TrendCommand, DrawsQueriesSideBySideWithGaps) {
  EXPECT_EQ(sandbox.session({"trend", "kosovo", "sanktionen", "--where", "lang:en", "--by", "year"}), R"([0]
published by year · passages
        kosovo                  sanktionen
  1999  ########## 1            0
  … 13 years without any
  2013  #################### 2  0
  2014  ########## 1            0
)");
}

TEST_F(TrendCommand, GivesSharesOfTheCollection) {
  EXPECT_EQ(sandbox.session({"trend", "council", "--per", "100", "--by", "decade", "--format", "csv"}),
            "[0]\n"
            "query,value,passages,documents,collection,rate\r\n"
            "council,1990s,1,1,2,50.0000\r\n"
            "council,2000s,0,0,1,0.0000\r\n"
            "council,2010s,3,2,3,100.0000\r\n");
  const auto json = nlohmann::json::parse(
      sandbox.run({"trend", "council", "kosovo", "--per", "100", "--published", "2013", "--format", "json"})
          .out);
  EXPECT_EQ(json["queries"][1]["counts"].dump(),
            R"([{"documents":1,"passages":2,"rate":100.0,"value":"2013"}])");
  EXPECT_EQ(json["collection"].dump(), R"([{"documents":1,"passages":2,"value":"2013"}])");
  EXPECT_EQ(json["per"], 100);
}

TEST_F(TrendCommand, CountsByDatesMentioned) {
  EXPECT_EQ(sandbox.session({"trend", "resolution", "--of", "mentioned", "--by", "month", "--format", "csv"}),
            "[0]\nquery,value,passages,documents,collection\r\nresolution,1999-06,1,1,1\r\n");
  EXPECT_EQ(sandbox.session({"trend", "zanzibar"}), "[1]\nnothing found\n");
  EXPECT_EQ(sandbox.run({"trend"}).code, 2);
}

}  // namespace
}  // namespace dossier::cli
