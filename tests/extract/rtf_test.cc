// What is read of RTF.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

std::string blocks(std::string_view content) {
  return print(extract_bytes("a.rtf", "{\\rtf1\\ansi " + std::string(content) + "}").document().blocks);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Rtf, IsReadAsParagraphs) {
  EXPECT_EQ(
      blocks(
          "The {\\b coun}cil\r\n met\\line again\\par\nOn \\{the\\} 24\\~May\\_ish, co\\-operation\\emdash "
          "\\ldblquote yes\\rdblquote\\tab no.\\par\\par"),
      "p The council met\\nagain\np On {the} 24 May-ish, cooperation—“yes” no.");
}

TEST(Rtf, IsDecodedByTheCharsetOfItsFonts) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"caf\\'e9 \\'80", "p café €"},
      {"\\ansicpg1251 \\'cc\\'e8\\'f0", "p Мир"},
      {"{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204{\\*\\falt Arial} Arial Cyr;}{\\f2\\fcharset2 "
       "Symbol;}"
       "{\\f3\\fcharset128 Mincho;}}\\f1\\'cc\\'e8\\'f0{\\f2  a}{\\f0  \\'e9}{\\f3  \\'93\\'fa\\'96\\'7b}",
       "p Мир α é 日本"},
      {"\\ansicpg99999 \\'e9", "p é"},
      {"\\mac \\'8e", "p é"},
      {"caf\xE9", "p café"},
      {"\\'zz\\'4\\'a", "p zz"},
      // Unicode, with what stands there for readers without it.
      {"\\u8364?\\u-10179?\\u-8704?\\uc2\\u233 xx{\\uc0\\u1052\\u1080\\u1088} A", "p €😀éМир A"},
      {"\\uc1\\u233\\'e9\\u233\\tab x\\u55296? y", "p ééx y"},
      {"\\uc2147483647\\u233 xxx{ A}", "p é A"},
      {"\\u99999999999?\\u65536?\\u-99999?A", "p A"},
  };
  for (const auto& [content, expected] : rows) EXPECT_EQ(blocks(content), expected) << content;
}

TEST(Rtf, HasHeadingsByOutlineLevelAndStyle) {
  EXPECT_EQ(
      blocks(
          "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Own;}{\\s3 Titre 2;}"
          "{\\s4\\sbasedon4 Loop;}{\\s5 Title;}{\\*\\cs6 Char;}}"
          "\\pard\\s5 Report\\par\\pard\\s1 One\\par\\pard\\s2 Based\\par\\pard\\s3 Named\\par\\pard\\s4 "
          "Loop\\par"
          "\\pard\\outlinelevel2 Direct\\par\\pard\\s1\\outlinelevel9 Not\\par\\pard Text\\par"
          "\\pard\\ls1{\\listtext 1.\\tab}Item\\par"),
      "h1 Report\nh1 One\nh1 Based\nh2 Named\np Loop\nh3 Direct\np Not\np Text\nli Item");
}

TEST(Rtf, HasTablesRowByRow) {
  EXPECT_EQ(blocks("Before\\par\\trowd\\cellx1\\cellx2\\pard\\intbl State\\cell Vote\\par 1999\\cell\\row"
                   "\\trowd\\pard\\intbl\\cell No\\cell\\row\\pard After\\par"),
            "p Before\ntr State | Vote\\n1999\ntr No\np After");
  EXPECT_EQ(blocks("\\trowd\\pard In it\\cell\\pard Too\\cell"), "tr In it | Too");
}

TEST(Rtf, ShowsWhatIsShown) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"It was{\\footnote\\pard{\\*\\atnid 1}A note.\\par} agreed.\\par Next.",
       "p It was agreed.\np A note.\np Next."},
      {"A{\\*\\atnauthor N. N.}{\\*\\annotation Really?} claim.", "p A claim.\np Really?"},
      {"{\\field{\\*\\fldinst HYPERLINK \"file:///etc/passwd\"}{\\fldrslt the link}} here",
       "p the link here"},
      {"{\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt}}shown", "p shown"},
      {"{\\v hidden}{\\deleted gone}A\\v B\\v0 C\\v D\\plain E", "p ACE"},
      {"{\\*\\unknown out}{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 0105}{\\result{shown}}}",
       "p shown"},
      {"{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt In the box\\par}}{\\shprslt twice}}Around",
       "p Around\np In the box"},
      {"A{\\pict{\\*\\picprop{\\sp{\\sn wzName}{\\sv Picture}}{\\sp{\\sn wzDescription}{\\sv A {\\b m}ap}}}"
       "\\pngblip 89504e47} map.",
       "p A map.\np A map"},
      {"{\\upr{ansi}{\\*\\ud unicode}}", "p unicode"},
      {"A{\\bin5 {{{{{}B\\bin2147483647 C", "p AB"},
      {"{\\header Ministry\\par}{\\headerf Ministry\\par}{\\footer\\chpgn 7}Text.", "p Text.\np Ministry"},
      {"{\\xe Index entry}{\\tc Contents}{\\bkmkstart x}Text", "p xText"},
      {"{\\*\\moMath{\\mr E=mc}}", "p E=mc"},
  };
  for (const auto& [content, expected] : rows) EXPECT_EQ(blocks(content), expected) << content;
}

