#include "dossier/render/terminal.h"

#include <gtest/gtest.h>

#include "dossier/render/excerpt.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

using namespace std::string_literals;

TEST(DisplayWidth, CountsColumns) {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"", 0},
      {"Kosovo", 6},
      {"Vu\u010di\u0107", 5},
      {"Vuc\u030cic\u0301", 5},            // combining marks
      {"科索沃", 6},                       // East Asian wide
      {"ｶﾅ", 2},                           // half width
      {"\U0001F600", 2},                   // emoji
      {"\u1112\u1161\u11ab", 2},           // Hangul jamo of one syllable
      {"שלום", 4},                         // right to left
      {"\u0627\u064e", 1},                 // Arabic letter and vowel sign
      {"a\u200Db\u00ADc\u200E\uFEFF", 3},  // invisible
  };
  for (const auto& [text, width] : cases) EXPECT_EQ(display_width(text), width) << text;
}

TEST(VisibleName, HidesNothing) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/docs/a  b.txt", "/docs/a  b.txt"},
      {"文.txt", "文.txt"},
      {"\x1b[2J\x1b]0;owned\x07", R"(\x1b[2J\x1b]0;owned\x07)"},
      {"a\nb\tc\rd", R"(a\nb\tc\rd)"},
      {"nul\0end"s, R"(nul\x00end)"},
      {"\u009b31m\x7f", R"(\u009b31m\x7f)"},  // CSI as a C1 character
      {"exe.\u202Efdp", R"(exe.\u202efdp)"},  // reads as pdf.exe reversed
      {"\u2066x\u2069\u200f", R"(\u2066x\u2069\u200f)"},
      {"zero\u200Bwidth\u00AD", R"(zero\u200bwidth\u00ad)"},
      {"tag\U000E0041", R"(tag\U000e0041)"},
      {"lone \xff\xc3(", R"(lone \xff\xc3()"},
      {"line\u2028end", R"(line\u2028end)"},
  };
  for (const auto& [name, shown] : cases) EXPECT_EQ(visible_name(name), shown);
}

TEST(VisibleText, IsOneHarmlessLine) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"  a \n\n b\tc ", "a b c"},
      {"\x1b[31mred", "\uFFFD[31mred"},
      {"\u009bred\u0085", "\uFFFDred\uFFFD"},
      {"a\u202Eb\u2067c", "a\uFFFDb\uFFFDc"},
      {"שלום\u200F world\u00AD", "שלום world"},
      {"a\xff", "a\uFFFD"},
      {"c\u030c", "c\u030c"},
  };
  for (const auto& [text, shown] : cases) EXPECT_EQ(visible_text(text), shown);
}

TEST(TruncateText, KeepsWithinTheWidth) {
  const Style ascii{.unicode = false};
  EXPECT_EQ(truncate_text("Kosovo", 6, {}), "Kosovo");
  EXPECT_EQ(truncate_text("Kosovo", 5, {}), "Koso…");
  EXPECT_EQ(truncate_text("Kosovo", 5, ascii), "Ko...");
  EXPECT_EQ(truncate_text("科索沃问题", 6, {}), "科索…");  // a wide character does not fit the sixth column
  EXPECT_EQ(truncate_text("c\u030cc\u030cc\u030c", 2, {}), "c\u030c…");
  EXPECT_EQ(truncate_text("two words", 5, {}), "two…");
  EXPECT_EQ(truncate_text("Kosovo", 1, {}), "…");
  EXPECT_EQ(truncate_text("Kosovo", 0, {}), "");
  EXPECT_EQ(truncate_text("Kosovo", 2, ascii), "..");
}

std::string pieces_of(std::string_view text, const std::vector<Range>& shown,
                      const std::vector<Range>& marks) {
  std::string out;
  for (const Piece& piece : cut_pieces(text, shown, marks)) {
    if (piece.kind == Piece::Kind::gap) out += "...";
    if (piece.kind == Piece::Kind::plain) out.append(piece.text);
    if (piece.kind == Piece::Kind::marked) out.append("<").append(piece.text).append(">");
  }
  return out;
}

TEST(CutPieces, ShowsFragmentsWithMarks) {
  EXPECT_EQ(pieces_of("one two three", {}, {}), "one two three");
  EXPECT_EQ(pieces_of("one two three", {}, {{0, 3}, {8, 13}}), "<one> two <three>");
  EXPECT_EQ(pieces_of("one two three", {{4, 7}}, {{4, 7}}), "...<two>...");
  EXPECT_EQ(pieces_of("one two three", {{0, 3}, {4, 7}}, {{8, 13}}), "one two...");  // neighbours have no gap
  EXPECT_EQ(pieces_of("one two three", {{0, 5}}, {{4, 7}}), "one <t>...");
  EXPECT_EQ(pieces_of(" one ", {{1, 4}}, {}), "one");
  EXPECT_EQ(pieces_of("", {}, {{0, 5}}), "");
}

TEST(CutPieces, SurvivesRangesThatFitNothing) {
  EXPECT_EQ(pieces_of("one", {{2, 99}}, {{1, 50}, {70, 80}}), "...<e>");
  EXPECT_EQ(pieces_of("one two", {{4, 7}, {0, 3}}, {}), "...two");
  EXPECT_EQ(pieces_of("one", {{2, 1}}, {{2, 1}}), "...");
  EXPECT_EQ(pieces_of("\u010da", {}, {{1, 3}}), "<\u010da>");  // begins inside a code point
}

TEST(Numbers, ReadWell) {
  EXPECT_EQ(group_digits(0), "0");
  EXPECT_EQ(group_digits(999), "999");
  EXPECT_EQ(group_digits(1000), "1,000");
  EXPECT_EQ(group_digits(1234567), "1,234,567");
  EXPECT_EQ(passages_of(1), "1 passage");
  EXPECT_EQ(documents_of(0), "0 documents");
  EXPECT_EQ(human_size(0), "0 B");
  EXPECT_EQ(human_size(999), "999 B");
  EXPECT_EQ(human_size(1234), "1.2 kB");
  EXPECT_EQ(human_size(9960), "10 kB");
  EXPECT_EQ(human_size(999'600), "1.0 MB");
  EXPECT_EQ(human_size(~0ull), "18 EB");
  EXPECT_EQ(format_time(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(format_time(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(format_time(1369389600), "2013-05-24T10:00:00Z");
  EXPECT_EQ(type_label("text/html"), "html");
  EXPECT_EQ(type_label("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "docx");
  EXPECT_EQ(type_label("text/x-rst"), "rst");
  EXPECT_EQ(type_label(""), "");
}

}  // namespace
}  // namespace dossier
