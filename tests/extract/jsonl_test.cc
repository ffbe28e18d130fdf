// JSONL: a document a line.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

using namespace std::string_literals;

// "//1 id: text; ..." of the documents.
std::string listed(const Extraction& extraction) {
  std::string list;
  for (const ExtractedDocument& document : extraction.documents) {
    if (!list.empty()) list += "; ";
    list += document.member + " " + document.metadata.id + ":";
    for (const Block& block : document.blocks) list += " " + block.text;
  }
  return list;
}

TEST(Jsonl, GivesADocumentALine) {
  const Extraction got = extract_bytes(
      "a.jsonl",
      R"({"id": "x1", "title": "Water", "text": "First.\n\nSecond.", "date": "2019-05-24", "language": "en",)"
      R"( "source": "Ministry", "url": "https://example.org", "author": "Ana Kos"})"
      "\n{\"text\": \"Just text.\"}\n");
  EXPECT_EQ(print(got.outcome), "ok");
  ASSERT_EQ(got.documents.size(), 2u);
  const ExtractedDocument& first = got.documents[0];
  EXPECT_EQ(first.member, "//1");
  EXPECT_EQ(first.type, "application/jsonl");
  EXPECT_EQ(first.encoding, "UTF-8");
  EXPECT_EQ(print(first.outcome), "ok");
  const RawMetadata metadata{.id = "x1",
                             .title = "Water",
                             .author = "Ana Kos",
                             .source = "Ministry",
                             .language = "en",
                             .url = "https://example.org",
                             .dates = {{"jsonl:date", "2019-05-24"}}};
  EXPECT_EQ(first.metadata, metadata);
  EXPECT_EQ(print(first.blocks), "p First.\np Second.");
  EXPECT_EQ(got.documents[1].member, "//2");
  EXPECT_EQ(got.documents[1].metadata, RawMetadata{});
}

TEST(Jsonl, NamesBadLinesAndReadsTheOthers) {
  struct Row {
    std::string line;
    std::string_view problem;
  };
  for (const auto& [line, problem] : std::vector<Row>{
           {"{\"text\": \"unclosed", "line 2: not valid JSON"},
           {"{\"text\": NaN}", "line 2: not valid JSON"},
           {"{'text': 'x'}", "line 2: not valid JSON"},
           {"{\"text\": \"a\"} {\"text\": \"b\"}", "line 2: not valid JSON"},
           {"// comment", "line 2: not valid JSON"},
           {"[]", "line 2: not an object"},
           {"12", "line 2: not an object"},
           {"null", "line 2: not an object"},
           {"{}", "line 2: no \"text\""},
           {"{\"Text\": \"x\"}", "line 2: no \"text\""},
           {"{\"text\": 12}", "line 2: \"text\" is no string"},
           {"{\"text\": null}", "line 2: \"text\" is no string"},
           {"{\"text\": [\"x\"]}", "line 2: \"text\" is no string"},
       }) {
    const Extraction got =
        extract_bytes("a.jsonl", "{\"text\": \"one\"}\n" + line + "\n{\"text\": \"three\"}\n");
    EXPECT_EQ(listed(got), "//1 : one; //3 : three") << line;
    EXPECT_EQ(print(got.outcome), "partial bad-records") << line;
    EXPECT_EQ(got.outcome.detail, problem) << line;
  }
}

TEST(Jsonl, CountsWhatItDoesNotName) {
  std::string lines = "{\"text\": \"good\"}\n";
  for (int i = 0; i < 5; ++i) lines += "bad\n";
  EXPECT_EQ(extract_bytes("a.jsonl", lines, {.problems = 2}).outcome.detail,
            "line 2: not valid JSON; line 3: not valid JSON; and 3 more");
}

TEST(Jsonl, WithoutAGoodLineFails) {
  EXPECT_EQ(print(extract_bytes("a.jsonl", "bad\n").outcome), "failed bad-records");
  EXPECT_EQ(print(extract_bytes("a.jsonl", "\n \n\t\n").outcome), "skipped no-text");
}

TEST(Jsonl, PutsUpWithHowLinesAreWritten) {
  const std::string line = "{\"id\":\"1\",\"text\":\"one\"}";
  for (const std::string& bytes : {line, line + "\n", line + "\r\n", "\xEF\xBB\xBF" + line,
                                   "  " + line + "\t\n", "{ \"text\" : \"one\" , \"id\" : \"1\" }"s}) {
    EXPECT_EQ(listed(extract_bytes("a.jsonl", bytes)), "//1 1: one") << bytes;
  }
  EXPECT_EQ(listed(extract_bytes("a.jsonl", "\n\n" + line + "\n\n" + line)), "//3 1: one; //5 1: one");
}

