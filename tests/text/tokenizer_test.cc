// What each form of writing is cut into, as (text, tokens): "position:text", with "+" behind a compound, "-"
// behind a part of one and "~" behind a word of a script without spaces.
#include "dossier/text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dossier {
namespace {

std::string shown(const RawToken& token) {
  constexpr std::string_view kMarks[] = {"", "-", "+", "~"};
  return std::to_string(token.position) + ":" + std::string(token.text) +
         std::string(kMarks[static_cast<std::size_t>(token.kind)]);
}

std::string tokens_of(std::string_view text, std::uint32_t first_position = 0) {
  Tokenizer tokenizer;
  std::string out;
  tokenizer.tokenize(
      text, [&](const RawToken& token) { out += (out.empty() ? "" : " ") + shown(token); }, first_position);
  return out;
}

// What each token's offsets cut out of the text, parted by "|".
std::string slices_of(std::string_view text) {
  Tokenizer tokenizer;
  std::string out;
  tokenizer.tokenize(text, [&](const RawToken& token) {
    out += (out.empty() ? "" : "|") + std::string(text.substr(token.start, token.end - token.start));
  });
  return out;
}

struct Row {
  std::string_view text;
  std::string_view tokens;
};

template <std::size_t kCount>
void expect_tokens(const Row (&rows)[kCount]) {
  for (const auto& [text, tokens] : rows) EXPECT_EQ(tokens_of(text), tokens) << text;
}

TEST(Tokenizer, CutsWordsOfLettersAndDigits) {
  expect_tokens({
      {"", ""},
      {" \t\r\n", ""},
      {"Kosovo", "0:Kosovo"},
      {"Kosovo, resolution!", "0:Kosovo 1:resolution"},
      {"(a) \"b\" [c] {d}", "0:a 1:b 2:c 3:d"},
      {"5G H1N1 CO2 4x4", "0:5G 1:H1N1 2:CO2 3:4x4"},
      {"a_b #tag @user", "0:a 1:b 2:tag 3:user"},
      {"C++ C# .NET", "0:C 1:C 2:NET"},
      {"-5 +3 12:30", "0:5 1:3 2:12 3:30"},
      {"1999\u20132004 a\u2014b", "0:1999 1:2004 2:a 3:b"},
      {"x² ½ Ⅳ", "0:x² 1:½ 2:Ⅳ"},
      {"５０％ ＡＢＣ ﬁle", "0:５０ 1:ＡＢＣ 2:ﬁle"},
      {"Вучић Ђоковић їжак", "0:Вучић 1:Ђоковић 2:їжак"},
      {"Σίσυφος עִבְרִית", "0:Σίσυφος 1:עִבְרִית"},
      {"हिन्दी में", "0:हिन्दी 1:में"},
      {"한국어 텍스트", "0:한국어 1:텍스트"},
  });
}

TEST(Tokenizer, GivesHyphenatedWordsInPartsAndAsOne) {
  expect_tokens({
      {"co-operation", "0:cooperation+ 0:co- 1:operation-"},
      {"F-35", "0:F35+ 0:F- 1:35-"},
      {"COVID\u201119 COVID\u201019", "0:COVID19+ 0:COVID- 1:19- 2:COVID19+ 2:COVID- 3:19-"},
      {"state-of-the-art", "0:stateoftheart+ 0:state- 1:of- 2:the- 3:art-"},
      {"- a - b -- c --dry-run-", "0:a 1:b 2:c 3:dryrun+ 3:dry- 4:run-"},
      {"10-20 2013-05-24", "0:10-20+ 0:10- 1:20- 2:2013-05-24+ 2:2013- 3:05- 4:24-"},
      {"Mi-24-26", "0:Mi24-26+ 0:Mi- 1:24- 2:26-"},
      {"Косово-Метохија", "0:КосовоМетохија+ 0:Косово- 1:Метохија-"},
  });
}

TEST(Tokenizer, JoinsAcrossAHyphenAtALinesEnd) {
  expect_tokens({
      {"Secre-\ntary", "0:Secretary+ 0:Secre- 1:tary-"},
      {"Secretary- \n  General", "0:SecretaryGeneral+ 0:Secretary- 1:General-"},
      {"Secre\u00AD\ntary", "0:Secretary+ 0:Secre- 1:tary-"},
      {"Secretary-\n\nGeneral", "0:Secretary 1:General"},  // another paragraph
      {"Secretary-  General", "0:Secretary 1:General"},
      {"Secretary\nGeneral", "0:Secretary 1:General"},
      {"1990-\n2000", "0:1990-2000+ 0:1990- 1:2000-"},
      {"a-\n", "0:a"},
  });
}

TEST(Tokenizer, GivesElisionsInPartsAndAsOne) {
  expect_tokens({
      {"l'égalité", "0:légalité+ 0:l- 1:égalité-"},
      {"l\u2019ONU d\u02BCun", "0:lONU+ 0:l- 1:ONU- 2:dun+ 2:d- 3:un-"},
      {"don't O'Brien", "0:dont+ 0:don- 1:t- 2:OBrien+ 2:O- 3:Brien-"},
      {"rock'n'roll", "0:rocknroll+ 0:rock- 1:n- 2:roll-"},
      {"'quoted' l' ' a''b", "0:quoted 1:l 2:a 3:b"},
      {"п'ять п\u02BCять", "0:пять+ 0:п- 1:ять- 2:пять+ 2:п- 3:ять-"},
      {"5'6", "0:5 1:6"},
  });
}

TEST(Tokenizer, DropsThePossessive) {
  expect_tokens({
      {"Moscow's Moscow\u2019s MOSCOW'S", "0:Moscow 1:Moscow 2:MOSCOW"},
      {"1990's '90s", "0:1990 1:90s"},
      {"the states' rights", "0:the 1:states 2:rights"},
      {"F-35's", "0:F35+ 0:F- 1:35-"},
      {"it's so", "0:it 1:so"},
  });
}

TEST(Tokenizer, MakesAcronymsWithPointsOneWord) {
  expect_tokens({
      {"U.S. U.K.", "0:US 1:UK"},
      {"U.S.S.R. I.B.M e.g. i.e.", "0:USSR 1:IBM 2:eg 3:ie"},
      {"J. Smith", "0:J 1:Smith"},
      {"U.S.-Russia", "0:US 1:Russia"},
      {"the end.Next a.bc", "0:the 1:end 2:Next 3:a 4:bc"},
  });
}

TEST(Tokenizer, KeepsNumbersApart) {
  expect_tokens({
      {"1,000 12,345,678", "0:1000 1:12345678"},
      {"3.5 v2.0.1", "0:3.5+ 0:3- 1:5- 2:v2.0.1+ 2:v2- 3:0- 4:1-"},
      {"1,000.50", "0:1000.50+ 0:1- 1:000- 2:50-"},
      {"1, 2,3 1,0000 1234,567", "0:1 1:2 2:3 3:1 4:0000 5:1234 6:567"},
      {"1/2 24/7", "0:1/2+ 0:1- 1:2- 2:24/7+ 2:24- 3:7-"},
      {"5. Then", "0:5 1:Then"},
      {"Art.5 A.5 UN.5", "0:Art 1:5 2:A.5+ 2:A- 3:5- 4:UN.5+ 4:UN- 5:5-"},
  });
}

TEST(Tokenizer, ReadsSymbolsOfDocuments) {
  expect_tokens({
      {"S/RES/1244", "0:S/RES/1244+ 0:S- 1:RES- 2:1244-"},
      {"S/RES/1244(1999)", "0:S/RES/1244+ 0:S- 1:RES- 2:1244- 3:1999"},
      {"A/HRC/RES/25/1", "0:A/HRC/RES/25/1+ 0:A- 1:HRC- 2:RES- 3:25- 4:1-"},
      {"2013/C 77", "0:2013/C+ 0:2013- 1:C- 2:77"},
      {"and/or NATO/EU", "0:and 1:or 2:NATO- 3:EU-"},  // alternatives are no compound
  });
}

TEST(Tokenizer, JoinsShortNamesWithAnAmpersand) {
  expect_tokens({
      {"AT&T R&D", "0:ATT+ 0:AT- 1:T- 2:RD+ 2:R- 3:D-"},
      {"trade&aid A & B MARKS&SPENCER", "0:trade 1:aid 2:A 3:B 4:MARKS 5:SPENCER"},
      {"5&6", "0:5 1:6"},
  });
}

TEST(Tokenizer, CutsAddressesAtTheirSigns) {
  expect_tokens({
      {"john.smith@un.org", "0:john 1:smith 2:un 3:org"},
      {"https://www.un.org/en/a_b?x=1&y=2", "0:https 1:www 2:un 3:org 4:en 5:a 6:b 7:x 8:1 9:y 10:2"},
  });
}

TEST(Tokenizer, CutsScriptsWithoutSpacesByDictionary) {
  expect_tokens({
      {"安理会通过了决议", "0:安理会~ 1:通过~ 2:了~ 3:决议~"},
      {"第1244号决议", "0:第~ 1:1244 2:号~ 3:决议~"},
      {"2013年5月24日", "0:2013 1:年~ 2:5 3:月~ 4:24 5:日~"},
      {"中文English混合", "0:中文~ 1:English 2:混合~"},
      {"日本語のテキスト", "0:日本語~ 1:の~ 2:テキスト~"},
      {"ラーメン ﾗｰﾒﾝ", "0:ラーメン~ 1:ﾗｰﾒﾝ~"},
      {"ﾄﾞｲﾂ", "0:ﾄﾞｲﾂ~"},
      {"か\u3099く", "0:か\u3099~ 1:く~"},
      {"ไทยภาษา", "0:ไทย~ 1:ภาษา~"},
      {"ភាសាខ្មែរ\u200Bនិង", "0:ភាសាខ្មែរ~ 1:និង~"},  // what only parts words is none
      {"𠮷野家", "0:𠮷~ 1:野家~"},
      {"决议。「安理会」", "0:决议~ 1:安理会~"},
  });
}

TEST(Tokenizer, KeepsMarksWithTheirLetters) {
  expect_tokens({
      {"Vuc\u030Cic\u0301", "0:Vuc\u030Cic\u0301"},
      {"a\u0301-b", "0:a\u0301b+ 0:a\u0301- 1:b-"},
      {"\u0301abc", "0:abc"},
      {"العَرَبِيَّة كِتَاب", "0:العَرَبِيَّة 1:كِتَاب"},
      {"كـتاب", "0:كـتاب"},
      {"Koso\u00ADvo", "0:Koso\u00ADvo"},              // the normalizer drops the soft hyphen
      {"می\u200Cخواهم", "0:میخواهم+ 0:می- 1:خواهم-"},  // parts a word in Arabic script
      {"क्\u200Cष", "0:क्\u200Cष"},                      // and letters elsewhere
      {"a\u200D b", "0:a 1:b"},
      {"\u200Fשלום\u200F", "0:שלום"},
  });
}

TEST(Tokenizer, GivesNoTokenForSymbols) {
  expect_tokens({
      {"😀 👨\u200D👩\u200D👧 🇽🇰 ☭", ""},
      {"€5 §12 50% №7", "0:5 1:12 2:50 3:7"},
      {"a😀b", "0:a 1:b"},
      {"\u200B\u200D\uFEFF\u202E", ""},
  });
}

TEST(Tokenizer, CutsTheSourceByItsOffsets) {
  const Row rows[] = {
      {"in the U.S., 1,000 men", "in|the|U.S.|1,000|men"},
      {"Moscow's F-35's", "Moscow|F-35|F|35"},
      {"l\u2019égalité", "l\u2019égalité|l|égalité"},
      {"Secretary-\n General", "Secretary-\n General|Secretary|General"},
      {"S/RES/1244 (1999)", "S/RES/1244|S|RES|1244|1999"},
      {"Vuc\u030Cic\u0301!", "Vuc\u030Cic\u0301"},
      {"安理会决议", "安理会|决议"},
      {"(a\u200D)", "a"},
      {"AT&T", "AT&T|AT|T"},
  };
  for (const auto& [text, slices] : rows) EXPECT_EQ(slices_of(text), slices) << text;
}

TEST(Tokenizer, CutsALongWordButNotItsOffsets) {
  std::vector<RawToken> tokens;
  const std::string text = "x " + std::string(10'000, 'a') + " y";
  Tokenizer tokenizer;
  tokenizer.tokenize(text, [&](const RawToken& token) { tokens.push_back(token); });
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].text, std::string(max_word_bytes, 'a'));
  EXPECT_EQ(tokens[1].start, 2U);
  EXPECT_EQ(tokens[1].end, 10'002U);
  EXPECT_EQ(tokens[2].position, 2U);
}

TEST(Tokenizer, CutsALongWordAtACodePoint) {
  std::string text = "x";
  for (int i = 0; i < 200; ++i) text += "č";
  EXPECT_EQ(tokens_of(text), "0:" + text.substr(0, max_word_bytes - 1));
}

TEST(Tokenizer, GivesNoCompoundThatIsTooLong) {
  const std::string half(70, 'a');
  EXPECT_EQ(tokens_of(half + "-" + half), "0:" + half + "- 1:" + half + "-");
}

TEST(Tokenizer, CutsALongChainIntoCompoundsOfSixteen) {
  std::string chain = "a";
  for (int i = 1; i < 20; ++i) chain += "-a";
  std::string expected = "0:" + std::string(16, 'a') + "+";
  for (int i = 0; i < 16; ++i) expected += " " + std::to_string(i) + ":a-";
  expected += " 16:aaaa+";
  for (int i = 16; i < 20; ++i) expected += " " + std::to_string(i) + ":a-";
  EXPECT_EQ(tokens_of(chain), expected);
}

TEST(Tokenizer, CountsPositionsFromWhereItIsTold) {
  Tokenizer tokenizer;
  const auto ignore = [](const RawToken&) {};
  EXPECT_EQ(tokens_of("a F-35 U.S.", 7), "7:a 8:F35+ 8:F- 9:35- 10:US");
  EXPECT_EQ(tokenizer.tokenize("a F-35 U.S.", ignore, 7), 11U);
  EXPECT_EQ(tokenizer.tokenize("安理会决议", ignore), 2U);
  EXPECT_EQ(tokenizer.tokenize("", ignore, 3), 3U);
  EXPECT_EQ(tokenizer.tokenize("...", ignore), 0U);
}

TEST(Tokenizer, GivesTheSameWhenUsedAgainOrMoved) {
  Tokenizer first;
  const auto tokens = [](Tokenizer& tokenizer) {
    std::string out;
    tokenizer.tokenize("安理会 F-35 ไทยภาษา", [&](const RawToken& token) { out += shown(token) + " "; });
    return out;
  };
  const std::string once = tokens(first);
  EXPECT_EQ(tokens(first), once);
  Tokenizer second = std::move(first);
  EXPECT_EQ(tokens(second), once);
}

}  // namespace
}  // namespace dossier
