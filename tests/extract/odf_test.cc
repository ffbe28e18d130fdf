// What is read of OpenDocument files. Packages are made here, of XML with no more in it than a case needs.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

std::string content(std::string_view kind, std::string_view inner) {
  return "<?xml version='1.0'?><office:document-content><office:body><office:" + std::string(kind) + ">" +
         std::string(inner) + "</office:" + std::string(kind) + "></office:body></office:document-content>";
}

Extraction extracted(std::string_view kind, std::string_view inner, const ZipMembers& parts = {}) {
  ZipMembers all{{"mimetype", "application/vnd.oasis.opendocument." + std::string(kind)},
                 {"content.xml", content(kind, inner)}};
  all.insert(all.end(), parts.begin(), parts.end());
  return extract_bytes("a", zip_file(all));
}

std::string text_blocks(std::string_view inner, const ZipMembers& parts = {}) {
  return print(extracted("text", inner, parts).document().blocks);
}

TEST(Odt, IsReadAsHeadingsParagraphsAndLists) {
  const ZipMembers styles{
      {"styles.xml",
       "<office:document-styles><style:style style:name='Title'/><style:style style:name='Heading_20_2' "
       "style:default-outline-level='2'/><style:style style:name='Own' "
       "style:parent-style-name='Heading_20_2'/>"
       "<style:style style:name='Loop' style:parent-style-name='Loop'/></office:document-styles>"}};
  EXPECT_EQ(text_blocks(
                "<text:p text:style-name='Title'>Report</text:p><text:h text:outline-level='1'>One</text:h>"
                "<text:p text:style-name='Own'>Styled</text:p><text:p text:style-name='Loop'>Pl<text:span>ai"
                "</text:span>n<text:s text:c='2000000000'/>text<text:tab/>and<text:line-break/>more \n  lines"
                "</text:p><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
                "<text:list><text:list-item><text:h text:outline-level='3'>Numbered</text:h></text:list-item>"
                "</text:list>",
                styles),
            "h1 Report\nh1 One\nh2 Styled\np Plain text and\\nmore lines\nli Item\nh3 Numbered");
}

TEST(Odt, HasNotesCommentsAndBoxesBehindTheParagraph) {
  EXPECT_EQ(text_blocks(
                "<text:p>It was<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
                "A note.</text:p></text:note-body></text:note> agreed<office:annotation><dc:creator>N. N."
                "</dc:creator><dc:date>2013-05-24</dc:date><text:p>A comment.</text:p></office:annotation>."
                "<draw:frame><svg:title>alternative</svg:title><draw:text-box><text:p>A caption</text:p>"
                "</draw:text-box></draw:frame></text:p><text:p>Next.</text:p>"),
            "p It was agreed.\np A note.\np A comment.\np alternative\np A caption\np Next.");
}

TEST(Odt, LeavesOutWhatIsNotShown) {
  EXPECT_EQ(text_blocks(
                "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>N."
                "</dc:creator><text:p>Why</text:p></office:change-info><text:p>Deleted.</text:p><text:h "
                "text:outline-level='1'>Heading</text:h></text:deletion></text:changed-region></"
                "text:tracked-changes><text:p>Kept"
                "<text:change text:change-id='c'/>.</text:p><text:section text:display='none'><text:p>Hidden."
                "</text:p></text:section><text:p>A <text:ruby><text:ruby-base>base</text:ruby-base>"
                "<text:ruby-text>aside</text:ruby-text></text:ruby><text:span text:style-name='H'> hidden"
                "</text:span>.</text:p><text:p><draw:frame><draw:image><office:binary-data>iVBORw0KGgo="
                "</office:binary-data></draw:image></draw:frame></text:p>",
                {{"styles.xml",
                  "<s><style:style style:name='H'><style:text-properties text:display='none'/>"
                  "</style:style></s>"}}),
            "p Kept.\np A base.");
}

TEST(Odt, SaysApartWhereItsLinksLead) {
  const ExtractedDocument document =
      extracted("text",
                "<text:p>See <text:a xlink:href='https://example.org/a'>here</text:a>, "
                "<text:a xlink:href='#top'>above</text:a> and <text:title>a field</text:title>.</text:p>")
          .document();
  EXPECT_EQ(print(document.blocks), "p See here, above and a field.");
  EXPECT_EQ(print(document.apart), "li https://example.org/a");
}

TEST(Odt, HasTablesRowByRowAndIgnoresHowOftenTheyRepeat) {
  EXPECT_EQ(
      text_blocks("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>State"
                  "</text:p></table:table-cell><table:table-cell><text:p>Vote</text:p></table:table-cell>"
                  "</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="
                  "'1000000000'><table:table-cell table:number-columns-repeated='1000000'><text:p>r</text:p>"
                  "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"),
      "tr State | Vote\ntr r");
}