TEST(Jsonl, ReadsUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : "{\"text\":\"one\"}\n{\"text\":\"two\"}"s) wide += std::string{c, '\0'};
  const Extraction got = extract_bytes("a.jsonl", wide);
  EXPECT_EQ(listed(got), "//1 : one; //2 : two");
  EXPECT_EQ(got.documents[0].encoding, "UTF-16LE");
  EXPECT_EQ(listed(extract_bytes("a.jsonl", wide.substr(2))), "//1 : one; //2 : two");
  const std::size_t two = wide.rfind('t');
  EXPECT_EQ(print(extract_bytes("a.jsonl", wide.replace(two, 2, "\x00\xD8"s)).outcome),
            "partial bad-encoding");
}

TEST(Jsonl, ReplacesBytesThatAreNoUtf8) {
  const Extraction got = extract_bytes("a.jsonl", "{\"text\": \"caf\xE9\"}\n{\"text\": \"two\"}\n");
  EXPECT_EQ(listed(got), "//1 : caf\uFFFD; //2 : two");
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.documents[0].outcome), "partial bad-encoding");
  EXPECT_EQ(got.documents[0].outcome.detail, "1 sequence fit no UTF-8 and became U+FFFD");
  EXPECT_EQ(print(got.documents[1].outcome), "ok");
}

TEST(Jsonl, ReadsEscapes) {
  EXPECT_EQ(
      listed(extract_bytes("a.jsonl", R"({"text": "caf\u00e9 \ud83d\ude00 a\tb \u001b[31mred nul\u0000."})")),
      "//1 : café 😀 a\tb red nul .");
  // Halves of a pair that stand alone.
  EXPECT_EQ(
      listed(extract_bytes("a.jsonl", R"({"text": "cut \ud83d and \udE00\ud83d\ude00 \\ud83d \ud83d\n"})")),
      "//1 : cut \uFFFD and \uFFFD😀 \\ud83d \uFFFD");
}

TEST(Jsonl, TakesNumbersForIdsAndYears) {
  const Extraction got =
      extract_bytes("a.jsonl", R"({"id": 42, "date": 1999, "title": ["x"], "author": {}, "text": "one"})");
  EXPECT_EQ(got.document().metadata.id, "42");
  EXPECT_EQ(print(got.document().metadata.dates), "jsonl:date: 1999");
  EXPECT_EQ(got.document().metadata.title, "");
}

TEST(Jsonl, TakesTheLastOfTwoFieldsOfAName) {
  EXPECT_EQ(listed(extract_bytes("a.jsonl", R"({"id": "a", "id": "b", "text": "x", "text": "y"})")),
            "//1 b: y");
}

TEST(Jsonl, SurvivesDeepNesting) {
  for (const auto& [open, close] :
       std::vector<std::pair<std::string, std::string>>{{"[", "]"}, {"{\"a\":", "}"}}) {
    std::string deep = "{\"x\": ";
    for (int i = 0; i < 300'000; ++i) deep += open;
    std::string closed = deep + "1";
    for (int i = 0; i < 300'000; ++i) closed += close;
    const Extraction got =
        extract_bytes("a.jsonl", deep + "\n" + closed + ", \"text\": \"deep\"}\n{\"text\": \"flat\"}");
    EXPECT_EQ(listed(got), "//2 : deep; //3 : flat");
    EXPECT_EQ(got.outcome.detail, "line 1: not valid JSON");
  }
}

TEST(Jsonl, CutsEachDocumentAtTheLimit) {
  const Extraction got =
      extract_bytes("a.jsonl", "{\"text\": \"abcdef\"}\n{\"text\": \"abc\"}\n", {.text_bytes = 4});
  EXPECT_EQ(listed(got), "//1 : abcd; //2 : abc");
  EXPECT_EQ(print(got.documents[0].outcome), "partial too-large");
  EXPECT_EQ(print(got.documents[1].outcome), "ok");
  EXPECT_EQ(got.documents[0].outcome.detail, "only the first 4 bytes of its text");
  EXPECT_EQ(print(got.outcome), "ok");
}

TEST(Jsonl, CutsMetadataThatNobodyReads) {
  const Extraction got =
      extract_bytes("a.jsonl", "{\"title\": \"" + std::string(1'000'000, 'a') + "\", \"text\": \"x\"}");
  EXPECT_EQ(got.document().metadata.title.size(), 64u * 1024);
}

}  // namespace
}  // namespace dossier
