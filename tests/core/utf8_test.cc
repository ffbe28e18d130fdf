#include "dossier/core/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace dossier {
namespace {

using namespace std::string_literals;

constexpr std::string_view kReplacement = "\uFFFD";

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Utf8, WritesAndReadsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    ASSERT_EQ(bytes.size(), c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U);
    ASSERT_TRUE(is_valid_utf8(bytes)) << static_cast<std::uint32_t>(c);
    ASSERT_EQ(decode_utf8(bytes, 0).code_point, c);
    ASSERT_EQ(decode_utf8(bytes, 0).next, bytes.size());
    ASSERT_EQ(count_code_points(bytes), 1U);
  }
}

TEST(Utf8, WritesTheReplacementForWhatIsNoCodePoint) {
  for (const char32_t c : {0xD800U, 0xDBFFU, 0xDC00U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU}) {
    std::string bytes;
    append_utf8(bytes, c);
    EXPECT_EQ(bytes, kReplacement) << static_cast<std::uint32_t>(c);
  }
}

// Unicode 15, table 3-7, but for ASCII: which second bytes may follow a lead byte; further ones are any
// continuation.
struct Sequence {
  int first_lead, last_lead;
  int first_second, last_second;
  std::size_t length;
};
constexpr Sequence kSequences[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

TEST(IsValidUtf8, AcceptsExactlyTheWellFormedSequences) {
  for (int lead = 0x80; lead < 0x100; ++lead) {
    const auto* row = std::find_if(std::begin(kSequences), std::end(kSequences), [&](const Sequence& s) {
      return s.first_lead <= lead && lead <= s.last_lead;
    });
    ASSERT_FALSE(is_valid_utf8(std::string(1, static_cast<char>(lead)))) << lead;
    for (int second = 0; second < 0x100; ++second) {
      const bool starts =
          row != std::end(kSequences) && row->first_second <= second && second <= row->last_second;
      std::string bytes{static_cast<char>(lead), static_cast<char>(second)};
      for (; bytes.size() <= 5; bytes += '\xBF') {
        ASSERT_EQ(is_valid_utf8(bytes), starts && bytes.size() == row->length)
            << testing::PrintToString(bytes);
      }
      for (const char wrong : {'a', '\xC2', '\xFF'}) {
        for (std::size_t at = 2; starts && at < row->length; ++at) {
          std::string broken = bytes.substr(0, row->length);
          broken[at] = wrong;
          ASSERT_FALSE(is_valid_utf8(broken)) << testing::PrintToString(broken);
        }
      }
    }
  }
}

TEST(RepairUtf8, ReplacesEachMaximalSubpartOnce) {
  struct Row {
    std::string bytes;
    std::string text;
    std::size_t replaced;
  };
  const std::vector<Row> rows = {
      {"", "", 0},
      {"plain", "plain", 0},
      {"Vučić 北京 😀", "Vučić 北京 😀", 0},
      {"a\0b"s, "a\0b"s, 0},
      {"\uFFFD", "\uFFFD", 0},                              // one that was there already
      {"\xEF\xBB\xBFx", "\uFEFFx", 0},                      // a byte order mark is a character
      {"caf\xE9", "caf\uFFFD", 1},                          // Latin-1
      {"\x93quoted\x94", "\uFFFDquoted\uFFFD", 2},          // Windows-1252
      {"\xC0\xAF", "\uFFFD\uFFFD", 2},                      // overlong, two bytes
      {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD", 3},            // overlong, three
      {"\xF0\x80\x80\xAF", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},  // overlong, four
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},            // a surrogate
      {"\xED\xA0\xBD\xED\xB8\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 6},  // a pair of them (CESU-8)
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},                      // above U+10FFFF
      {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 5},  // five bytes were once allowed
      {"\xFF\xFE", "\uFFFD\uFFFD", 2},
      {"\xE2\x82", "\uFFFD", 1},  // cut short at the end
      {"\xF0\x9F\x98", "\uFFFD", 1},
      {"\xF0\x9F", "\uFFFD", 1},
      {"\xF0", "\uFFFD", 1},
      {"\xE2\x82x", "\uFFFDx", 1},  // cut short by another
      {"\xE2\x82\xE2\x82\xAC", "\uFFFD€", 1},
      {"\xF0\x9F\xC3\xA9", "\uFFFDé", 1},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},  // only cut ones
      {"a\xF1\x80\x80\xE1\x80\xC2z\x80y\x80\xBFx", "a\uFFFD\uFFFD\uFFFDz\uFFFDy\uFFFD\uFFFDx", 6},
      {"\x80\xBF", "\uFFFD\uFFFD", 2},  // continuations without a lead
  };
  for (const auto& [bytes, text, replaced] : rows) {
    std::size_t count = 99;
    EXPECT_EQ(repair_utf8(bytes, &count), text) << testing::PrintToString(bytes);
    EXPECT_EQ(count, replaced) << testing::PrintToString(bytes);
    EXPECT_EQ(repair_utf8(bytes), text);
    EXPECT_EQ(is_valid_utf8(bytes), replaced == 0) << testing::PrintToString(bytes);
  }
}

