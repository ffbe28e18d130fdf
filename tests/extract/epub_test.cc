// What is read of EPUB books, made here.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

std::string page(std::string_view content) {
  return "<?xml version='1.0'?><html "
         "xmlns='http://www.w3.org/1999/xhtml'><head><title></title></head><body>" +
         std::string(content) + "</body></html>";
}

ZipMembers book(std::string_view metadata, std::string_view manifest, std::string_view spine,
                const ZipMembers& parts) {
  ZipMembers all{{"mimetype", "application/epub+zip"},
                 {"META-INF/container.xml",
                  "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"},
                 {"OPS/book.opf", "<package><metadata>" + std::string(metadata) + "</metadata><manifest>" +
                                      std::string(manifest) + "</manifest><spine>" + std::string(spine) +
                                      "</spine></package>"}};
  all.insert(all.end(), parts.begin(), parts.end());
  return all;
}

std::string item(std::string_view id, std::string_view href) {
  return "<item id='" + std::string(id) + "' href='" + std::string(href) +
         "' media-type='application/xhtml+xml'/>";
}

std::string itemref(std::string_view id) {
  return "<itemref idref='" + std::string(id) + "'/>";
}

TEST(Epub, HasItsChaptersInTheOrderOfTheSpine) {
  const Extraction got = extract_bytes(
      "a", zip_file(book(
               "<dc:title>The <i>book</i></dc:title><dc:creator>N. N.</dc:creator><dc:creator>M. M."
               "</dc:creator><dc:language>fr</dc:language><dc:publisher>A press</dc:publisher>"
               "<dc:description>Of ferries.</dc:description><dc:identifier>urn:uuid:1f0c</dc:identifier>"
               "<dc:identifier>978-0</dc:identifier><dc:contributor>T. T.</dc:contributor><dc:date>2013-05"
               "</dc:date><dc:date opf:event='modification'>2014</dc:date><meta property='dcterms:modified'>"
               "2015-01-01T00:00:00Z</meta>",
               item("two", "two.xhtml") + item("one", "text/one%20a.xhtml#start") + item("x", "x.xhtml"),
               itemref("one") + itemref("two") + itemref("one") + itemref("nothing"),
               {{"OPS/x.xhtml", page("<p>Not in the spine.</p>")},
                {"OPS/two.xhtml", page("<h1>Two</h1><p>Of it.</p>")},
                {"OPS/text/one a.xhtml", page("<h1>One</h1><ul><li>Item</li></ul>")}})));
  const ExtractedDocument document = got.document();
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(document.blocks), "h1 One\nli Item\nh1 Two\np Of it.");
  EXPECT_EQ(document.type, "application/epub+zip");
  EXPECT_EQ(document.metadata.author, "N. N., M. M.");
  EXPECT_EQ(print(document.apart), "p N. N.\np M. M.\np Of ferries.\np 978-0\np T. T.");
  EXPECT_EQ(document.metadata.language, "fr");
  EXPECT_EQ(document.metadata.source, "A press");
  EXPECT_EQ(print(document.metadata.dates),
            "epub:date: 2013-05\nepub:modified: 2014\nepub:modified: 2015-01-01T00:00:00Z");
}

TEST(Epub, HasTheTitlesOfItsChaptersAsHeadings) {
  const auto blocks = [](std::string_view chapter) {
    return print(extract_bytes("a", zip_file(book("<dc:title>The book</dc:title>", item("a", "a.xhtml"),
                                                  itemref("a"), {{"OPS/a.xhtml", std::string(chapter)}})))
                     .document()
                     .blocks);
  };
  EXPECT_EQ(blocks("<title>One</title><h1>One</h1><p>Text.</p>"), "h1 One\np Text.");
  EXPECT_EQ(blocks("<title>One</title><p>Text.</p>"), "h1 One\np Text.");
  EXPECT_EQ(blocks("<title>One</title><p>ONE</p><p>Text.</p>"), "h1 One\np Text.");
  EXPECT_EQ(blocks("<title>The book</title><p>goes on.</p>"), "p goes on.");
  EXPECT_EQ(blocks("<title>Plate</title><h2>Figures</h2><p>Text.</p>"), "h2 Figures\np Text.");
  EXPECT_EQ(blocks("<title>Cover</title><img src='a.png'/>"), "");
}

TEST(Epub, ThatIsBrokenGivesTheChaptersThatAreThere) {
  const std::vector<std::pair<ZipMembers, std::string>> rows{
      {book("", item("a", "a.xhtml") + item("b", "../../../etc/passwd") + item("c", "missing.xhtml"),
            itemref("a") + itemref("b") + itemref("c"), {{"OPS/a.xhtml", page("<p>Here.</p>")}}),
       "../../../etc/passwd: it is missing; and 1 more"},
      {book("", item("a", "a.xhtml") + item("b", "b.xhtml"), itemref("b") + itemref("a"),
            {{"OPS/a.xhtml", "<p>Here.<br>&nbsp;<b>"}}),
       "OPS/b.xhtml: it is missing"},
  };
  for (const auto& [members, detail] : rows) {
    const Extraction got = extract_bytes("a.epub", zip_file(members));
    EXPECT_EQ(print(got.outcome), "partial damaged");
    EXPECT_EQ(got.outcome.detail, detail);
    EXPECT_EQ(print(got.document().blocks), "p Here.");
  }
  const Extraction none = extract_bytes("a.epub", zip_file({{"mimetype", "application/epub+zip"}}));
  EXPECT_EQ(print(none.outcome), "failed damaged");
  EXPECT_EQ(none.outcome.detail, "it has no package document");
}

TEST(Epub, ThatNeedsALicenceIsSkipped) {
  const auto protection = [](std::string_view part) {
    return std::pair<std::string, std::string>(
        "META-INF/encryption.xml", "<encryption><EncryptedData><CipherData><CipherReference URI='" +
                                       std::string(part) + "'/></CipherData></EncryptedData></encryption>");
  };
  const auto extracted = [&](std::string_view part) {
    return extract_bytes("a", zip_file(book("<dc:title>T</dc:title>", item("a", "a.xhtml"), itemref("a"),
                                            {{"OPS/a.xhtml", page("<p>Text.</p>")}, protection(part)})));
  };
  EXPECT_EQ(print(extracted("OPS/a.xhtml").outcome), "skipped encrypted");
  // Fonts are often hidden in books that everybody can read.
  EXPECT_EQ(print(extracted("OPS/font.otf").outcome), "ok");
}

}  // namespace
}  // namespace dossier