TEST(Odt, TellsWhatStandsAroundPagesOnceAtTheEnd) {
  EXPECT_EQ(text_blocks("<text:p>Text.</text:p>",
                        {{"styles.xml",
                          "<s><office:master-styles><style:master-page><style:header><text:p>Ministry"
                          "</text:p></style:header><style:footer><text:p>Page <text:page-number>3"
                          "</text:page-number></text:p></style:footer></style:master-page>"
                          "<style:master-page><style:header><text:p>Ministry</text:p></style:header>"
                          "</style:master-page></office:master-styles></s>"}}),
            "p Text.\np Ministry\np Page");
}

TEST(Ods, HasSheetsAsHeadingsAndDaysAsSuch) {
  EXPECT_EQ(
      print(extracted(
                "spreadsheet",
                "<table:table table:name='Votes'><table:table-row><table:table-cell><text:p>State</text:p>"
                "</table:table-cell><table:table-cell office:value-type='date' office:date-value="
                "'2013-06-05T10:00:00'><text:p>05/06/13</text:p></table:table-cell><table:table-cell "
                "office:value='1234.5'><text:p>1,234.50</text:p></table:table-cell></table:table-row>"
                "</table:table>")
                .document()
                .blocks),
      "h1 Votes\ntr State | 2013-06-05 | 1,234.50");
}

TEST(Odp, HasASlideAPage) {
  const ExtractedDocument document =
      extracted(
          "presentation",
          "<draw:page><draw:frame presentation:class='title'><draw:text-box><text:p>The title</text:p>"
          "</draw:text-box></draw:frame><draw:custom-shape><text:p>A shape</text:p></draw:custom-shape>"
          "<presentation:notes><draw:frame><draw:text-box><text:p>A "
          "note</text:p></draw:text-box></draw:frame>"
          "</presentation:notes></draw:page><draw:page><draw:frame><draw:text-box><text:list><text:list-item>"
          "<text:p>Point</text:p></text:list-item></text:list></draw:text-box></draw:frame></draw:page>")
          .document();
  EXPECT_EQ(print(document.blocks), "h1 The title\np A shape\np A note\nli Point");
  EXPECT_EQ(document.pages, 2U);
  EXPECT_EQ(document.blocks.at(2).page, 1U);
  EXPECT_EQ(document.blocks.at(3).page, 2U);
}

TEST(Odf, SaysWhatItIs) {
  const ExtractedDocument document =
      extracted(
          "text", "<text:p>Text.</text:p>",
          {{"meta.xml",
            "<office:document-meta><office:meta><meta:creation-date>2013-05-24T10:00:00</meta:creation-date>"
            "<dc:creator>Last</dc:creator><meta:initial-creator>First</meta:initial-creator><dc:title>A title"
            "</dc:title><dc:subject>Trade</dc:subject><meta:keyword>grain</meta:keyword><meta:keyword>oil"
            "</meta:keyword><dc:description>Generated by a "
            "program</dc:description><dc:language>fr</dc:language><dc:date>2014-01-02</dc:date></office:meta>"
            "</office:document-meta>"}})
          .document();
  EXPECT_EQ(document.type, "application/vnd.oasis.opendocument.text");
  EXPECT_EQ(document.metadata.title, "A title");
  EXPECT_EQ(document.metadata.author, "First");
  EXPECT_EQ(document.metadata.language, "fr");
  EXPECT_EQ(print(document.metadata.dates), "odt:created: 2013-05-24T10:00:00\nodt:modified: 2014-01-02");
  EXPECT_EQ(print(document.apart), "p Trade\np grain\np oil");
}

TEST(Odf, ThatNeedsAPasswordIsSkipped) {
  const Extraction got = extracted(
      "text", "<text:p>noise</text:p>",
      {{"META-INF/manifest.xml",
        "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/>"
        "</manifest:file-entry></manifest:manifest>"}});
  EXPECT_EQ(print(got.outcome), "skipped encrypted");
  EXPECT_TRUE(got.documents.empty());
}

TEST(Odf, IsReadAsOneFileToo) {
  const Extraction got = extract_bytes("a.fodt",
                                       "<?xml version='1.0'?><office:document "
                                       "xmlns:office='o'><office:meta><dc:title>Flat</dc:title></office:meta>"
                                       "<office:master-styles><style:header><text:p>Ministry</text:p></"
                                       "style:header></office:master-styles><office:body>"
                                       "<office:text><text:h text:outline-level='1'>One</text:h><text:p>The "
                                       "<text:title>Flat</text:title> text.</text:p>"
                                       "</office:text></office:body></office:document>");
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(got.document().metadata.title, "Flat");
  EXPECT_EQ(print(got.document().blocks), "h1 One\np The Flat text.\np Ministry");
}

}  // namespace
}  // namespace dossier
