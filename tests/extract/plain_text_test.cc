// Plain text: what is cleaned away, and where paragraphs begin.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

using namespace std::string_literals;

struct Row {
  std::string text;
  std::string blocks;
};

void expect_blocks(const std::vector<Row>& rows) {
  for (const auto& [text, blocks] : rows) {
    EXPECT_EQ(print(extract_bytes("a.txt", text).document().blocks), blocks) << text.substr(0, 60);
  }
}

TEST(PlainText, BecomesCleanLines) {
  expect_blocks({
      {"one\r\ntwo\rthree\nfour", "p one\\ntwo\\nthree\\nfour"},
      {"one\u2028two\u0085three\vfour", "p one\\ntwo\\nthree\\nfour"},
      {"one\u2029\u2029two\fthree", "p one\np two\np three"},
      {"nul \0 \0\0\0 and \x01\x02\x03 controls\n"s + std::string(200, 'a'),
       "p nul     and   controls\\n" + std::string(200, 'a')},
      {"c1 \u0090 control", "p c1   control"},
      {"soft\u00ADhyphen, zero\u200Bwidth, \uFEFFmark", "p softhyphen, zerowidth, mark"},
      {"\u202Eabc\u202C \u2066def\u2069", "p abc def"},
      {"می\u200Cخواهم", "p می\u200Cخواهم"},
      {"10\u00A0June\u202F2019", "p 10 June 2019"},
      {"tab\tstays", "p tab\tstays"},
  });
}

TEST(PlainText, LosesTerminalEscapes) {
  expect_blocks({
      {"\x1b[31mred\x1b[0m text", "p red text"},
      {"\x1b[38;5;196mcolour\x1b[m", "p colour"},
      {"\x1b]0;owned\a title", "p title"},
      {"\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "p link"},
      {"\x1bP1$r0m\x1b\\ after", "p after"},
      {"\x1b(B\x1b)0 sets", "p sets"},
      {"\x1b[2J\x1b[H cleared", "p cleared"},
      {"never closed \x1b]0;title\nnext line", "p never closed 0;title\\nnext line"},
      {"at the end \x1b", "p at the end"},
      {"bracket \x1b[", "p bracket"},
  });
}

TEST(PlainText, PartsParagraphsAtEmptyLines) {
  expect_blocks({
      {"one\ntwo\n\nthree\n \t \nfour\n", "p one\\ntwo\np three\np four"},
      {"\n\n\n  indented first line\nsecond\n\n", "p indented first line\\nsecond"},
      {"trailing   \nspaces\t\n", "p trailing\\nspaces"},
      {"words\n\n* * *\n\n———\n\nwords", "p words\np words"},
  });
}

TEST(PlainText, PartsParagraphsAtIndentsWhereNoLineIsEmpty) {
  expect_blocks({
      {"    The first paragraph\nruns over lines.\n    The second\nas well.\nAnd on.\n    A third.\nEnd.",
       "p The first paragraph\\nruns over lines.\np The second\\nas well.\\nAnd on.\np A third.\\nEnd."},
      {"\u3000\u3000第一段\n继续\n继续\n\u3000\u3000第二段\n继续\n继续",
       "p 第一段\\n继续\\n继续\np 第二段\\n继续\\n继续"},
      // Every line indented says nothing.
      {"  a b\n  c d\n  e f", "p a b\\n  c d\\n  e f"},
  });
}

TEST(PlainText, TakesLinesLongerThanAnybodyWrapsForParagraphs) {
  const std::string sentence =
      "This sentence is one of those that a program writes on a line of its own, however long it gets in the "
      "end. ";
  const std::string line = sentence + sentence;
  const std::string shown = line.substr(0, line.size() - 1);
  expect_blocks(
      {{line + "\n" + line + "\n\nshort\nlines\n", "p " + shown + "\np " + shown + "\np short\\nlines"}});
}

TEST(PlainText, WithoutAWordIsSkipped) {
  for (const std::string_view text :
       {" \t\r\n", "\n", "... --- ...", "\xEF\xBB\xBF", "\xFF\xFE", "\u200B\u200B", "😀"}) {
    const Extraction got = extract_bytes("a.txt", text);
    EXPECT_EQ(print(got.outcome), "skipped no-text") << text;
    EXPECT_TRUE(got.documents.empty());
  }
  EXPECT_EQ(print(extract_bytes("a.txt", "").outcome), "skipped empty");
  EXPECT_EQ(print(extract_bytes("a.txt", "x").outcome), "ok");
}

TEST(PlainText, SaysWhatItIs) {
  const ExtractedDocument document = extract_bytes("a.txt", "Words.").document();
  EXPECT_EQ(document.type, "text/plain");
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.pages, 0u);
  EXPECT_EQ(document.member, "");
  EXPECT_EQ(document.metadata, RawMetadata{});
}

TEST(PlainText, IsCutAtTheLimitBetweenCharacters) {
  const std::string text = "aé\n\nüü\n\nccc\n";
  struct Cut {
    std::uint64_t bytes;
    std::string_view blocks;
    std::string_view outcome;
  };
  for (const auto& [bytes, blocks, outcome] : std::vector<Cut>{{100, "p aé\np üü\np ccc", "ok"},
                                                               {10, "p aé\np üü\np ccc", "ok"},
                                                               {9, "p aé\np üü\np cc", "partial too-large"},
                                                               {6, "p aé\np ü", "partial too-large"},
                                                               {5, "p aé\np ü", "partial too-large"},
                                                               {4, "p aé", "partial too-large"},
                                                               {2, "p a", "partial too-large"}}) {
    const Extraction got = extract_bytes("a.txt", text, {.text_bytes = bytes});
    EXPECT_EQ(print(got.document().blocks), blocks) << bytes;
    EXPECT_EQ(print(got.outcome), outcome) << bytes;
  }
}

TEST(PlainText, LongWordsAndLinesPassWhole) {
  const std::string word(3'000'000, 'a');
  EXPECT_EQ(extract_bytes("a.txt", word).document().blocks.at(0).text.size(), word.size());
  EXPECT_EQ(print(extract_bytes("a.txt", "end" + std::string(3'000'000, '\n') + "start").document().blocks),
            "p end\np start");
  EXPECT_EQ(
      print(extract_bytes("a.txt", "end" + std::string(3'000'000, ' ') + "start").document().blocks).size(),
      3'000'010u);
}

TEST(PlainText, WithMoreParagraphsThanADocumentMayHaveIsCut) {
  std::string text;
  for (int i = 0; i < (1 << 20) + 5; ++i) text += "a\n\n";
  const Extraction got = extract_bytes("a.txt", text);
  EXPECT_EQ(got.document().blocks.size(), 1u << 20);
  EXPECT_EQ(print(got.outcome), "partial too-large");
}

}  // namespace
}  // namespace dossier
