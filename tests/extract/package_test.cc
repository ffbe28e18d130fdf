// Packages and XML that are broken, or made to break their reader.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

std::string body(std::string_view content, std::string_view doctype = "") {
  return "<?xml version='1.0' encoding='UTF-8'?>" + std::string(doctype) +
         "<w:document xmlns:w='w'><w:body>" + std::string(content) + "</w:body></w:document>";
}

std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

Extraction extracted(std::string_view document, const ExtractionLimits& limits = {}) {
  return extract_bytes("a.docx", zip_file({{"word/document.xml", std::string(document)}}), limits);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Package, ThatIsCutIsReadFromTheFront) {
  const std::string whole = zip_file({{"word/document.xml", body(paragraph("First.") + paragraph("Second."))},
                                      {"word/media/image1.png", std::string(1000, 'x')}});
  // The directory at the end is gone.
  Extraction got = extract_bytes("a.docx", whole.substr(0, whole.find("PK\x01\x02")));
  EXPECT_EQ(print(got.document().blocks), "p First.\np Second.");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  // The document itself is cut.
  got = extract_bytes("a.docx", whole.substr(0, whole.find("Second")));
  EXPECT_EQ(print(got.document().blocks), "p First.");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  // Nothing of it is left.
  got = extract_bytes("a.docx", whole.substr(0, 40));
  EXPECT_EQ(print(got.outcome), "failed damaged");
  EXPECT_EQ(got.outcome.detail, "no part of it can be read");
  EXPECT_TRUE(got.documents.empty());
}

TEST(Package, WithoutItsMainPartHasFailed) {
  const Extraction got = extract_bytes("a.docx", zip_file({{"[Content_Types].xml", "<Types/>"}}));
  EXPECT_EQ(print(got.outcome), "failed damaged");
  EXPECT_EQ(got.outcome.detail, "it has no main part");
}

TEST(Package, WithAWrongChecksumIsReadAndReported) {
  std::string zip = zip_file({{"word/document.xml", body(paragraph("Text."))}});
  zip[zip.find("Text.")] = 'N';
  const Extraction got = extract_bytes("a.docx", zip);
  EXPECT_EQ(print(got.document().blocks), "p Next.");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_EQ(got.outcome.detail, "word/document.xml: it is cut or damaged");
}

TEST(Package, IsReadWhateverItsOtherMembersAre) {
  ZipMembers members{{"word/document.xml", body(paragraph("Text."))}};
  for (int i = 0; i < 20'000; ++i) members.emplace_back("word/x" + std::to_string(i) + ".xml", "<x/>");
  members.emplace_back("../../../evil", "evil");
  members.emplace_back("/etc/evil", "evil");
  members.emplace_back("a/", "");
  members.emplace_back("", "evil");
  const Extraction got = extract_bytes("a.docx", zip_file(members));
  EXPECT_EQ(print(got.document().blocks), "p Text.");
  EXPECT_EQ(print(got.outcome), "ok");
}

TEST(Xml, ThatIsCutOrBrokenGivesWhatCanBeRead) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<w:document><w:body>" + paragraph("First.") + "<w:p><w:r><w:t>Sec", "p First.\np Sec"},
      {body(paragraph("First.") + "<w:p><w:r><w:t>A & B < C</w:r></w:p>" + paragraph("Last.")),
       "p First.\np A B C\np Last."},
      {body(paragraph("An &entity; here.")), "p An here."},
      {body(paragraph("A caf\xE9 of another charset.")), "p A café of another charset."},
      {body(paragraph(std::string("A\x01") + std::string(1, '\0') + "B &#0;&#x1F;C")), "p A B C"},
  };
  for (const auto& [document, expected] : rows) {
    const Extraction got = extracted(document);
    EXPECT_EQ(print(got.document().blocks), expected) << document;
  }
  EXPECT_EQ(print(extracted("no XML at all").outcome), "failed damaged");
}

TEST(Xml, LoadsAndExpandsNothing) {
  const std::vector<std::string> doctypes{
      "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
      "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd' [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
      "<!DOCTYPE d [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;&b;'>]>"};
  for (const std::string& doctype : doctypes) {
    const Extraction got = extracted(body(
        paragraph("Before &e; after.") + "<xi:include href='file:///etc/passwd' parse='text'/>", doctype));
    EXPECT_EQ(print(got.document().blocks), "p Before after.") << doctype;
  }
}

TEST(Xml, IsBoundedInDepthAndWidth) {
  // More nested than any document: what came before is kept.
  Extraction got = extracted(body(paragraph("Before.") + repeated("<w:sdt>", 300'000)));
  EXPECT_EQ(print(got.document().blocks), "p Before.");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  std::string crowded = "<w:p";
  for (int i = 0; i < 200'000; ++i) crowded += " a" + std::to_string(i) + "=''";
  got = extracted(body(paragraph("Before.") + crowded + "/>"));
  EXPECT_EQ(print(got.document().blocks), "p Before.");
  EXPECT_EQ(got.outcome.detail, "word/document.xml: a tag with too many attributes");
  // Wide is no harm.
  got = extracted(body(paragraph("Before.") + "<w:tbl>" +
                       repeated("<w:tr><w:tc><w:p/></w:tc></w:tr>", 100'000) + "</w:tbl>" +
                       repeated("<!-- a='b' > -->", 1000) + paragraph("After.")));
  EXPECT_EQ(print(got.document().blocks), "p Before.\np After.");
  EXPECT_EQ(print(got.outcome), "ok");
}

TEST(Package, GivesNoMoreTextThanItMay) {
  const Extraction got = extracted(body(repeated(paragraph("Words of it."), 1000)), {.text_bytes = 50});
  EXPECT_EQ(print(got.document().blocks),
            "p Words of it.\np Words of it.\np Words of it.\np Words of it.\np Wo");
  EXPECT_EQ(print(got.outcome), "partial too-large");
}

}  // namespace
}  // namespace dossier
