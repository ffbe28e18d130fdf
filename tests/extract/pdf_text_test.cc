// What is read of a PDF: words to lines, lines to paragraphs, in reading order.
#include <gtest/gtest.h>

#include "extraction.h"
#include "support/pdf_builder.h"

namespace dossier {
namespace {

std::string blocks_of(const PdfBuilder& pdf) {
  return print(extract_bytes("a.pdf", pdf.build()).document().blocks);
}

std::string blocks_of(std::string page) {
  return blocks_of(PdfBuilder().page(std::move(page)));
}

// Body text long enough to be the usual type, from `y` downwards.
std::string body(int y) {
  return draw_lines(72, y,
                    {"The ferry crosses the strait twice a day, in the morning and in the",
                     "evening, when the wind from the mountains allows it to do so."});
}
constexpr const char* kBody =
    "p The ferry crosses the strait twice a day, in the morning and in the evening, when the wind from the "
    "mountains allows it to do so.";

TEST(PdfText, JoinsTheLinesOfAParagraph) {
  EXPECT_EQ(blocks_of(body(700)), kBody);
}

TEST(PdfText, PartsParagraphsByDistanceAndIndent) {
  EXPECT_EQ(
      blocks_of(
          draw_lines(72, 700, {"The harbour was closed in winter, and the boats lay on the", "shore."}) +
          draw_lines(72, 664, {"In spring they were put to sea again, one after the other, by", "night."})),
      "p The harbour was closed in winter, and the boats lay on the shore.\n"
      "p In spring they were put to sea again, one after the other, by night.");
  EXPECT_EQ(
      blocks_of(draw_lines(72, 700,
                           {"The harbour was closed in winter and all the boats of it lay",
                            "on the shore, as every year, side by side and upside down."}) +
                draw(92, 676, "In spring they were put to sea again, one after the") +
                draw(72, 664, "other, by night.")),
      "p The harbour was closed in winter and all the boats of it lay on the shore, as every year, side by "
      "side and upside down.\n"
      "p In spring they were put to sea again, one after the other, by night.");
}

TEST(PdfText, ReadsColumnByColumn) {
  EXPECT_EQ(
      blocks_of(draw_lines(60, 700,
                           {"The left column begins here and it", "goes on for some lines, so that a",
                            "sentence of it is cut at the foot of", "the column and"}) +
                draw_lines(330, 700,
                           {"comes to its end at the head of the", "right one. What follows then is only",
                            "there to make it as long as the left", "column is."})),
      "p The left column begins here and it goes on for some lines, so that a sentence of it is cut at the "
      "foot of the column and comes to its end at the head of the right one. What follows then is only "
      "there to make it as long as the left column is.");
}

TEST(PdfText, GivesEachBlockItsPage) {
  const auto document =
      extract_bytes("a.pdf", PdfBuilder().page(body(700)).page(body(400)).build()).document();
  EXPECT_EQ(document.pages, 2U);
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].page, 1U);
  EXPECT_EQ(document.blocks[1].page, 2U);
}

TEST(PdfText, PutsBrokenWordsTogether) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> rows = {
      {{"It was an inter-", "national treaty"}, "It was an international treaty"},
      {{"the Secretary-", "General spoke"}, "the Secretary-General spoke"},
      {{"the years 2014-", "2015 were dry"}, "the years 2014-2015 were dry"},
      {{"AN INTER-", "NATIONAL TREATY"}, "AN INTERNATIONAL TREATY"},
      {{"a cease-fire, the cease-", "fire that held"}, "a cease-fire, the cease-fire that held"},
      {{"from here -", "to there"}, "from here - to there"},
      {{"he said -- and", "left"}, "he said -- and left"},
  };
  for (const auto& [lines, text] : rows) EXPECT_EQ(blocks_of(draw_lines(72, 700, lines)), "p " + text);
  // A soft hyphen is none but at a line's end.
  EXPECT_EQ(
      blocks_of(PdfBuilder()
                    .map('#', "00AD")
                    .page(draw(72, 700, "the inter#", 10, "F3") + draw(72, 688, "nati#onal line", 10, "F3"))),
      "p the international line");
}

TEST(PdfText, TakesTheRestOfAWordFromTheNextPage) {
  EXPECT_EQ(
      blocks_of(PdfBuilder()
                    .page(body(700) + draw(72, 400, "What the commission wrote was an inter-"))
                    .page(draw(72, 700, "national scandal for many months, and then it was forgotten."))),
      std::string(kBody) +
          "\np What the commission wrote was an international\n"
          "p scandal for many months, and then it was forgotten.");
}

TEST(PdfText, LeavesOutBulletsAndKeepsNumbers) {
  EXPECT_EQ(blocks_of(draw_lines(72, 700, {"\x95 ships of the coast guard", "\x95 ferries", "- barges"})),
            "li ships of the coast guard\nli ferries\nli barges");
  EXPECT_EQ(blocks_of(draw_lines(72, 700, {"(a) ships of the coast guard;", "(b) ferries."})),
            "p (a) ships of the coast guard;\np (b) ferries.");
}

