// Where a document is cut. Small limits, so that a whole example fits on a line.
#include "dossier/ingest/passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

using Blocks = std::vector<Block>;
using Lines = std::vector<std::string>;

constexpr PassageLimits kSmall{.enough_words = 4, .most_words = 8, .few_words = 3};

Block heading(std::uint8_t level, std::string text, std::optional<std::uint32_t> page = {}) {
  return {.kind = BlockKind::heading, .level = level, .page = page, .text = std::move(text)};
}
Block para(std::string text, std::optional<std::uint32_t> page = {}) {
  return {.page = page, .text = std::move(text)};
}
Block row(std::string text) {
  return {.kind = BlockKind::table_row, .text = std::move(text)};
}
Block item(std::string text) {
  return {.kind = BlockKind::list_item, .text = std::move(text)};
}

// A line a passage: "Heading > Sub-heading: text @page", line breaks as "|".
Lines cut(const Blocks& blocks, const std::string& title = "", const PassageLimits& limits = kSmall) {
  const PassagedText made = make_passages(blocks, title, limits);
  Lines lines;
  for (const Passage& passage : made.passages) {
    std::string line;
    for (const std::string& above : passage.headings) line += (line.empty() ? "" : " > ") + above;
    if (!line.empty()) line += ": ";
    std::string text = made.text.substr(passage.start, passage.end - passage.start);
    std::replace(text.begin(), text.end(), '\n', '|');
    line += text;
    if (passage.page) line += " @" + std::to_string(*passage.page);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string words(std::size_t count, const std::string& word = "word") {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i > 0 ? " " : "") + word;
  return out;
}

TEST(Passages, JoinShortNeighboursUntilThereAreEnoughWords) {
  EXPECT_EQ(cut({para("one two"), para("three four"), para("five six"), para("seven eight")}),
            (Lines{"one two||three four", "five six||seven eight"}));
  EXPECT_EQ(cut({para("one"), para("two three four five six seven eight")}),
            (Lines{"one||two three four five six seven eight"}));
  // Together they would be too long.
  EXPECT_EQ(cut({para("one two three"), para("four five six seven eight nine")}),
            (Lines{"one two three", "four five six seven eight nine"}));
}

TEST(Passages, KeepRowsAndListItemsOnLinesOfTheirOwn) {
  EXPECT_EQ(cut({item("one"), item("two"), para("three"), row("four"), row("five")}),
            (Lines{"one|two||three||four|five"}));
  EXPECT_EQ(make_passages({row("a b"), row("c d"), para("e"), item("f"), item("g"), row("h")}, "").text,
            "a b\nc d\n\ne\n\nf\ng\n\nh");
}

TEST(Passages, SplitALongParagraphAtSentences) {
  const std::string sentence = words(60, "Word") + ". ";  // 301 bytes
  std::string text;
  for (int i = 0; i < 5; ++i) text += sentence;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Passage& passage : make_passages({para(text)}, "").passages)
    ranges.emplace_back(passage.start, passage.end);
  // 300 words are two pieces of some 150, cut where a sentence ends.
  EXPECT_EQ(ranges, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 902}, {903, 1504}}));
}

TEST(Passages, NeverReachAcrossAHeading) {
  EXPECT_EQ(cut({para("one"), heading(1, "A"), para("two"), heading(2, "B"), para("three"), heading(1, "C"),
                 para("four")}),
            (Lines{"one", "A: two", "A > B: three", "C: four"}));
}

TEST(Passages, NeverReachAcrossAPage) {
  EXPECT_EQ(cut({para("one", 1), para("two", 1), para("three", 2), para("four")}),
            (Lines{"one||two @1", "three @2", "four"}));
  // Not even a little rest joins the page before.
  EXPECT_EQ(cut({para("one two three four", 1), para("five", 2)}),
            (Lines{"one two three four @1", "five @2"}));
}

TEST(Passages, JoinALittleRestToThePassageBeforeItInTheSection) {
  EXPECT_EQ(cut({para("one two three four"), para("five six")}), (Lines{"one two three four||five six"}));
  EXPECT_EQ(cut({para("one two three four"), para("five six seven")}),
            (Lines{"one two three four", "five six seven"}));
  EXPECT_EQ(cut({para("one two three four"), heading(1, "A"), para("five")}),
            (Lines{"one two three four", "A: five"}));
}

