// Bytes in any charset, told apart without being told.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

using namespace std::string_literals;

constexpr std::string_view kEnglish =
    "The council adopted the resolution on water policy by 14 votes to none.\n";
constexpr std::string_view kFrench =
    "L’Assemblée générale a adopté à l’unanimité la décision relative à la sécurité.\n";
constexpr std::string_view kRussian =
    "Совет принял резолюцию о водной политике, и правительство её поддержало.\n";
constexpr std::string_view kGreek = "Το συμβούλιο ενέκρινε το ψήφισμα για την πολιτική των υδάτων.\n";
constexpr std::string_view kHebrew = "המועצה אימצה החלטה בנושא מדיניות המים\n";
constexpr std::string_view kJapanese = "水政策に関する決議を理事会が採択した。政府はこれを支持する。\n";
constexpr std::string_view kKorean = "물 정책에 관한 결의안을 이사회가 채택했다. 정부는 이를 지지한다.\n";
constexpr std::string_view kSimplified = "水资源政策决议由理事会通过。政府表示支持这项决定。\n";
constexpr std::string_view kTraditional = "水資源政策決議由理事會通過。政府表示支持這項決定。\n";
constexpr std::string_view kPolish =
    "Rada przyjęła uchwałę w sprawie polityki wodnej, a rząd ją poparł w całości.\n";

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string in_charset(std::string_view text, const char* charset) {
  const auto utf16 =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(text.size() * 8 + 64, '\0');
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &error);
  const int32_t length = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                                         utf16.getBuffer(), utf16.length(), &error);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(error)) << charset;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::string first_line(const Extraction& extraction) {
  const std::vector<Block> blocks = extraction.document().blocks;
  return blocks.empty() ? "" : blocks[0].text.substr(0, blocks[0].text.find('\n')) + "\n";
}

TEST(Charset, IsDetected) {
  struct Row {
    const char* charset;
    std::string_view text;
    std::string_view encoding;
  };
  const std::vector<Row> rows{
      {"UTF-8", kEnglish, "UTF-8"},
      {"UTF-8", kFrench, "UTF-8"},
      {"UTF-8", kJapanese, "UTF-8"},
      {"UTF-16LE", kEnglish, "UTF-16LE"},
      {"UTF-16BE", kEnglish, "UTF-16BE"},
      {"UTF-16LE", kRussian, "UTF-16LE"},
      {"UTF-16BE", kSimplified, "UTF-16BE"},
      {"UTF-32LE", kEnglish, "UTF-32LE"},
      {"UTF-32BE", kRussian, "UTF-32BE"},
      {"windows-1252", kFrench, "windows-1252"},
      {"windows-1251", kRussian, "windows-1251"},
      {"KOI8-R", kRussian, "KOI8-R"},
      {"IBM866", kRussian, "IBM866"},
      {"ISO-8859-5", kRussian, "ISO-8859-5"},
      {"ISO-8859-7", kGreek, "ISO-8859-7"},
      {"windows-1255", kHebrew, "windows-1255"},
      {"ISO-8859-2", kPolish, "ISO-8859-2"},
      {"Shift_JIS", kJapanese, "Shift_JIS"},
      {"EUC-JP", kJapanese, "EUC-JP"},
      {"ISO-2022-JP", kJapanese, "ISO-2022-JP"},
      {"EUC-KR", kKorean, "windows-949"},
      {"GB18030", kSimplified, "GB18030"},
      {"HZ-GB-2312", kSimplified, "HZ-GB-2312"},
      {"Big5", kTraditional, "Big5"},
      {"IBM037", kEnglish, "IBM037"},
  };
  for (const auto& [charset, text, encoding] : rows) {
    const Extraction got = extract_bytes("a.txt", in_charset(repeat(text, 6), charset));
    EXPECT_EQ(got.document().encoding, encoding);
    EXPECT_EQ(first_line(got), text) << charset;
    EXPECT_EQ(print(got.outcome), "ok") << charset;
  }
}

TEST(Charset, OfAFewAccentsIsACommonOne) {
  for (const std::string_view text :
       {"naïve approach\n", "Señor\n", "Société générale\n", "Straße\n", "“smart” quotes – and dashes\n",
        "São Paulo, decisão\n", "Cost: £100 or €90\n"}) {
    EXPECT_EQ(first_line(extract_bytes("a.txt", in_charset(text, "windows-1252"))), text);
  }
}

TEST(Charset, IsWhatAByteOrderMarkSays) {
  const std::vector<std::pair<std::string, const char*>> marks{{"\xEF\xBB\xBF", "UTF-8"},
                                                               {"\xFF\xFE", "UTF-16LE"},
                                                               {"\xFE\xFF", "UTF-16BE"},
                                                               {"\xFF\xFE\0\0"s, "UTF-32LE"},
                                                               {"\0\0\xFE\xFF"s, "UTF-32BE"}};
  for (const auto& [mark, charset] : marks) {
    for (const std::string_view text : {kEnglish, kFrench, kSimplified}) {
      const Extraction got = extract_bytes("a.txt", mark + in_charset(text, charset));
      EXPECT_EQ(got.document().encoding, charset);
      EXPECT_EQ(first_line(got), text) << charset;
    }
  }
}

TEST(Charset, IsUtf8ForAscii) {
  EXPECT_EQ(extract_bytes("a.txt", "plain words").document().encoding, "UTF-8");
}

