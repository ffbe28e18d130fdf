// Which format a file is: by its first bytes, then by its name.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/ole_file.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

using namespace std::string_literals;

std::string_view recognised(std::string_view name, std::string_view head) {
  const Format* format = recognise_format(name, head);
  return format == nullptr ? "none" : format->name;
}

const std::string kTemplate =
    "<Types><Override PartName='/x/y.xml' "
    "ContentType='application/vnd.ms-word.template.macroEnabledTemplate.main+"
    "xml'/></Types>";

const std::string kBinary = "\x01\x02\x03\x04\x05\x06\x0E\x0F data";

struct Row {
  std::string_view name;
  std::string head;
  std::string_view format;
};

void expect_formats(const std::vector<Row>& rows) {
  for (const auto& [name, head, format] : rows)
    EXPECT_EQ(recognised(name, head), format) << name << ": " << head;
}

// What `check --formats` goes by.
TEST(Format, ThatIsReadHasASampleThatProvesIt) {
  for (const Format& format : formats()) {
    if (format.extractor == nullptr || format.endings.empty()) continue;
    const std::string name = "sample." + std::string(format.endings[0]);
    const std::string sample = format.extractor->sample();
    EXPECT_EQ(recognised(name, sample), format.name);
    if (format.extractor->reads_scans()) continue;  // by a recogniser, which workers have
    const Extraction got = extract_bytes(name, sample);
    EXPECT_EQ(print(got.outcome), "ok") << format.name;
    EXPECT_NE(print(got.document().blocks).find(sample_words), std::string::npos) << format.name;
  }
}

