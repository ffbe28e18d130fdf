// Web archives.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "member_list.h"
#include "support/archive_builder.h"

namespace dossier {
namespace {

std::string record(const std::string& type, const std::string& block, const std::string& more = {}) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://pages.example/a/one\r\n" +
         "WARC-Date: 2013-05-14T10:00:00Z\r\n" + more + "Content-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& header, const std::string& body) {
  return record("response", "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body);
}

std::string read(std::string_view bytes) {
  return print_members(extract_bytes("a.warc", bytes));
}

TEST(Warc, GivesWhatServersAnswered) {
  const std::string bytes =
      record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n") +
      response("Content-Type: text/html; charset=utf-8\r\n", "<h1>One</h1><p>The first.") +
      response("Content-Type: text/plain\r\n", "The second.") + record("revisit", "HTTP/1.1 200 OK\r\n\r\n") +
      record("resource", "The third.", "Content-Type: text/plain\r\n");
  const Extraction got = extract_bytes("a.warc", bytes);
  EXPECT_EQ(print_members(got),
            "//3: ok | h1 One | p The first.\n//4: ok | p The second.\n//6: ok | p The third.\nok\n");
  const ExtractedDocument& first = got.documents.at(0);
  EXPECT_EQ(first.type, "text/html");
  EXPECT_EQ(first.metadata.url, "https://pages.example/a/one");
  EXPECT_EQ(print(first.metadata.dates), "warc:modified: 2013-05-14T10:00:00Z");
  EXPECT_EQ(first.file_name, "a.warc");
}

TEST(Warc, UnpacksWhatWasSentPacked) {
  EXPECT_EQ(read(response("Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n",
                          "4\r\nThe \r\n7;x=y\r\nchunks.\r\n0\r\n\r\n")),
            "//1: ok | p The chunks.\nok\n");
  EXPECT_EQ(
      read(response("Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", packed("gzip", "The packed."))),
      "//1: ok | p The packed.\nok\n");
  EXPECT_EQ(read(response("Content-Encoding: br\r\n", "xyz")), "//1: skipped unsupported-format\nok\n");
  EXPECT_EQ(read(packed("gzip", response("Content-Type: text/plain\r\n", "All packed."))),
            "//1: ok | p All packed.\nok\n");
}

TEST(Warc, NamesWhatIsNoPage) {
  EXPECT_EQ(read(record("response", "HTTP/1.1 404 Not Found\r\n\r\ngone") +
                 response("Content-Type: image/png\r\n", "\x89PNG\r\n\x1A\n....")),
            "//1: skipped unsupported-format\n//2: skipped no-text-layer\nok\n");
}

TEST(Warc, WithWrongLengthsGivesTheOthers) {
  const std::string good = response("Content-Type: text/plain\r\n", "Good.");
  std::string bad = response("Content-Type: text/plain\r\n", "Bad length.");
  const std::size_t at = bad.find("Content-Length: ") + 16;
  for (const char* length : {"7", "99999999999999999999", "x", ""}) {
    std::string changed = bad;
    changed.replace(at, changed.find('\r', at) - at, length);
    const Extraction got = extract_bytes("a.warc", changed + good);
    ASSERT_EQ(got.documents.size(), 2u) << length;
    EXPECT_EQ(print(got.documents[1].blocks), "p Good.") << length;
  }
  const Extraction cut = extract_bytes("a.warc", good + bad.substr(0, bad.size() - 8));
  ASSERT_EQ(cut.documents.size(), 2u);
  EXPECT_EQ(print(cut.documents[1].outcome), "partial damaged");
}

}  // namespace
}  // namespace dossier