TEST(Charset, ReplacesWhatDoesNotFitMostlyUtf8) {
  struct Row {
    std::string bytes;
    std::string_view text;
  };
  const std::vector<Row> rows{
      {"Société, décision, caf\x81 crème", "Société, décision, caf\uFFFD crème"},  // in no charset
      {"naïve, cut short \xE2\x82", "naïve, cut short \uFFFD"},                    // at the end of a buffer
      {"café crème, overlong \xC0\xAF slash",
       "café crème, overlong \uFFFD\uFFFD slash"},  // not the slash it means
      {"“quotes”, surrogate \xED\xA0\x80 end", "“quotes”, surrogate \uFFFD\uFFFD\uFFFD end"},
      {"“quotes”, too high \xF4\x90\x80\x80 end", "“quotes”, too high \uFFFD\uFFFD\uFFFD\uFFFD end"},
  };
  for (const auto& [bytes, text] : rows) {
    const Extraction got = extract_bytes("a.txt", bytes);
    EXPECT_EQ(print(got.document().blocks), "p " + std::string(text));
    EXPECT_EQ(print(got.outcome), "partial bad-encoding") << text;
    EXPECT_EQ(got.document().outcome, got.outcome);
  }
}

TEST(Charset, MayBeSeveralInOneText) {
  struct Row {
    std::string bytes;
    std::string text;
  };
  const std::string russian = in_charset(kRussian, "windows-1251");
  const std::string french = in_charset(kFrench, "windows-1252");
  const std::vector<Row> rows{
      // Bytes pasted into UTF-8, on a line with other accents or without.
      {"Société, décision, caf\xE9 cr\xE8me", "Société, décision, café crème"},
      {repeat(kFrench, 3) + "\x93Smart\x94 quotes \x96 and 5 \x80\n",
       repeat(kFrench, 3) + "“Smart” quotes – and 5 €"},
      {repeat(kRussian, 12) + "na\xEFve\n", repeat(kRussian, 12) + "naïve"},
      // Whole lines of another charset, few of them or most.
      {repeat(kFrench, 6) + french, repeat(kFrench, 7)},
      {repeat(kRussian, 6) + repeat(russian, 6), repeat(kRussian, 12)},
      {repeat(kRussian, 3) + repeat(russian, 6), repeat(kRussian, 9)},
      {repeat(kFrench, 2) + repeat(french, 4) + "Loi n\xBA 5\n", repeat(kFrench, 6) + "Loi nº 5"},
  };
  for (const auto& [bytes, text] : rows) {
    const Extraction got = extract_bytes("a.txt", bytes);
    EXPECT_EQ(got.document().blocks.at(0).text + "\n", text.ends_with('\n') ? text : text + "\n");
    EXPECT_EQ(got.document().encoding, "UTF-8");
    EXPECT_EQ(print(got.outcome), "ok");
  }
  // What a page declares is what its loose bytes and foreign lines are in.
  const std::string page =
      "<meta charset=iso-8859-2><p>" + repeat(kPolish, 8) + "<p>" + in_charset("dług\n", "ISO-8859-2");
  EXPECT_EQ(extract_bytes("a.html", page).document().blocks.at(1).text, "dług");
}

TEST(Charset, CountsWhatItReplaced) {
  EXPECT_EQ(extract_bytes("a.txt", "déjà vu \x81").outcome.detail,
            "1 sequence fit no UTF-8 and became U+FFFD");
  EXPECT_EQ(extract_bytes("a.txt", "\xFF\xFE" + in_charset(kEnglish, "UTF-16LE") + "A").outcome.detail,
            "1 sequence fit no UTF-16LE and became U+FFFD");
  const std::string halves =
      in_charset(kEnglish, "UTF-16LE") + repeat("\x00\xD8"s, 50) + repeat("\x00\xD8"s, 50);
  EXPECT_EQ(extract_bytes("a.txt", "\xFF\xFE" + halves).outcome.detail,
            "100 sequences fit no UTF-16LE and became U+FFFD");
}

TEST(Charset, LeavesAsciiWordsReadableAmongBytesThatFitNothing) {
  for (const std::string& junk : {"\xFE\xFF\xFE"s, "\x80\xBF"s, "\xF8\x88\x80\x80\x80"s, "\xED\xA0\xBD"s}) {
    const Extraction got = extract_bytes("a.txt", std::string(kEnglish) + repeat(junk, 40));
    EXPECT_EQ(first_line(got), kEnglish);
  }
}

TEST(Charset, DoesNotTakeShellOrMathForHz) {
  const Extraction got = extract_bytes("a.txt", "echo ~{name}, then ~{rest\n");
  EXPECT_EQ(got.document().encoding, "UTF-8");
  EXPECT_EQ(print(got.document().blocks), "p echo ~{name}, then ~{rest");
}

TEST(Charset, TellsBinaryDataFromText) {
  struct Row {
    std::string bytes;
    std::string_view outcome;
  };
  std::string noise;
  for (unsigned i = 0, x = 1; i < 5000; ++i) noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  const std::vector<Row> rows{
      {repeat("\0"s, 4096), "skipped binary"},
      {noise, "skipped binary"},
      {"\x7F"
       "ELF\x02\x01\x01" +
           repeat("\0\x01\x02\x03"s, 500),
       "skipped binary"},
      {"\xFF\xFE" + noise, "skipped binary"},
      {std::string(kEnglish) + repeat("\0"s, 200000) + std::string(kEnglish), "ok"},  // a hole
      {"name\x1Fvalue\x1Ename\x1Fvalue\x1E", "ok"},                                   // separated records
      {"end of a file of DOS\r\n\x1A", "ok"},
      {"bell\a and back\b\bspace", "ok"},
      {"one \x01 stray control", "ok"},
  };
  for (const auto& [bytes, outcome] : rows) {
    EXPECT_EQ(print(extract_bytes("a.txt", bytes).outcome), outcome) << bytes.substr(0, 20);
  }
}

}  // namespace
}  // namespace dossier