TEST(PdfText, DropsTheMarksOfFootnotesAndKeepsPowersAndFormulas) {
  // A raised 7 points, then on in the line.
  const auto raised = [](std::string_view before, std::string_view mark, int x) {
    return draw(72, 700, before) + draw(x, 704, mark, 6);
  };
  EXPECT_EQ(blocks_of(raised("treaty", "12", 97)), "p treaty");
  EXPECT_EQ(blocks_of(raised("40 km", "2", 99)), "p 40 km2");
  EXPECT_EQ(blocks_of(draw(72, 700, "CO") + draw(87, 697, "2", 6)), "p CO2");
}

TEST(PdfText, PutsFootnotesBehindTheTextOfTheirPage) {
  EXPECT_EQ(
      blocks_of(
          draw_lines(60, 280,
                     {"The treaty was signed in the city hall", "by all but one of the neighbours who",
                      "had a border with the two, on a day of", "heavy snow, and in the absence of the",
                      "one who had asked for it and by those"}) +
          draw(60, 190, "1 The text is in the annex.", 7) +
          draw_lines(330, 280,
                     {"who had come to the meeting in spring", "of that year. It is in force ever since,",
                      "and has been renewed each year by all", "of them, but for the year of the flood",
                      "in which nobody thought of it."})),
      "p The treaty was signed in the city hall by all but one of the neighbours who had a border with the "
      "two, on a day of heavy snow, and in the absence of the one who had asked for it and by those who had "
      "come to the meeting in spring of that year. It is in force ever since, and has been renewed each "
      "year by all of them, but for the year of the flood in which nobody thought of it.\n"
      "p 1 The text is in the annex.");
}

TEST(PdfText, ReadsAColumnToItsFootBeforeTheNext) {
  // A heading far down in the left column, with larger gaps around it than between the columns.
  const std::vector<std::string> column = {
      "The harbour was closed in winter and", "all the boats of it lay on the shore, as",
      "every year, side by side and upside", "down, until the ice had gone out to sea",
      "and the men came back from the south."};
  const std::string text =
      "The harbour was closed in winter and all the boats of it lay on the shore, as every year, side by "
      "side and upside down, until the ice had gone out to sea and the men came back from the south.";
  EXPECT_EQ(
      blocks_of(draw(60, 740, "Ferries of the North and of the South, and of the Harbours Between", 15) +
                draw_lines(60, 700, column) + draw(60, 600, "Spring", 13) +
                draw(60, 560, "Boats went out again.") + draw_lines(316, 700, column) +
                draw_lines(316, 630, column)),
      "h1 Ferries of the North and of the South, and of the Harbours Between\np " + text +
          "\nh2 Spring\np Boats went out again.\np " + text + "\np " + text);
}

TEST(PdfText, ReadsFromTheRight) {
  // Hebrew "shalom rav 25 yom", drawn from left to right as it is seen.
  PdfBuilder pdf;
  pdf.map('a', "05E9")
      .map('b', "05DC")
      .map('c', "05D5")
      .map('d', "05DD")
      .map('e', "05E8")
      .map('f', "05D1")
      .map('g', "05D9");
  EXPECT_EQ(blocks_of(pdf.page(draw(72, 700, "dcg 25 fe dcba", 10, "F3"))), "p שלום רב 25 יום");
}

TEST(PdfText, GivesTheLettersOfLigaturesAndPresentationForms) {
  PdfBuilder pdf;
  pdf.map('1', "FB01").map('2', "FB04").map('3', "FE8D").map('4', "00BD").map('5', "FEFB");
  EXPECT_EQ(blocks_of(PdfBuilder(pdf).page(draw(72, 700, "1ne ba2e 4", 10, "F3"))), "p fine baffle ½");
  EXPECT_EQ(blocks_of(PdfBuilder(pdf).page(draw(72, 700, "5 3", 10, "F3"))), "p ا لا");
}

TEST(PdfText, ReadsTurnedPages) {
  // The page's text runs upwards: each line a matrix that turns it a quarter.
  const std::string page =
      "BT /F1 10 Tf 0 1 -1 0 100 72 Tm (The ferry crosses the strait twice a day, in the) Tj ET\n"
      "BT /F1 10 Tf 0 1 -1 0 112 72 Tm (morning and in the evening.) Tj ET\n";
  EXPECT_EQ(blocks_of(page),
            "p The ferry crosses the strait twice a day, in the morning and in the evening.");
}

TEST(PdfText, JoinsTextThatIsTilted) {
  // Each word a bit lower than the one before, as along a sloping line.
  std::string page;
  std::string expected = "p";
  for (int line = 0; line < 6; ++line) {
    for (int word = 0; word < 8; ++word) {
      const std::string text = "word" + std::to_string(10 * line + word);
      page += "BT /F1 9 Tf 0.94 -0.34 0.34 0.94 " + std::to_string(72 + 44 * word) + " " +
              std::to_string(600 - 40 * line - 16 * word) + " Tm (" + text + " ) Tj ET\n";
      expected += " " + text;
    }
  }
  EXPECT_EQ(blocks_of(page), expected);
}

}  // namespace
}  // namespace dossier
