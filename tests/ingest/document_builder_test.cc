// What becomes of a file's own word about itself.
#include "dossier/ingest/document_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/core/hash.h"

namespace dossier {
namespace {

const Day kToday = parse_partial_date("2024-06-30")->days.first;
constexpr std::string_view kGerman =
    "Die Bundesregierung hat beschlossen, die Verhandlungen über den Vertrag fortzusetzen und dem Bundestag "
    "zu "
    "berichten.";

ExtractedDocument extracted(RawMetadata metadata, std::string_view text = "text", std::string member = {}) {
  ExtractedDocument document{
      .member = std::move(member), .type = "text/plain", .metadata = std::move(metadata), .blocks = {}};
  document.blocks.push_back({.text = std::string(text)});
  return document;
}

Document build(ExtractedDocument document, const std::string& path = "/docs/a.txt",
               BuildOptions options = {}) {
  options.today = kToday;
  return build_document(std::move(document), {.path = path, .size = 4, .modified_ns = 0}, options);
}

TEST(DocumentBuilder, TakesTheTitleOrTheNameOfTheFile) {
  const auto title = [](std::string raw, const std::string& path) {
    return build(extracted({.title = std::move(raw)}), path).title;
  };
  EXPECT_EQ(title("  Peace \n in\tKosovo ", "/docs/a.txt"), "Peace in Kosovo");
  EXPECT_EQ(title("", "/docs/QAT_63_2008.txt"), "QAT_63_2008");
  EXPECT_EQ(title(" \u00A0", "/docs/archive.tar.gz"), "archive.tar");
  EXPECT_EQ(title("", "/docs/.profile"), ".profile");
  EXPECT_EQ(title("", "/docs/README"), "README");
  EXPECT_EQ(title("", "/docs/caf\xE9.txt"), "caf\uFFFD");
  EXPECT_EQ(title(std::string(5000, 'x'), "/docs/a.txt").size(), 1000U);
}

TEST(DocumentBuilder, TakesTheIdOrADigestOfPathAndMember) {
  const Document record = build(extracted({.id = " speech  1 "}, "text", "//1"), "/docs/a.jsonl");
  EXPECT_EQ(record.id, "speech 1");
  EXPECT_EQ(record.title, "speech 1") << "a record without a title is called by its id";
  const std::string of_file = build(extracted({}), "/docs/a.txt").id;
  EXPECT_EQ(of_file, hash_hex("/docs/a.txt").substr(0, 12));
  EXPECT_EQ(build(extracted({.title = "other"}, "other"), "/docs/a.txt").id, of_file);
  EXPECT_NE(build(extracted({}), "/docs/b.txt").id, of_file);
  EXPECT_EQ(build(extracted({}, "text", "//3"), "/docs/a.jsonl").id,
            hash_hex("/docs/a.jsonl//3").substr(0, 12));
  EXPECT_EQ(build(extracted({}, "text", "//3"), "/docs/a.jsonl").title, "a");
}

TEST(DocumentBuilder, KnowsTheLanguageFromTheOptionTheFileOrTheText) {
  const auto language = [](std::string declared, std::string option = {}) {
    return build(extracted({.language = std::move(declared)}, kGerman), "/docs/a.txt",
                 {.language = std::move(option)})
        .language;
  };
  EXPECT_EQ(language(""), "de");
  EXPECT_EQ(language("fr-CA"), "fr");
  EXPECT_EQ(language("?"), "de");
  EXPECT_EQ(language("fr-CA", "sr"), "sr");
  EXPECT_EQ(build(extracted({}, "1 2 3")).language, "");
}

TEST(DocumentBuilder, DatesADocumentByTheFirstClaimThatHolds) {
  const auto published = [](std::vector<std::pair<std::string, std::string>> claims, const std::string& path,
                            std::string only = {}, std::string member = {}) {
    const Document document = build(extracted({.dates = std::move(claims)}, "text", std::move(member)), path,
                                    {.published_from = std::move(only)});
    if (!document.published) return std::string("none");
    return format_partial_date({document.published->days, document.published->precision}) + " by " +
           document.published->from;
  };
  const std::pair<std::string, std::string> page{"html:json-ld", "2013-05-24T10:00Z"};
  const std::pair<std::string, std::string> front{"front-matter:date", "2012-01"};
  const std::pair<std::string, std::string> future{"html:meta", "2031-01-01"};
  EXPECT_EQ(published({page, front}, "/docs/a.html"), "2013-05-24 by html:json-ld");
  EXPECT_EQ(published({future, front}, "/docs/a.html"), "2012-01 by front-matter:date");
  EXPECT_EQ(published({page, front}, "/docs/a.html", "front-matter"), "2012-01 by front-matter:date");
  EXPECT_EQ(published({page, front}, "/docs/2011-02-03.html", "jsonl"), "none");
  EXPECT_EQ(published({}, "/docs/2011-02-03 speech.txt"), "2011-02-03 by file-name");
  EXPECT_EQ(published({page}, "/docs/2011-02-03 speech.txt"), "2013-05-24 by html:json-ld");
  EXPECT_EQ(published({page}, "/docs/2011-02-03 speech.txt", "file-name"), "2011-02-03 by file-name");
  EXPECT_EQ(published({}, "/2011-02-03/speech.txt"), "none") << "folders do not date a file";
  EXPECT_EQ(published({}, "/docs/2011-02-03.jsonl", "", "//1"), "none") << "nor a file its members";
}

TEST(DocumentBuilder, TakesASourceThatIsAnAddressForTheAddress) {
  const auto from = [](std::string source, std::string url) {
    const Document document = build(extracted({.source = std::move(source), .url = std::move(url)}));
    return document.source + " | " + document.url;
  };
  EXPECT_EQ(from("United  Nations", "https://un.org/a"), "United Nations | https://un.org/a");
  EXPECT_EQ(from("", "https://www.UN.org:443/en/?q=1#x"), "un.org | https://www.UN.org:443/en/?q=1#x");
  EXPECT_EQ(from("https://press.un.org/en/1", ""), "press.un.org | https://press.un.org/en/1");
  EXPECT_EQ(from("https://press.un.org/en/1", "http://me@example.org/a"),
            "example.org | http://me@example.org/a");
  EXPECT_EQ(from("https://press.un.org/en/1", "/en/1"), "press.un.org | https://press.un.org/en/1");
  EXPECT_EQ(from("", "ftp://un.org/"), " | ftp://un.org/");
  EXPECT_EQ(from("", ""), " | ");
}

TEST(DocumentBuilder, KeepsWhatTheFileAndTheExtractorSay) {
  ExtractedDocument in = extracted({.title = "T", .author = " A.\nWriter "}, "One.");
  in.blocks.insert(in.blocks.begin(), {.kind = BlockKind::heading, .level = 1, .text = "T"});
  in.type = "text/html";
  const Document document =
      build_document(std::move(in), {.path = "/docs/a.html", .size = 9, .modified_ns = 1'500'000'000}, {});
  EXPECT_EQ(document.author, "A. Writer");
  EXPECT_EQ(document.type, "text/html");
  EXPECT_EQ(document.paths, std::vector<std::string>{"/docs/a.html"});
  EXPECT_EQ(document.modified, 1);
  EXPECT_EQ(document.text, "T\n\nOne.");
  ASSERT_EQ(document.passages.size(), 1U);
  EXPECT_TRUE(document.passages[0].headings.empty()) << "the title stands in no path";
}

TEST(DocumentBuilder, PutsWhatStandsApartBehindTheTextUnderNoHeading) {
  ExtractedDocument in = extracted({.title = "T"}, "");
  in.blocks = {{.kind = BlockKind::heading, .level = 1, .text = "Annex"}, {.text = "One."}};
  in.apart = {{.text = "Brussels, 5 June 2012"}, {.text = "keywords"}};
  const Document document = build(std::move(in));
  EXPECT_EQ(document.text, "Annex\n\nOne.\n\nBrussels, 5 June 2012\n\nkeywords");
  ASSERT_EQ(document.passages.size(), 2U);
  EXPECT_EQ(document.passages[0].headings, std::vector<std::string>{"Annex"});
  EXPECT_TRUE(document.passages[1].headings.empty());
  EXPECT_FALSE(document.published) << "no date of publication stands there";
}

TEST(DocumentBuilder, RoundsTimesBeforeTheEpochDown) {
  EXPECT_EQ(build_document(extracted({}), {.path = "/a", .modified_ns = -1}, {}).modified, -1);
  EXPECT_EQ(build_document(extracted({}), {.path = "/a", .modified_ns = -1'000'000'000}, {}).modified, -1);
  EXPECT_EQ(build_document(extracted({}), {.path = "/a", .modified_ns = 999'999'999}, {}).modified, 0);
}

}  // namespace
}  // namespace dossier
