// What else is read of a PDF: headings, running lines, metadata, and what is said of files that hold no text.
#include <gtest/gtest.h>

#include "extraction.h"
#include "support/pdf_builder.h"

namespace dossier {
namespace {

ExtractedDocument read(const PdfBuilder& pdf) {
  return extract_bytes("a.pdf", pdf.build()).document();
}

const std::vector<std::string> kLines = {
    "The ferry crosses the strait twice a day, in the morning and in the",
    "evening, when the wind from the mountains allows it to do so."};
constexpr const char* kBody =
    "p The ferry crosses the strait twice a day, in the morning and in the evening, when the wind from the "
    "mountains allows it to do so.";

TEST(PdfHeadings, AreSetInLargerTypeOrInBold) {
  const ExtractedDocument document =
      read(PdfBuilder().page(draw(72, 740, "Ferries of the North", 20) + draw(72, 700, "2.1 Timetable", 13) +
                             draw_lines(72, 670, kLines) + draw(72, 620, "In winter", 10, "F2") +
                             draw_lines(72, 600, kLines) + draw(72, 550, "12 345 678", 20)));
  EXPECT_EQ(print(document.blocks), "h1 Ferries of the North\nh2 2.1 Timetable\n" + std::string(kBody) +
                                        "\nh3 In winter\n" + kBody + "\np 12 345 678");
  EXPECT_EQ(document.metadata.title, "Ferries of the North");
}

TEST(PdfHeadings, AreThoseOfTheOutline) {
  EXPECT_EQ(print(read(PdfBuilder()
                           .outline({"1. Timetable", "Fares"})
                           .page(draw(72, 700, "Timetable") + draw_lines(72, 670, kLines) +
                                 draw(72, 620, "2 Fares") + draw_lines(72, 590, kLines)))
                      .blocks),
            "h1 Timetable\n" + std::string(kBody) + "\nh1 2 Fares\n" + kBody);
}

TEST(PdfRunningLines, AreLeftOut) {
  PdfBuilder pdf;
  for (int number = 1; number <= 3; ++number) {
    pdf.page(draw(72, 760, "The strait, a study of ferries") + draw_lines(72, 500, kLines) +
             draw(300, 30, std::to_string(6 + number)) +
             draw(400, 30, "Page " + std::to_string(number) + " of 3"));
  }
  const std::string body(kBody);
  // "study" stands nowhere else: the first stays.
  EXPECT_EQ(print(read(pdf).blocks), "p The strait, a study of ferries\n" + body + "\n" + body + "\n" + body);
}

TEST(PdfRunningLines, StandAtTheSamePlaceAndSayTheSame) {
  const std::string body(kBody);
  const auto two = [](std::string first, std::string second) {
    return print(
        read(
            PdfBuilder().page(draw_lines(72, 500, kLines) + first).page(draw_lines(72, 500, kLines) + second))
            .blocks);
  };
  EXPECT_EQ(two(draw(72, 760, "The strait"), draw(72, 760, "The strait")), body + "\n" + body);
  EXPECT_EQ(two(draw(72, 40, "- 3 -"), draw(72, 40, "- 4 -")), body + "\n" + body);
  EXPECT_EQ(two(draw(72, 40, "iii"), draw(72, 40, "iv")), body + "\n" + body);
  EXPECT_EQ(two(draw(72, 40, "Boats: 30"), draw(72, 40, "Boats: 70")),
            body + "\np Boats: 30\n" + body + "\np Boats: 70");
  EXPECT_EQ(two(draw(72, 400, "The strait"), draw(72, 400, "The strait")),
            body + "\np The strait\n" + body + "\np The strait");
  EXPECT_EQ(two(draw(72, 760, "The wind"), draw(72, 740, "The wind")),
            "p The wind\n" + body + "\np The wind\n" + body);
}

TEST(PdfMetadata, TakesATitleThatSomebodyWrote) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Ferries of the North", "Ferries of the North"},
      {"Microsoft Word - ferries_v3.doc", "Shown"},
      {"ferries-final.indd", "Shown"},
      {"12345_Tabelle.qxp \\(Page 1\\)", "Shown"},
      {"A_HRC_20_1", "Shown"},
      {"untitled", "Shown"},
      {"PowerPoint Presentation", "Shown"},
      {"Slide 1", "Shown"},
      {"20130524", "Shown"},
      {"", "Shown"},
      {"\xFE\xFF\x04\x17\x04\x35\x04\x40\x04\x3D\x04\x3E", "Зерно"},
  };
  for (const auto& [title, expected] : rows) {
    EXPECT_EQ(
        read(PdfBuilder().info("Title", title).page(draw(72, 740, "Shown", 20) + draw_lines(72, 700, kLines)))
            .metadata.title,
        expected)
        << title;
  }
}