TEST(Passages, HoldTheHeadingsAboveThem) {
  EXPECT_EQ(cut({heading(1, "A"), heading(2, "B"), heading(4, "C"), para("x"), heading(3, "D"), para("y"),
                 heading(2, "E"), para("z"), heading(6, "F"), para("w"), heading(1, "G"), para("v")}),
            (Lines{"A > B > C: x", "A > B > D: y", "A > E: z", "A > E > F: w", "G: v"}));
  // Levels need not begin at 1, nor be in order.
  EXPECT_EQ(cut({heading(3, "A"), para("x"), heading(2, "B"), para("y"), heading(3, " C \n d "), para("z")}),
            (Lines{"A: x", "B: y", "B > C d: z"}));
}

TEST(Passages, MakeOneOfAHeadingThatNothingFollows) {
  EXPECT_EQ(cut({heading(1, "A"), heading(1, "B"), para("x"), heading(1, "C")}), (Lines{"A", "B: x", "C"}));
  EXPECT_EQ(cut({heading(1, "A"), heading(2, "B"), heading(2, "C"), para("x"), heading(2, "D")}),
            (Lines{"A: B", "A > C: x", "A: D"}));
  EXPECT_EQ(cut({heading(2, "A", 7), heading(1, "B", 8)}), (Lines{"A @7", "B @8"}));
}

TEST(Passages, LeaveTheTitleOutOfThePath) {
  EXPECT_EQ(cut({heading(1, "The Title"), para("x"), heading(2, "A"), para("y")}, "The Title"),
            (Lines{"x", "A: y"}));
  EXPECT_EQ(cut({heading(1, "The\n  Title"), heading(1, "The Title"), para("x")}, "The Title"),
            (Lines{"The Title: x"}));
  EXPECT_EQ(cut({heading(1, "A"), heading(2, "The Title"), para("x")}, "The Title"),
            (Lines{"A > The Title: x"}));
}

TEST(Passages, AreOneAtLeast) {
  EXPECT_EQ(cut({}), Lines{""});
  EXPECT_EQ(cut({heading(1, "The Title")}, "The Title"), Lines{""});
}

TEST(Passages, TakeAHeadingOfManyWordsForAParagraph) {
  const std::string endless = words(200);
  EXPECT_EQ(cut({heading(1, "A"), heading(2, endless), para("x")}, "", {}), (Lines{"A: " + endless + "||x"}));
  EXPECT_EQ(cut({heading(1, words(100)), para("x")}, "", {}), (Lines{words(100) + ": x"}));
}

TEST(Passages, AreCutInTextsWithoutSentencesOrWhiteSpace) {
  const auto lengths = [](const std::string& text) {
    std::vector<std::size_t> out;
    const PassagedText made = make_passages({para(text)}, "");
    for (const Passage& passage : made.passages) {
      EXPECT_TRUE(is_code_point_boundary(made.text, passage.start));
      EXPECT_TRUE(is_code_point_boundary(made.text, passage.end));
      out.push_back(passage.end - passage.start);
    }
    return out;
  };
  EXPECT_EQ(lengths(std::string(7200, 'a')), (std::vector<std::size_t>{4800, 2400}));
  std::string thai;
  while (thai.size() < 7200) thai += "ก";
  EXPECT_EQ(lengths(thai), (std::vector<std::size_t>{4800, 2400}));
  // Words, but no sentence ends: cut between words.
  for (const std::size_t length : lengths(words(1000))) EXPECT_EQ((length + 1) % 5, 0U) << length;
  EXPECT_EQ(lengths(words(1000)).size(), 3U);
}

TEST(Passages, CountChineseByCharacters) {
  std::string sentence;
  for (int i = 0; i < 59; ++i) sentence += "国";
  sentence += "。";  // 30 words by estimate
  std::string text;
  for (int i = 0; i < 10; ++i) text += sentence;
  std::vector<std::size_t> characters;
  for (const Passage& passage : make_passages({para(text)}, "").passages)
    characters.push_back((passage.end - passage.start) / 3);
  EXPECT_EQ(characters, (std::vector<std::size_t>{300, 300}));
}

TEST(Passages, OfManyShortTextsWithoutWhiteSpaceStayShort) {
  Blocks blocks;
  for (int i = 0; i < 100; ++i) blocks.push_back(para(std::string(3000, 'x')));
  for (const Passage& passage : make_passages(blocks, "").passages)
    EXPECT_LE(passage.end - passage.start, 6402U);
}

// Cutting looks at each byte a few times only: this would take minutes otherwise.
TEST(Passages, CoverAWordOfManyMegabytes) {
  const std::string text(32 << 20, 'a');
  const PassagedText made = make_passages({para(text)}, "");
  EXPECT_EQ(made.passages.front().start, 0U);
  EXPECT_EQ(made.passages.back().end, text.size());
  EXPECT_EQ(made.passages.size(), 6991U);
}

}  // namespace
}  // namespace dossier
