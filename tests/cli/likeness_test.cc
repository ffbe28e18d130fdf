// similar, dups and grouped hits: what was typed in, whole answers out.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class LikenessCommands : public SampleIndex {};

TEST_F(LikenessCommands, SimilarDocuments) {
  EXPECT_EQ(sandbox.session({"similar", "docs/report.html", "-n1"}), R"([0]
like Report on elections
by kosovo, council

 1. *Kosovo* and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. *Kosovo* accepted the resolution of the *Council*, and both sides signed.
    <agreement.md>#0 · $DIR/docs/agreement.md
)");
  EXPECT_EQ(sandbox.session({"similar", "L1#0", "--by", "passage", "--where", "lang:sr"}), R"([0]
like Letter of Serbia
by kosovo, council

 1. Odgovor
    1999-06 · Tanjug · sr · jsonl
    Vlada u Beogradu odgovara: rezolucija o *Kosovu* važi.
    L3#0 · $DIR/docs/letters.jsonl
)");
}

TEST_F(LikenessCommands, SimilarDocumentsAsJson) {
  const auto json = nlohmann::json::parse(sandbox.run({"similar", "L1", "--format", "json"}).out);
  EXPECT_EQ(json["like"]["id"], "L1");
  EXPECT_EQ(json["like"]["title"], "Letter of Serbia");
  EXPECT_EQ(json["total"]["exact"], false);
  EXPECT_EQ(json["query"]["match"], "any");
  EXPECT_TRUE(json["facets"].empty());
  EXPECT_FALSE(json["hits"].empty());
}

TEST_F(LikenessCommands, SimilarToNothing) {
  EXPECT_EQ(sandbox.session({"similar", "L9"}), R"([1]
--- error
dossier: there is no document or passage 'L9' in the index $DIR/.dossier
  hint: 'dossier list' shows the documents; search shows the names of passages
)");
  EXPECT_EQ(sandbox.session({"similar", "L2"}), "[1]\nlike Sanktionen\nnothing found\n");
  EXPECT_EQ(sandbox.run({"similar"}).code, 2);
  EXPECT_EQ(sandbox.run({"similar", "L1", "--published", "soon"}).code, 2);
}

// The same notice as a file of its own and in a list, and a year later.
class RepeatedNotice : public testing::Test {
 protected:
  RepeatedNotice() {
    const auto notice = [](const char* year, const char* days) {
      return std::string(
                 "The harbour office reminds all skippers that the channel west of the lighthouse is closed "
                 "to "
                 "vessels of more than nine metres from October on. In ") +
             year + " permits were handed out within " + days +
             " days. Whoever needs one writes to the office and names the vessel, its length and its berth.";
    };
    sandbox.write("docs/a.md", "# Harbour notice\n\n" + notice("2014", "12"));
    sandbox.write("docs/b.html",
                  "<html lang=en><title>Harbour notice</title><body><h1>Harbour notice</h1><p>" +
                      notice("2014", "12") + "</p></body></html>");
    sandbox.write("docs/c.md", "# Harbour notice\n\n" + notice("2015", "21"));
    EXPECT_EQ(sandbox.run({"--index", ".dossier", "index", "docs"}).code, 0);
    sandbox.learn_ids();
  }
  Sandbox sandbox;
};

TEST_F(RepeatedNotice, IsOneHit) {
  EXPECT_EQ(sandbox.session({"search", "skippers", "--no-facets", "--snippets", "1"}), R"([0]
3 passages in 3 documents

 1. Harbour notice
    undated · en · markdown
    The harbour office reminds all *skippers* that the channel west of the lighthouse is closed to vessels of more than nine metres from October on. In 2014 permits were handed out within 12 days. Whoever needs one writes to the office and names the vessel, its length and its berth.
    <a.md>#0 · $DIR/docs/a.md
    + 1 copy: b.html [<b.html>]; 1 version: c.md [<c.md>] (number: 12 / 21; date: 2014 / 2015)
)");
  EXPECT_EQ(sandbox.session({"search", "skippers", "--no-facets", "--format", "trec", "--by", "document"}),
            R"([0]
1 Q0 <a.md> 1 S dossier
1 Q0 <b.html> 2 S dossier
1 Q0 <c.md> 3 S dossier
)");
  const auto json =
      nlohmann::json::parse(sandbox.run({"search", "skippers", "--no-group", "--format", "json"}).out);
  EXPECT_EQ(json["hits"].size(), 3U);
  const std::string csv = sandbox.run({"search", "skippers", "--format", "csv"}).out;
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\r'), 4);
}

TEST_F(RepeatedNotice, IsAFamily) {
  EXPECT_EQ(sandbox.session({"dups"}), R"([0]
copy	100%	<a.md>	<b.html>	
version	96%	<a.md>	<c.md>	number: 12 / 21; date: 2014 / 2015
version	96%	<b.html>	<c.md>	number: 12 / 21; date: 2014 / 2015
)");
  EXPECT_EQ(sandbox.run({"remove", "docs/a.md"}).code, 0);
  EXPECT_EQ(sandbox.session({"dups"}), R"([0]
version	96%	<b.html>	<c.md>	number: 12 / 21; date: 2014 / 2015
)");
  EXPECT_EQ(sandbox.run({"remove", "docs/b.html"}).code, 0);
  EXPECT_EQ(sandbox.session({"dups"}), "[1]\n");
  EXPECT_EQ(sandbox.session({"dups", "--format", "json"}), "[1]\n{\"schema_version\":1,\"families\":[]}\n");
}

}  // namespace
}  // namespace dossier::cli