TEST(Rtf, KeepsApartWhatIsNoPartOfItsText) {
  const ExtractedDocument document =
      extract_bytes(
          "a.rtf",
          "{\\rtf1{\\info{\\subject Trade}{\\keywords grain, {\\b oil}}{\\doccomm }{\\category Reports}}"
          "{\\deleted Three votes }Four {\\field{\\*\\fldinst HYPERLINK \"http://example.org/a\"}{\\fldrslt "
          "votes}}{\\deleted \\'e9lus}{\\v\\deleted hidden}.\\par Next.{\\deleted End}}")
          .document();
  EXPECT_EQ(print(document.blocks), "p Four votes.\np Next.");
  EXPECT_EQ(print(document.apart), "p Trade\np grain, oil\np Reports\nli http://example.org/a");
}

TEST(Rtf, SaysWhatItIs) {
  const Extraction got =
      extract_bytes("a",
                    "{\\rtf1\\ansi\\ansicpg1250{\\info{\\title A {\\b ti}tle \\'9e}{\\author N. "
                    "N.}{\\operator M.}{\\creatim\\yr2013"
                    "\\mo5\\dy24\\hr10}{\\revtim\\yr2014\\mo1\\dy2}{\\company C}}Text.\\par}trailing");
  const ExtractedDocument document = got.document();
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(document.type, "application/rtf");
  EXPECT_EQ(document.encoding, "windows-1250");
  EXPECT_EQ(document.metadata.title, "A title ž");
  EXPECT_EQ(document.metadata.author, "N. N.");
  EXPECT_EQ(print(document.metadata.dates), "rtf:created: 2013-05-24\nrtf:modified: 2014-01-02");
  EXPECT_EQ(print(document.blocks), "p Text.");
}

TEST(Rtf, ThatEndsEarlyGivesWhatCameBefore) {
  const Extraction got = extract_bytes("a.rtf", "{\\rtf1 First.\\par{\\b Sec");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_EQ(print(got.document().blocks), "p First.\np Sec");
  EXPECT_EQ(print(extract_bytes("a.rtf", "{\\rtf").outcome), "failed damaged");
}

TEST(Rtf, MadeToBreakItsReaderIsRead) {
  const std::vector<std::string> rows{
      repeated("{", 300'000),
      repeated("{\\b ", 100'000) + repeated("}", 100'000),
      repeated("{\\footnote ", 50'000),
      repeated("{\\header ", 50'000),
      repeated("\\trowd", 200'000),
      repeated("\\trowd\\cell\\row", 100'000),
      repeated("{\\fonttbl{\\f1 A;}}", 50'000),
      "{\\fonttbl" + repeated("\\f1 A;", 100'000) + "}",
      "{\\stylesheet" + repeated("{\\s1\\sbasedon1 A;}", 100'000) + "}",
      "\\" + std::string(1'000'000, 'a') + " ",
      "\\fs" + std::string(1'000'000, '9') + " ",
      repeated("\\par", 300'000),
      repeated("\\u-1?\\u55296?", 100'000),
      repeated("\\'e9\\b", 200'000),
      "{\\info{\\title " + std::string(1'000'000, 'x') + "}}",
  };
  for (const std::string& row : rows) {
    const Extraction got = extract_bytes("a.rtf", "{\\rtf1 Before.\\par " + row + "}");
    ASSERT_EQ(got.documents.size(), 1U) << row.substr(0, 40);
    EXPECT_EQ(got.document().blocks.at(0).text, "Before.") << row.substr(0, 40);
  }
  // No nesting hides what follows.
  EXPECT_EQ(blocks(repeated("{", 100'000) + "{\\*\\x out}in" + repeated("}", 100'000) + "after"),
            "p inafter");
}

}  // namespace
}  // namespace dossier