TEST(Format, IsRecognisedByContentFirst) {
  expect_formats({
      {"a.txt", "<!DOCTYPE html><html>", "html"},
      {"a", "\xEF\xBB\xBF\n <HTML lang=en>", "html"},
      {"a.pdf", "<!-- saved -->\n<html>", "html"},
      {"a.xhtml", "<?xml version=\"1.0\"?>\n<html>", "html"},
      {"a.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>", "html"},
      {"a.xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"b\">]><html>", "html"},
      {"a.html", "%PDF-1.7\n", "pdf"},
      {"a.txt", "junk\n%PDF-1.4\n", "pdf"},
      {"a.txt", "{\\rtf1\\ansi", "rtf"},
      {"a.doc", "{\\rtf1\\ansi", "rtf"},
      {"a.txt", "PK\x03\x04rest", "zip"},
      {"a", "PK\x05\x06", "zip"},
      {"a.zip", zip_file({{"a.txt", "text"}}), "zip"},
      {"a.docx", zip_file({{"a.txt", "text"}}), "docx"},  // what its name says, and what is missing is told
      {"a.docx", "PK\x03\x04rest", "docx"},
      {"a.zip", zip_file({{"word/document.xml", "<d/>"}}), "docx"},
      {"a.odt", zip_file({{"[Content_Types].xml", kTemplate}, {"x/y.xml", ""}}), "docx"},
      {"a.docx", zip_file({{"mimetype", "application/vnd.oasis.opendocument.text-template"}}), "odt"},
      {"a",
       zip_file({{"content.xml", "<d/>"}, {"mimetype", "application/vnd.oasis.opendocument.spreadsheet\n"}}),
       "ods"},
      {"a", zip_file({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}), "odp"},
      {"a.xml", "<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"o\">", "flat-odf"},
      {"a.txt", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "ole"},
      {"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "doc"},
      {"a.xls", ole_file({{"WordDocument", ""}}), "doc"},
      {"a.doc", ole_file({{"WORKBOOK", ""}}), "xls"},
      {"a", ole_file({{"Book", ""}}), "xls"},
      {"a", ole_file({{"PowerPoint Document", ""}}), "ppt"},
      {"a.docx", ole_file({{"EncryptionInfo", ""}, {"EncryptedPackage", ""}}), "protected-office"},
      {"a.msg", ole_file({{"__properties_version1.0", ""}}), "ole"},
      {"a.txt", "\x1F\x8B\x08", "archive"},
      {"a.txt", "BZh91AY&SY", "archive"},
      {"a.txt",
       "\xFD"
       "7zXZ\0"s,
       "archive"},
      {"a", std::string(257, 'x') + "ustar", "archive"},
      {"a.txt", "WARC/1.0\r\n", "web-archive"},
      {"a.txt", "\x89PNG\r\n\x1A\n", "image"},
      {"a.md", "\xFF\xD8\xFF\xE0", "image"},
      {"a", "GIF89a", "image"},
      {"a", "RIFF....WEBPVP8 ", "image"},
      {"a.txt", "<?xml version=\"1.0\"?><TEI>", "xml"},
  });
}

TEST(Format, IsRecognisedByNameWhereTheContentDoesNotTell) {
  expect_formats({
      {"a.html", "text", "html"},
      {"A.HTM", "text", "html"},
      {"a.md", "text", "markdown"},
      {"a.markdown", "text", "markdown"},
      {"a.jsonl", "{\"text\": \"x\"}", "jsonl"},
      {"a.ndjson", "{\"text\": \"x\"}", "jsonl"},
      {"a.txt", "text", "text"},
      {"a.json", "{}", "json"},
      {"a.csv", "a,b", "csv"},
      {"a.tsv", "a\tb", "csv"},
      {"a.eml", "From: x", "mail"},
      {"a.xml", "<TEI>", "xml"},
      {"a.svg", "<svg>", "xml"},
      {"a.tar.gz", kBinary, "archive"},
      {"a.mp4", kBinary, "media"},
      {"a.pdf", kBinary, "pdf"},
  });
}

TEST(Format, IsTextWhereNothingElseClaimsIt) {
  expect_formats({
      {"README", "text", "text"},
      {".hidden", "text", "text"},
      {"doc.txt~", "text", "text"},
      {"a.unknown", "text", "text"},
      {"..", "text", "text"},
      {"", "text", "text"},
      {"a.", "text", "text"},
      {"a.txt.", "BZhang wrote, PK said, GIF89 and %PDF-1.4 are names", "text"},
  });
}

TEST(Format, IsNotWhatANameClaimsAndTheBytesCannotBe) {
  expect_formats({
      {"a.pdf", "just text", "text"},
      {"a.docx", "just text", "text"},
      {"a.doc", "just text", "text"},
      {"a.png", "just text", "text"},
      {"a.txt", kBinary, "none"},
      {"a.html", kBinary, "none"},
      {"a.jsonl", kBinary, "none"},
      {"a.csv", kBinary, "none"},
      {"a", kBinary, "none"},
  });
}

TEST(Format, ThatIsKnownButNotReadIsSkippedWithItsName) {
  struct Known {
    std::string_view name;
    std::string head;
    std::string_view detail;
  };
  const std::vector<Known> rows{
      {"a.msg", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "application/x-ole-storage (ole)"},
      {"winmail.dat", "\x78\x9F\x3E\x22\x01", "application/ms-tnef (tnef)"},
      {"a.mp3", kBinary, "application/octet-stream (media)"},
  };
  std::set<std::string_view> seen;
  for (const auto& [name, head, detail] : rows) {
    const Extraction got = extract_bytes(name, head);
    EXPECT_EQ(print(got.outcome), "skipped unsupported-format") << name;
    EXPECT_EQ(got.outcome.detail, detail);
    EXPECT_TRUE(got.documents.empty());
    seen.insert(recognised(name, head));
  }
  for (const Format& format : formats()) {
    EXPECT_EQ(seen.contains(format.name), format.extractor == nullptr) << format.name;
  }
}

TEST(Format, HasItsEndingsToItself) {
  std::set<std::string_view> endings;
  for (const Format& format : formats()) {
    EXPECT_FALSE(format.name.empty());
    EXPECT_NE(format.media_type.find('/'), std::string_view::npos) << format.name;
    for (const std::string_view ending : format.endings) EXPECT_TRUE(endings.insert(ending).second) << ending;
  }
}

TEST(Extract, RefusesWhatIsNoDocument) {
  EXPECT_EQ(print(extract_bytes("a.html", "").outcome), "skipped empty");
  EXPECT_EQ(print(extract_bytes("a.txt", kBinary).outcome), "skipped binary");
  // Text at first, then data.
  EXPECT_EQ(print(extract_bytes("a.txt", std::string(100'000, 'a') + std::string(100'000, '\x01')).outcome),
            "skipped binary");
}

TEST(Extract, RefusesFilesAboveTheLimit) {
  const Extraction got = extract_bytes("a.txt", "12345", {.file_bytes = 4});
  EXPECT_EQ(print(got.outcome), "skipped too-large");
  EXPECT_EQ(got.outcome.detail, "more than 4 bytes");
  EXPECT_EQ(print(extract_bytes("a.txt", "1234", {.file_bytes = 4}).outcome), "ok");
}

}  // namespace
}  // namespace dossier
