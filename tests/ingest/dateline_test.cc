// When texts without markup were published: where in them a dateline is looked for.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dossier/ingest/document_builder.h"

namespace dossier {
namespace {

Block paragraph(std::string text) {
  return {.text = std::move(text)};
}
Block heading(std::string text) {
  return {.kind = BlockKind::heading, .level = 1, .text = std::move(text)};
}

const std::string kText(250, 'a');
const Block kProse = paragraph(kText + ".");

// "2012-06-05 by text:dateline"; "none".
std::string published(std::vector<Block> blocks, BuildOptions options = {},
                      const std::string& type = "text/plain", const std::string& url = "") {
  options.today = parse_partial_date("2024-06-30")->days.first;
  ExtractedDocument document{.type = type, .metadata = {.url = url}, .blocks = std::move(blocks)};
  const auto date = build_document(std::move(document), {.path = "/docs/a.txt"}, options).published;
  return date ? format_partial_date({date->days, date->precision}) + " by " + date->from : "none";
}

TEST(Dateline, StandsNearTheTop) {
  EXPECT_EQ(published({paragraph("OFFICE OF THE MAYOR"), paragraph("September 14, 1978"), kProse}),
            "1978-09-14 by text:dateline");
  EXPECT_EQ(
      published({paragraph("OFFICE OF THE MAYOR\nNEW YORK, N.Y.\nSEPTEMBER 14, 1978\nWHEREAS " + kText)}),
      "1978-09-14 by text:dateline");
  EXPECT_EQ(published({heading("上海市条例"),
                       paragraph("2017年11月23日 上海市第十四届人民代表大会常务委员会通过"), kProse}),
            "2017-11-23 by text:dateline");
  EXPECT_EQ(published({paragraph("Datum: 05.02.2021."), kProse}), "2021-02-05 by text:title");
  EXPECT_EQ(published({heading("Verordnung über Gewässer"), paragraph("vom 5. Juni 2012"), kProse}),
            "2012-06-05 by text:dateline");
  EXPECT_EQ(published({heading("Verordnung vom 5. Juni 2012 über Gewässer"),
                       paragraph("(Stand am 1. Mai 2020)"), kProse}),
            "2012-06-05 by text:title");
  std::vector<Block> far(20, kProse);
  far.push_back(paragraph("September 14, 1978"));
  far.insert(far.end(), 20, kProse);
  EXPECT_EQ(published(far), "none");
}

TEST(Dateline, IsNoLineThatWasBrokenForItsLength) {
  EXPECT_EQ(published({paragraph("The contracts of the City of New York with its employees that end on\n"
                                 "June 30, 1973\nare prolonged.")}),
            "none");
  EXPECT_EQ(published({kProse, kProse, kProse, paragraph("one\ntwo\nthe order\nof June 30, 1973")}), "none");
}

TEST(Dateline, IsNoPartOfASentence) {
  EXPECT_EQ(published({paragraph("On 5 June 2012 the Council adopted a programme that all members had long "
                                 "asked for, and that it had twice put off.")}),
            "none");
}

TEST(Dateline, StandsAtTheFootIfItSaysSo) {
  std::vector<Block> blocks(12, kProse);
  blocks.push_back(paragraph("Press office\nPublished on 5 June 2012"));
  EXPECT_EQ(published(blocks), "2012-06-05 by text:foot");
  blocks.back() = paragraph("Press office\n5 June 2012");
  EXPECT_EQ(published(blocks), "none");
}

TEST(Dateline, IsNotLookedForInPages) {
  EXPECT_EQ(published({paragraph("September 14, 1978"), kProse}, {}, "text/html"), "none");
}

TEST(Dateline, IsOneSourceOfSeveral) {
  const std::vector<Block> blocks{paragraph("September 14, 1978"), kProse};
  const std::string url = "https://example.org/2013/05/24/a/";
  EXPECT_EQ(published(blocks, {.published_from = "text"}, "text/plain", url), "1978-09-14 by text:title");
  EXPECT_EQ(published(blocks, {.published_from = "url"}, "text/plain", url), "2013-05-24 by url");
  EXPECT_EQ(published(blocks, {.published_from = "file-name"}, "text/plain", url), "none");
  EXPECT_EQ(published({kProse}, {}, "text/html", url), "2013-05-24 by url");
}

TEST(Dateline, PutsUpWithAnyText) {
  for (const std::string& text :
       {std::string(), std::string(100'000, '\n'), std::string(5'000'000, '1'), std::string("\n \n1 \n"),
        std::string("čččč 1990 ") + std::string(3000, 'x')}) {
    EXPECT_EQ(published({paragraph(text), paragraph(text), heading(text)}), "none");
  }
  EXPECT_EQ(published({}), "none");
}

}  // namespace
}  // namespace dossier
