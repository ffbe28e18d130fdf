// A PDF from the file to the hit: its pages reach every output.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/sandbox.h"
#include "cli/terminal.h"
#include "support/drawn_letters.h"
#include "support/pdf_builder.h"

namespace dossier::cli {
namespace {

class Pdf : public testing::Test {
 protected:
  Pdf() {
    PdfBuilder report;
    report.info("Title", "Ferries of the North").info("CreationDate", "D:20130524101112Z");
    report.page(page("The harbour lay under snow, and the inter-", "national line was closed."));
    report.page(page("In spring the walrus came back to the pier,", "as in any other year."));
    report.page(page("What the fishermen said of it is not", "written down anywhere."));
    sandbox.write("docs/ferries.pdf", report.build());
  }

  static std::string page(const char* first, const char* second) {
    return draw(72, 760, "The north") + draw_lines(72, 700, {first, second});
  }

  Sandbox sandbox;
};

TEST_F(Pdf, IsFoundWithItsPage) {
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  sandbox.learn_ids();
  EXPECT_EQ(sandbox.session({"search", "walrus", "--no-facets"}), R"([0]
1 passage in 1 document

 1. Ferries of the North
    2013-05-24 · en · pdf · p. 2
    In spring the *walrus* came back to the pier, as in any other year.
    <ferries.pdf>#1 · $DIR/docs/ferries.pdf
)");
  EXPECT_NE(sandbox.run({"search", "walrus", "--format", "json"}).out.find(R"("page":2)"), std::string::npos);
  EXPECT_NE(sandbox.run({"search", "walrus", "--format", "csv"}).out.find(",application/pdf,2,"),
            std::string::npos);
  const std::string found = sandbox.run({"search", "walrus", "--format", "json"}).out;
  const std::string id = nlohmann::json::parse(found)["hits"][0]["passage"]["id"];
  const std::string shown = sandbox.run({"show", id, "--context", "1"}).out;
  EXPECT_NE(shown.find("page 1"), std::string::npos) << shown;
  EXPECT_NE(shown.find("page 2"), std::string::npos);
  EXPECT_NE(shown.find("page 3"), std::string::npos);
}

TEST_F(Pdf, IsFoundByABrokenWordJoinedAndAsItIsWritten) {
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  for (const char* query : {"international", "inter-national", "\"the international line\""}) {
    EXPECT_NE(sandbox.run({"search", query, "--no-facets"}).out.find("1 passage in 1 document"),
              std::string::npos)
        << query;
  }
}

TEST_F(Pdf, IsLinkedToItsPageOnATerminal) {
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  const std::string shown = Terminal(sandbox, 80, {"search", "walrus", "--color", "always"}, {}).finish().out;
  EXPECT_NE(shown.find("/docs/ferries.pdf#page=2\x1b\\"), std::string::npos) << shown;
}

TEST_F(Pdf, WithoutTextIsNamedWithItsReason) {
  const std::string key(32, 'k');
  const std::string locked =
      PdfBuilder()
          .page(draw(72, 700, "Secret"))
          .trailer("/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key + ")>>")
          .build();
  const std::string scanned = PdfBuilder().page("").page("").build();
  sandbox.write("docs/locked.pdf", locked);
  sandbox.write("docs/scanned.pdf", scanned);
  sandbox.write("docs/torn.pdf", "%PDF-1.7\nnothing else");
  sandbox.run({"index", "docs"});
  EXPECT_EQ(
      sandbox.session({"failed"}),
      "[0]\n"
      "skipped\tencrypted\t" +
          std::to_string(locked.size()) +
          "\t$DIR/docs/locked.pdf\tit needs a password\n"
          "skipped\tno-text-layer\t" +
          std::to_string(scanned.size()) +
          "\t$DIR/docs/scanned.pdf\tno text on its 2 pages; they may be scanned, and --ocr reads scans\n"
          "failed\tdamaged\t21\t$DIR/docs/torn.pdf\tit cannot be read as PDF\n");
}

TEST_F(Pdf, ThatIsAScanIsReadWhereAskedAndSaysSo) {
  sandbox.write("docs/ferries.pdf", PdfBuilder().page(draw_strokes(72, 600, "THE WHALE FLEET")).build());
  sandbox.write("docs/text.txt", "Nothing was seen of any of them.\n");
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  EXPECT_EQ(sandbox.run({"search", "whale"}).code, 1);
  EXPECT_NE(
      sandbox.run({"failed"}).out.find("no text on its only page; it may be scanned, and --ocr reads scans"),
      std::string::npos);

  // Neither file has changed.
  EXPECT_NE(sandbox.run({"index", "--dry-run"}).out.find("2 unchanged"), std::string::npos);
  ASSERT_EQ(sandbox.run({"index", "--ocr", "--ocr-languages", "eng"}).code, 0);
  EXPECT_EQ(sandbox.run({"failed"}).out, "");
  const std::string found = sandbox.run({"search", "whale", "--no-facets"}).out;
  EXPECT_NE(found.find("pdf (OCR)"), std::string::npos) << found;
  const auto hit =
      nlohmann::json::parse(sandbox.run({"search", "whale", "--format", "json"}).out)["hits"][0]["document"];
  EXPECT_EQ(hit["ocr"], true);
  const std::string id = hit["id"];
  EXPECT_NE(sandbox.run({"show", id}).out.find("pdf (OCR)"), std::string::npos);
  const auto other = nlohmann::json::parse(
      sandbox.run({"search", "nothing", "--format", "json"}).out)["hits"][0]["document"];
  EXPECT_FALSE(other.contains("ocr"));
}

TEST_F(Pdf, ThatIsAScanIsReadByARetryAndByExtract) {
  sandbox.write("docs/scan.pdf", PdfBuilder().page(draw_strokes(72, 600, "THE WHALE FLEET")).build());
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  ASSERT_EQ(sandbox.run({"failed", "--retry", "--ocr", "--ocr-languages", "eng"}).code, 0);
  EXPECT_EQ(sandbox.run({"search", "whale"}).code, 0);
  const auto extracted =
      nlohmann::json::parse(sandbox.run({"extract", "--ocr", "--ocr-languages", "eng", "docs/scan.pdf"}).out);
  EXPECT_EQ(extracted["ocr"], true);
  EXPECT_EQ(extracted["text"], "THE WHALE FLEET");
}

TEST_F(Pdf, ScansAreNotWantedInALanguageThatIsNotThere) {
  const auto refused = sandbox.run({"index", "docs", "--ocr", "--ocr-languages", "klingon"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(
      refused.err.find("scans cannot be read: Tesseract cannot load the languages klingon; installed: "),
      std::string::npos)
      << refused.err;
  EXPECT_EQ(sandbox.run({"failed", "--ocr"}).code, 2);  // without --retry it reads nothing
}

}  // namespace
}  // namespace dossier::cli