TEST(RepairUtf8, SurvivesAMegabyteOfAnything) {
  constexpr std::size_t kTimes = 1 << 20;
  for (const std::string_view piece :
       {"\x80", "\xC2", "\xE2\x82", "\xF0\x9F\x98", "\xFF", "\xED\xA0", "a\x80"}) {
    std::size_t replaced = 0;
    const std::string text = repair_utf8(repeat(piece, kTimes), &replaced);
    const std::string once = repair_utf8(piece);
    EXPECT_EQ(text.size(), once.size() * kTimes) << testing::PrintToString(std::string(piece));
    EXPECT_EQ(replaced, count_code_points(once) * kTimes - (piece[0] == 'a' ? kTimes : 0));
  }
}

TEST(DecodeUtf8, StepsOneByteWhereItIsInvalid) {
  const std::string text = "a\xE2\x82z";
  std::vector<std::pair<char32_t, std::size_t>> seen;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    seen.emplace_back(c, next);
    i = next;
  }
  EXPECT_EQ(seen,
            (std::vector<std::pair<char32_t, std::size_t>>{{'a', 1}, {0xFFFD, 2}, {0xFFFD, 3}, {'z', 4}}));
}

TEST(TruncateUtf8, CutsNoCodePoint) {
  const std::string text = "aé€😀z";
  const std::vector<std::pair<std::size_t, std::string>> rows = {
      {0, ""},
      {1, "a"},
      {2, "a"},
      {3, "aé"},
      {4, "aé"},
      {5, "aé"},
      {6, "aé€"},
      {7, "aé€"},
      {9, "aé€"},
      {10, "aé€😀"},
      {11, "aé€😀z"},
      {12, "aé€😀z"},
      {~std::size_t{0}, "aé€😀z"},
  };
  for (const auto& [bytes, prefix] : rows) EXPECT_EQ(truncate_utf8(text, bytes), prefix) << bytes;
  EXPECT_EQ(truncate_utf8("", 5), "");
  EXPECT_EQ(truncate_utf8("😀", 3), "");
}

TEST(FirstCodePoints, AreCountedNotMeasured) {
  EXPECT_EQ(first_code_points("aé€😀z", 0), "");
  EXPECT_EQ(first_code_points("aé€😀z", 4), "aé€😀");
  EXPECT_EQ(first_code_points("aé€😀z", 9), "aé€😀z");
}

TEST(CodePointBoundary, StandsBeforeEachCodePointAndAtTheEnd) {
  const std::string text = "é€😀";
  std::vector<std::size_t> boundaries;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (is_code_point_boundary(text, i)) boundaries.push_back(i);
  }
  EXPECT_EQ(boundaries, (std::vector<std::size_t>{0, 2, 5, 9}));
  EXPECT_TRUE(is_code_point_boundary("", 0));
}

TEST(CountCodePoints, CountsThem) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("aé€😀"), 4U);
  EXPECT_EQ(count_code_points("c\u030C\u200D"), 3U);
}

TEST(Trim, TakesWhiteSpaceOffBothEnds) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {"a", "a"},
      {" \t\r\n\v\f", ""},
      {"  a b \n", "a b"},
      {"\u00A0a\u00A0", "a"},
      {"\uFEFFa\u3000", "a"},
      {"\u2003\u2009a\u200B", "a"},
      {"\u2028a\u2029\u202F", "a"},
      {"\u0085a\u1680\u205F", "a"},
      {"\u00A0", ""},
      {"\u3000\u00A0 \u200B", ""},
      {"é ", "é"},
      {" \u0300", "\u0300"},   // a combining mark is no space
      {"a\u200D", "a\u200D"},  // neither is a joiner
      {"\u2060a", "\u2060a"},
      {"\0a\0"s, "\0a\0"s},
      {"\x80 ", "\x80"},  // what is not UTF-8 stays
      {" \xE2\x80", "\xE2\x80"},
  };
  for (const auto& [text, trimmed] : rows) EXPECT_EQ(trim(text), trimmed) << testing::PrintToString(text);
}

TEST(CollapseWhitespace, MakesEachRunOneSpace) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {" \n", ""},
      {"a", "a"},
      {"  a \n\t b  ", "a b"},
      {"a\u00A0\u3000\u2028b", "a b"},
      {"a\u200Bb", "a b"},
      {"Vučić\n\nВучић", "Vučić Вучић"},
      {"\uFEFFa", "a"},
      {"a \xFF b", "a \xFF b"},
  };
  for (const auto& [text, collapsed] : rows) {
    EXPECT_EQ(collapse_whitespace(text), collapsed) << testing::PrintToString(text);
  }
}

TEST(AsciiLower, LeavesOtherLettersAlone) {
  EXPECT_EQ(ascii_lower("KOSOVO @[`{ 1999"), "kosovo @[`{ 1999");
  EXPECT_EQ(ascii_lower("VUČIĆ ÄÖ Я"), "vuČiĆ ÄÖ Я");
  EXPECT_EQ(ascii_lower(""), "");
}

}  // namespace
}  // namespace dossier
