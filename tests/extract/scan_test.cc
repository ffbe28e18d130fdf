// Scans: what is made of the lines that a recogniser reads off pictures.
#include <gtest/gtest.h>

#include <algorithm>

#include "extraction.h"
#include "support/pdf_builder.h"

namespace dossier {
namespace {

constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n";
const std::string kMark = "0 0 m 500 500 l 5 w S";

// Reads what it was given, page by page, then the last again and again; keeps what it was shown.
class FixedRecogniser : public TextRecogniser {
 public:
  RecognisedPage read(const GreyImage& image, double /*seconds*/) override {
    shown.push_back({.width = image.width, .height = image.height, .dots_per_inch = image.dots_per_inch});
    return pages[std::min(shown.size(), pages.size()) - 1];
  }
  std::optional<GreyImage> decode(std::string_view, std::size_t& place) override {
    const std::size_t number = place + 1;
    if (number > pictures) return std::nullopt;
    place = number == pictures_said ? 0 : number;
    return GreyImage{.width = 2, .height = 1, .dots_per_inch = 0, .pixels = {0, 255}};
  }

  // A line of letters `size` pixels high.
  void add(std::string text, float left, float baseline, float size = 40) {
    pages.back().lines.push_back({.text = std::move(text),
                                  .left = left,
                                  .top = baseline - 0.75F * size,
                                  .right = left + 1400,
                                  .bottom = baseline + 0.25F * size,
                                  .baseline = baseline});
  }

  std::vector<RecognisedPage> pages{1};
  std::vector<GreyImage> shown;
  std::size_t pictures = 1;       // that can be decoded
  std::size_t pictures_said = 1;  // that the file says it has
};

Extraction recognise(std::string_view name, std::string_view bytes, TextRecogniser& recogniser) {
  Extraction extraction;
  extraction.outcome =
      extract({.name = name, .bytes = bytes, .recogniser = &recogniser},
              [&](ExtractedDocument&& document) { extraction.documents.push_back(std::move(document)); });
  return extraction;
}

TEST(Scan, IsReadWhereAPageHasNoTextAndSomethingIsOnIt) {
  FixedRecogniser recogniser;
  recogniser.add("The ferry stayed in the", 300, 700);
  recogniser.add("harbour for a week.", 300, 755);
  const std::string pdf =
      PdfBuilder()
          .page(draw(72, 700, "The storm came in May of that year, and nobody was ready for it."))
          .page(kMark)
          .page("")
          .build();
  const Extraction got = recognise("a.pdf", pdf, recogniser);
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.document().blocks),
            "p The storm came in May of that year, and nobody was ready for it.\n"
            "p The ferry stayed in the harbour for a week.");
  EXPECT_EQ(got.document().blocks[1].page, 2u);
  EXPECT_TRUE(got.document().recognised);
  ASSERT_EQ(recogniser.shown.size(), 1u);
  EXPECT_EQ(recogniser.shown[0].width, 2550u);
  EXPECT_EQ(recogniser.shown[0].height, 3300u);
  EXPECT_EQ(recogniser.shown[0].dots_per_inch, 300);
}

TEST(Scan, IsDrawnSmallerWhereThePageIsVast) {
  FixedRecogniser recogniser;
  const std::string pdf = PdfBuilder().page(kMark + "\n").build();
  std::string vast = pdf;
  const std::size_t box = vast.find("[0 0 612 792]");
  ASSERT_NE(box, std::string::npos);
  vast.replace(box, 13, "[0 0 9e4 9e4]");
  recognise("a.pdf", vast, recogniser);
  ASSERT_EQ(recogniser.shown.size(), 1u);
  EXPECT_LE(recogniser.shown[0].width * recogniser.shown[0].height, 24'100'000u);
}

TEST(Scan, HasLinesOfOneSizeThoughEachIsMeasuredAnew) {
  FixedRecogniser recogniser;
  recogniser.add("FERRIES OF THE NORTH", 300, 500, 90);
  for (int i = 0; i < 6; ++i)
    recogniser.add("the walrus came to the pier and", 300, 700 + 55 * static_cast<float>(i),
                   i % 2 == 0 ? 40 : 29);
  const Extraction got = recognise("a.pdf", PdfBuilder().page(kMark).build(), recogniser);
  ASSERT_EQ(got.document().blocks.size(), 2u) << print(got.document().blocks);
  EXPECT_EQ(got.document().blocks[0].kind, BlockKind::heading);
  EXPECT_EQ(got.document().metadata.title, "FERRIES OF THE NORTH");
}

TEST(Scan, SaysWhatWasNotRead) {
  FixedRecogniser nothing;
  const std::string two = PdfBuilder().page(kMark).page(kMark).build();
  const Extraction wordless = recognise("a.pdf", two, nothing);
  EXPECT_EQ(print(wordless.outcome), "skipped no-text");
  EXPECT_EQ(wordless.outcome.detail, "no word was recognised on its 2 pages");

  FixedRecogniser slow;
  slow.add("The beginning of a page.", 300, 700);
  slow.pages[0].complete = false;
  const Extraction unfinished = recognise("a.pdf", two, slow);
  EXPECT_EQ(print(unfinished.outcome), "partial timed-out");
  EXPECT_EQ(unfinished.outcome.detail, "pages 1 to 2 took too long to be recognised whole");
}

TEST(Picture, IsAScanOfOnePageOrMore) {
  FixedRecogniser recogniser;
  recogniser.add("The ferry stayed in the harbour.", 300, 700);
  recogniser.pages.emplace_back();
  recogniser.add("In spring the walrus came back to the pier.", 300, 900);
  recogniser.pictures = recogniser.pictures_said = 2;
  const Extraction got = recognise("a.png", kPng, recogniser);
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(got.document().type, "image/png");
  EXPECT_EQ(got.document().pages, 2u);
  EXPECT_TRUE(got.document().recognised);
  ASSERT_EQ(got.document().blocks.size(), 2u);
  EXPECT_EQ(got.document().blocks[1].page, 2u);
}

TEST(Picture, SaysWhatWasNotRead) {
  struct Row {
    std::size_t pictures;
    std::size_t said;
    std::string text;
    std::string outcome;
  };
  const std::vector<Row> rows{
      {0, 1, "", "failed damaged"}, {1, 1, "", "skipped no-text"}, {1, 3, "The first.", "partial damaged"}};
  for (const Row& row : rows) {
    FixedRecogniser recogniser;
    recogniser.pictures = row.pictures;
    recogniser.pictures_said = row.said;
    if (!row.text.empty()) recogniser.add(row.text, 300, 700);
    EXPECT_EQ(print(recognise("a.png", kPng, recogniser).outcome), row.outcome);
  }
  const Extraction unread = extract_bytes("a.png", kPng);
  EXPECT_EQ(print(unread.outcome), "skipped no-text-layer");
  EXPECT_EQ(unread.outcome.detail, "a picture; --ocr reads what is written on it");
}

}  // namespace
}  // namespace dossier
