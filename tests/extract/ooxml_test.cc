// What is read of PowerPoint's presentations and Excel's workbooks, made here.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

std::string relationships(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string xml = "<Relationships>";
  for (const auto& [type, target] : rows)
    xml +=
        "<Relationship Id='" + target + "' Type='http://example.org/" + type + "' Target='" + target + "'/>";
  return xml + "</Relationships>";
}

std::string shape(std::string_view placeholder, std::string_view paragraphs) {
  return "<p:sp><p:nvSpPr><p:nvPr>" + std::string(placeholder) + "</p:nvPr></p:nvSpPr><p:txBody>" +
         std::string(paragraphs) + "</p:txBody></p:sp>";
}

std::string paragraph(std::string_view text) {
  return "<a:p><a:r><a:t>" + std::string(text) + "</a:t></a:r></a:p>";
}

TEST(Pptx, HasASlideAPageInTheirOrder) {
  const Extraction got = extract_bytes(
      "a",
      zip_file(
          {{"ppt/presentation.xml",
            "<p:presentation><p:sldIdLst><p:sldId id='256' r:id='slides/second.xml'/><p:sldId id='257' "
            "r:id='slides/first.xml'/></p:sldIdLst></p:presentation>"},
           {"ppt/_rels/presentation.xml.rels",
            relationships({{"slide", "slides/first.xml"}, {"slide", "slides/second.xml"}})},
           {"ppt/slides/first.xml",
            "<p:sld>" + shape("<p:ph type='sldNum'/>", paragraph("2")) + "<a:tbl><a:tr><a:tc><a:txBody>" +
                paragraph("State") + "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph("Vote") +
                "</a:txBody></a:tc></a:tr></a:tbl><mc:AlternateContent><mc:Choice>" +
                shape("", paragraph("A shape")) + "</mc:Choice><mc:Fallback>" +
                shape("", paragraph("A shape")) + "</mc:Fallback></mc:AlternateContent></p:sld>"},
           {"ppt/slides/second.xml",
            "<p:sld>" +
                shape("<p:ph idx='1'/>", paragraph("A point") +
                                             "<a:p><a:r><a:t>Two</a:t></a:r><a:br/><a:r><a:t>"
                                             "lines</a:t></a:r></a:p>") +
                shape("<p:ph type='ctrTitle'/>", paragraph("The title")) + "</p:sld>"},
           {"ppt/slides/_rels/second.xml.rels", relationships({{"notesSlide", "../notesSlides/n.xml"}})},
           {"ppt/notesSlides/n.xml", "<p:notes>" + shape("<p:ph type='sldImg'/>", "") +
                                         shape("<p:ph type='body'/>", paragraph("Say this.")) +
                                         "</p:notes>"}}));
  const ExtractedDocument document = got.document();
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(document.type, "application/vnd.openxmlformats-officedocument.presentationml.presentation");
  EXPECT_EQ(print(document.blocks),
            "h1 The title\nli A point\nli Two\\nlines\nli Say this.\ntr State | Vote\np A shape");
  EXPECT_EQ(document.pages, 2U);
  EXPECT_EQ(document.blocks.at(3).page, 1U);
  EXPECT_EQ(document.blocks.at(4).page, 2U);
  EXPECT_EQ(document.metadata.title, "The title");
}

Extraction workbook(std::string_view rows, std::string_view properties = "") {
  return extract_bytes(
      "a",
      zip_file(
          {{"xl/workbook.xml",
            "<workbook>" + std::string(properties) +
                "<sheets><sheet name='Votes' r:id='worksheets/s.xml'/></sheets></workbook>"},
           {"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "worksheets/s.xml"},
                                                         {"sharedStrings", "sharedStrings.xml"},
                                                         {"styles", "styles.xml"}})},
           {"xl/sharedStrings.xml",
            "<sst><si><t>State</t></si><si><r><t>Rich "
            "</t></r><r><t>text</t></r><rPh><t>reading</t></rPh></si>"
            "</sst>"},
           {"xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-409]d/m/yy h:mm;@'/><numFmt "
            "numFmtId='165' formatCode='&quot;days &quot;0.0'/></numFmts><cellStyleXfs><xf numFmtId='14'/>"
            "</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf "
            "numFmtId='10'/><xf numFmtId='165'/><xf numFmtId='20'/></cellXfs></styleSheet>"},
           {"xl/worksheets/s.xml",
            "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"}}));
}

TEST(Xlsx, HasSheetsAsHeadingsAndRowsAsTheyAreShown) {
  struct Row {
    std::string_view cells;
    std::string_view shown;
  };
  const std::vector<Row> rows{
      {"<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>99</v></c>", "State | Rich text"},
      {"<c t='inlineStr'><is><t>Inline</t></is></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>",
       "Inline | TRUE | #N/A"},
      {"<c><f>1+1</f><v>2</v></c><c t='str'><f>A1</f><v>result</v></c>", "2 | result"},
      {"<c><v>0.30000000000000004</v></c><c><v>1234567</v></c><c><v>-1E-3</v></c><c><v>x</v></c>",
       "0.3 | 1234567 | -0.001 | x"},
      {"<c s='1'><v>41418</v></c><c s='2'><v>41418.5</v></c><c s='3'><v>0.125</v></c><c s='4'><v>7</v></c><c "
       "s='5'>"
       "<v>0.75</v></c>",
       "2013-05-24 | 2013-05-24 12:00 | 12.5% | 7 | 18:00"},
      {"<c s='1'><v>1</v></c><c s='1'><v>61</v></c><c s='1'><v>-5</v></c><c s='1'><v>1e300</v></c><c "
       "s='77'><v>8</v></c>",
       "1900-01-01 | 1900-03-01 | -5 | 1e+300 | 8"},
      {"<c t='d'><v>2013-05-24T10:00:00</v></c>", "2013-05-24"},
  };
  for (const auto& [cells, shown] : rows) {
    const Extraction got = workbook("<row>" + std::string(cells) + "</row>");
    EXPECT_EQ(print(got.document().blocks), "h1 Votes\ntr " + std::string(shown));
    EXPECT_EQ(print(got.outcome), "ok");
  }
  EXPECT_EQ(
      print(workbook("<row><c s='1'><v>39956</v></c></row>", "<workbookPr date1904='1'/>").document().blocks),
      "h1 Votes\ntr 2013-05-24");
}

}  // namespace
}  // namespace dossier
