// similar: what was typed in, whole answers out.
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

}  // namespace
}  // namespace dossier::cli