TEST(PdfMetadata, SaysApartWhatItIsAbout) {
  EXPECT_EQ(print(read(PdfBuilder()
                           .info("Subject", "Sea transport")
                           .info("Keywords", "ferry, strait")
                           .page(draw_lines(72, 700, kLines)))
                      .apart),
            "p Sea transport\np ferry, strait");
}

TEST(PdfMetadata, GivesAuthorAndTheDayOfItsMaking) {
  const RawMetadata metadata = read(PdfBuilder()
                                        .info("Author", "A. Writer")
                                        .info("CreationDate", "D:20130524101112+02'00'")
                                        .page(draw_lines(72, 700, kLines)))
                                   .metadata;
  EXPECT_EQ(metadata.author, "A. Writer");
  EXPECT_EQ(print(metadata.dates), "pdf:created: 2013-05-24T10:11:12");
  const std::vector<std::pair<std::string, std::string>> rows = {{"D:2013", "2013"},
                                                                 {"D:201305", "2013-05"},
                                                                 {"20130524", "2013-05-24"},
                                                                 {"24 May 2013", "24 May 2013"}};
  for (const auto& [written, expected] : rows) {
    EXPECT_EQ(print(read(PdfBuilder().info("CreationDate", written).page(draw_lines(72, 700, kLines)))
                        .metadata.dates),
              "pdf:created: " + expected);
  }
}

// The cells of each row at these places.
std::string draw_table(const std::vector<int>& places, const std::vector<std::vector<std::string>>& rows,
                       int y) {
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += draw(places[i], y, row[i]);
    y -= 24;
  }
  return out;
}

TEST(PdfTable, IsReadRowByRow) {
  const std::string page =
      draw_lines(72, 740,
                 {"What the ports took in each of the years, in thousands of crowns, is told", "below."}) +
      draw_table({72, 250, 350},
                 {{"Port", "2012", "2013"}, {"Northern harbour", "9,241", "10,118"}, {"Pier", "310", "295"}},
                 590) +
      draw_lines(72, 480,
                 {"The figures are those of the port authority, which counts them in May of every", "year."});
  EXPECT_EQ(print(extract_bytes("a.pdf", PdfBuilder().page(page).build()).document().blocks),
            "p What the ports took in each of the years, in thousands of crowns, is told below.\n"
            "tr Port | 2012 | 2013\n"
            "tr Northern harbour | 9,241 | 10,118\n"
            "tr Pier | 310 | 295\n"
            "p The figures are those of the port authority, which counts them in May of every year.");
}

TEST(PdfTable, IsNoneWhereItMayBeSomethingElse) {
  struct Row {
    std::string what;
    std::string page;
  };
  const std::vector<Row> rows{
      {"two rows", draw_table({72, 250, 350}, {{"Port", "2012", "2013"}, {"Pier", "310", "295"}}, 590)},
      {"two columns",
       draw_table({72, 250}, {{"Port", "2012"}, {"Pier", "310"}, {"Quay", "295"}, {"Mole", "12"}}, 590)},
      {"no columns", draw_table({72, 250, 350}, {{"Port", "2012", "2013"}}, 590) +
                         draw_table({90, 290, 420}, {{"Pier", "310", "295"}}, 566) +
                         draw_table({120, 230, 330}, {{"Quay", "13", "14"}}, 542)},
      {"far apart", draw_table({72, 250, 350}, {{"Port", "2012", "2013"}}, 590) +
                        draw_table({72, 250, 350}, {{"Pier", "310", "295"}}, 490) +
                        draw_table({72, 250, 350}, {{"Quay", "13", "14"}}, 390)}};
  for (const auto& [what, page] : rows) {
    const std::string got = print(extract_bytes("a.pdf", PdfBuilder().page(page).build()).document().blocks);
    EXPECT_EQ(got.find("tr "), std::string::npos) << what << "\n" << got;
  }
}

struct OutcomeRow {
  std::string bytes;
  std::string outcome;
  std::string detail;
};

