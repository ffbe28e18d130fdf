// Whatever can be typed or pasted: it ends, in time that grows with its length, with places inside the text.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/core/utf8.h"
#include "dossier/query/describe.h"
#include "dossier/query/parser.h"

namespace dossier {
namespace {

using std::string_literals::operator""s;

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

ParsedQuery parse_checked(std::string_view query) {
  ParsedQuery parsed = parse_query(query);
  std::size_t last = 0;
  for (const Problem& problem : parsed.problems) {
    EXPECT_GE(problem.span.offset, last);
    EXPECT_LE(problem.span.offset + problem.span.length, parsed.text.size());
    EXPECT_TRUE(is_code_point_boundary(parsed.text, problem.span.offset));
    EXPECT_TRUE(is_code_point_boundary(parsed.text, problem.span.offset + problem.span.length));
    EXPECT_TRUE(is_valid_utf8(problem.message));
    last = problem.span.offset;
  }
  describe(parsed);
  return parsed;
}

TEST(HostileQuery, SurvivesAMegabyteOfAnything) {
  for (const std::string_view piece :
       {"a",         "a ",        "(",      ")",        "()",         "( ",
        "\"",        "\" ",       "\"a\" ", "-",        "- ",         "-a ",
        "+(",        "NOT ",      "-(",     "AND ",     "a AND ",     "OR OR ",
        "a NEAR/5 ", "NEAR ",     "*",      "* ",       "a*",         "~",
        "a~",        "a~1",       "title:", "title:a ", "title:(",    "source:",
        "lang:(",    "lang:(a) ", "foo:",   "foo:(",    "published:", "published:2013 ",
        "..",        "=",         "=a ",    "=\"",      "é",          "\xFF",
        "\xE2\x82",  "😀",         "“",      "«",        "„a«",        "\u202E",
        "\u3000",    "（",        "&&||!",  ":",        "::",         "a:",
        "/",         "NEAR/",     "w/9",    "pre/5 a "}) {
    SCOPED_TRACE(piece);
    EXPECT_LE(parse_checked(repeat(piece, 1 << 20)).problems.size(), 100U);
    EXPECT_LE(parse_checked("a " + repeat(piece, 1 << 16) + " b").problems.size(), 100U);
  }
}

TEST(HostileQuery, SurvivesEverySingleByteAndEveryPairOfOperators) {
  for (int byte = 0; byte < 256; ++byte) {
    EXPECT_TRUE(is_valid_utf8(parse_checked(std::string(1, static_cast<char>(byte))).text));
    EXPECT_TRUE(is_valid_utf8(parse_checked("a"s + static_cast<char>(byte) + "b").text));
  }
  const std::string_view pieces[] = {"a",  "AND",    "OR",    "NOT",   "NEAR/5", "(",
                                     ")",  "\"",     "+",     "-",     "=",      "*",
                                     "~",  "title:", "lang:", "date:", "foo:",   std::string_view("\0", 1),
                                     "..", "“",      "«",     "\xC3",  ",",      " "};
  for (const std::string_view first : pieces) {
    for (const std::string_view second : pieces) {
      for (const std::string_view third : pieces) {
        const std::string words[] = {std::string(first), std::string(second), std::string(third)};
        EXPECT_TRUE(is_valid_utf8(parse_checked(words[0] + words[1] + words[2]).text));
        EXPECT_TRUE(is_valid_utf8(parse_checked(words[0] + " " + words[1] + " " + words[2]).text));
      }
    }
  }
}

TEST(HostileQuery, RepairsWhatIsNotUtf8) {
  const ParsedQuery parsed = parse_query("caf\xE9 \"b\xC3 c\xE2\x82");
  EXPECT_EQ(parsed.text, "caf\uFFFD \"b\uFFFD c\uFFFD");
  EXPECT_EQ(print_tree(parsed), "(seq caf\uFFFD \"b\uFFFD c\uFFFD\")");
  ASSERT_EQ(parsed.problems.size(), 2U);
  EXPECT_EQ(parsed.problems[0].span, (Span{3, 3}));
  EXPECT_EQ(parsed.problems[0].message, "this is not valid UTF-8 (3 such places); read as U+FFFD");
  EXPECT_EQ(parsed.problems[1].span, (Span{7, 1}));
}

TEST(HostileQuery, FindsThePlaceOfABadByteThatBeginsLikeTheReplacement) {
  const ParsedQuery parsed = parse_query("a\xEF\xBF b");
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].span, (Span{1, 3}));
}

TEST(HostileQuery, TakesNulAndControlsForSpaces) {
  EXPECT_EQ(print_tree(parse_query("a\0b\x1B[31m"s)), "(seq a b 31m)");
  EXPECT_EQ(print_tree(parse_query("\"a\0b\""s)), "\"a b\"");
  EXPECT_EQ(print_tree(parse_query("source:\"a\0b\""s)), "(source \"a b\")");
}

TEST(HostileQuery, IgnoresBracketsBeyondAHundredLevels) {
  const std::string deep = std::string(100, '(') + "a" + std::string(100, ')');
  EXPECT_TRUE(parse_query(deep).problems.empty());
  const ParsedQuery parsed = parse_query("x OR (" + deep + " OR b)");
  EXPECT_EQ(print_tree(parsed), "(or x a b)");
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].span, (Span{105, 1}));
}

TEST(HostileQuery, CutsAfterAThousandWords) {
  EXPECT_TRUE(parse_query(repeat("ab ", 3000)).problems.empty());
  const ParsedQuery parsed = parse_query("(" + repeat("ab ", 3003));
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].span, (Span{3001, 2}));
  EXPECT_EQ(std::get<SequenceNode>(parsed.root.front().value).items.size(), 1000U);
}

TEST(HostileQuery, ListsAHundredProblemsAtMost) {
  const ParsedQuery parsed = parse_query(repeat("AND ", 4000));
  ASSERT_EQ(parsed.problems.size(), 100U);
  EXPECT_EQ(parsed.problems.back().message, "more problems from here on are not listed");
}

}  // namespace
}  // namespace dossier
