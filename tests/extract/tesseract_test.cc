// Scans read by Tesseract itself, in a confined worker.
#include <algorithm>

#include "support/drawn_letters.h"
#include "support/pdf_builder.h"
#include "worker_fixture.h"

namespace dossier {
namespace {

class Tesseract : public WorkerTest {
 protected:
  WorkerOptions reading(const std::string& languages) const {
    WorkerOptions options = that("honest");
    options.recognition = {.wanted = true, .languages = languages};
    return options;
  }
};

TEST_F(Tesseract, ReadsPagesOfPdfAndPictures) {
  Worker worker(reading("eng"));
  const std::string pdf = PdfBuilder()
                              .page(draw_strokes(72, 600, "THE WHALE FLEET"))
                              .page(draw_strokes(72, 600, "WENT AWAY"))
                              .build();
  const Extraction scan = run(worker, "a.pdf", pdf);
  EXPECT_EQ(print(scan.outcome), "ok");
  const std::string text = print(scan.document().blocks);
  EXPECT_NE(text.find("THE WHALE FLEET"), std::string::npos) << text;
  EXPECT_NE(text.find("WENT AWAY"), std::string::npos) << text;

  const std::vector<FormatDescription> formats = worker.formats();
  const auto image = std::find_if(formats.begin(), formats.end(),
                                  [](const FormatDescription& format) { return format.name == "image"; });
  ASSERT_NE(image, formats.end());
  EXPECT_TRUE(image->is_read);
  EXPECT_EQ(print(run(worker, "a.tiff", image->sample).document().blocks), "p " + std::string(sample_words));

  ASSERT_TRUE(worker.recognition());
  EXPECT_EQ(worker.recognition()->library.substr(0, 10), "tesseract ");
  EXPECT_EQ(worker.recognition()->languages, "eng");
  EXPECT_EQ(worker.recognition()->problem, "");
  ASSERT_TRUE(worker.confinement());
  EXPECT_EQ(worker.confinement()->system_calls, true);
}

TEST_F(Tesseract, IsNotLoadedUnasked) {
  Worker worker(that("honest"));
  EXPECT_EQ(print(run(worker, "a.pdf", PdfBuilder().page(draw_strokes(72, 600, "WHALE")).build()).outcome),
            "skipped no-text-layer");
  EXPECT_FALSE(worker.recognition());
}

TEST_F(Tesseract, SaysWhichLanguageItLacks) {
  Worker worker(reading("eng+klingon"));
  EXPECT_EQ(print(run(worker, "a.pdf", PdfBuilder().page(draw_strokes(72, 600, "WHALE")).build()).outcome),
            "skipped no-text-layer");
  ASSERT_TRUE(worker.recognition());
  EXPECT_NE(worker.recognition()->problem.find("cannot load the languages eng+klingon"), std::string::npos)
      << worker.recognition()->problem;
}

TEST_F(Tesseract, SurvivesPicturesThatAreBroken) {
  Worker worker(reading("eng"));
  const std::vector<FormatDescription> formats = worker.formats();
  const auto image = std::find_if(formats.begin(), formats.end(),
                                  [](const FormatDescription& format) { return format.name == "image"; });
  ASSERT_NE(image, formats.end());
  const std::string whole = image->sample;
  for (const std::size_t size : {9U, 30U, 100U, 200U})
    EXPECT_EQ(print(run(worker, "a.tiff", whole.substr(0, size)).outcome), "failed damaged") << size;
  std::string vast = whole;
  vast.replace(18, 4, "\xFF\xFF\xFF\x7F");  // its width
  EXPECT_EQ(print(run(worker, "a.tiff", vast).outcome), "failed damaged");
}

}  // namespace
}  // namespace dossier