void expect_outcomes(const std::vector<OutcomeRow>& rows) {
  for (const OutcomeRow& row : rows) {
    const Extraction extraction = extract_bytes("a.pdf", row.bytes);
    EXPECT_EQ(print(extraction.outcome), row.outcome) << row.bytes.substr(0, 200);
    EXPECT_EQ(extraction.outcome.detail, row.detail);
  }
}

const std::string kScan =
    "<</Type/XObject/Subtype/Image/Width 1700/Height 2200/Length 0>>\nstream\n\nendstream";

TEST(PdfOutcome, SaysWhyThereIsNoText) {
  const std::string text = draw_lines(72, 700, kLines);
  const std::string good = PdfBuilder().page(text).build();
  expect_outcomes({
      {good, "ok", ""},
      {PdfBuilder().page("0 0 m 9 9 l S").object(kScan).build(), "skipped no-text-layer",
       "no text on its only page; it may be scanned, and --ocr reads scans"},
      {PdfBuilder().page("").page("").build(), "skipped no-text-layer",
       "no text on its 2 pages; they may be scanned, and --ocr reads scans"},
      {PdfBuilder().page(text).page("").build(), "ok", ""},  // a blank page
      {PdfBuilder().page(text).page("").page("").object(kScan).object(kScan).build(), "partial no-text-layer",
       "no text on pages 2 to 3, which may be scanned; --ocr reads them"},
      {PdfBuilder()
           .page(text)
           .trailer("/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + std::string(32, 'o') + ")/U(" +
                    std::string(32, 'u') + ")>>")
           .build(),
       "skipped encrypted", "it needs a password"},
      {"%PDF-1.7 and nothing else", "failed damaged", "it cannot be read as PDF"},
      {good.substr(0, good.find("xref")) + good.substr(good.find("trailer")), "ok",
       ""},                                           // no table of objects
      {good.substr(0, good.find("xref")), "ok", ""},  // cut before it
      {PdfBuilder().build(), "failed damaged", "none of its pages can be read"},
  });
}

TEST(PdfOutcome, ReadsOneOfTwoPages) {
  std::string pdf = PdfBuilder().page(draw_lines(72, 700, kLines)).page("").build();
  const std::size_t page = pdf.find("11 0 obj");
  pdf.replace(pdf.find("/Type/Page/", page), 11, "/Tipo/Nada/");
  const Extraction extraction = extract_bytes("a.pdf", pdf);
  EXPECT_EQ(print(extraction.document().blocks), kBody);
}

TEST(PdfHostile, StaysWithinItsLimits) {
  const std::string text = draw_lines(72, 700, kLines);
  const std::string loop = PdfBuilder().page(text).tree("/Kids[2 0 R]/Count 1").build();
  EXPECT_EQ(print(extract_bytes("a.pdf", loop).outcome), "failed damaged");

  const std::string wild = PdfBuilder().page(text).tree("/Kids[9 0 R]/Count 2147483647").build();
  EXPECT_EQ(print(extract_bytes("a.pdf", wild).document().blocks), kBody);
  EXPECT_EQ(print(extract_bytes("a.pdf", wild).outcome), "partial damaged");

  PdfBuilder many;
  for (int i = 0; i < 1000; ++i) many.page(text);
  const Extraction cut = extract_bytes("a.pdf", many.build(), {.text_bytes = 1000});
  EXPECT_EQ(print(cut.outcome), "partial too-large");
  EXPECT_EQ(cut.outcome.detail, "only the first 8 of 1000 pages");

  EXPECT_EQ(
      print(extract_bytes("a.pdf", PdfBuilder().page(std::string(100'000, '[') + text).build()).outcome),
      "skipped no-text-layer");
}

TEST(PdfHostile, NeverFailsWhereverAFileIsCut) {
  const std::string pdf =
      PdfBuilder().info("Title", "Ferries").outline({"Fares"}).page(draw_lines(72, 700, kLines)).build();
  for (std::size_t length = 0; length < pdf.size(); length += 7) {
    const Extraction extraction = extract_bytes("a.pdf", pdf.substr(0, length));
    EXPECT_LE(extraction.documents.size(), 1U);
    EXPECT_EQ(extraction.outcome.status == Status::ok, extraction.outcome.reason == Reason::none);
  }
}

}  // namespace
}  // namespace dossier
