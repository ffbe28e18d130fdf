#include "dossier/core/glob.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dossier {
namespace {

struct Row {
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

template <std::size_t kCount>
void expect_matches(const Row (&rows)[kCount]) {
  for (const auto& [pattern, path, matches] : rows) {
    EXPECT_EQ(glob_match(pattern, path), matches) << pattern << " against " << path;
  }
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Glob, HoldsAPatternWithoutSlashAgainstTheLastSegment) {
  expect_matches({
      {"a.txt", "/x/a.txt", true},
      {"a.txt", "a.txt", true},
      {"a.txt", "/a.txt/b", false},
      {"a.txt", "/x/ba.txt", false},
      {"a.txt", "/x/a.txt.gz", false},
      {"a.txt", "/x/A.txt", false},
      {"*.txt", "/x/a.txt", true},
      {"*.txt", "/x/.txt", true},
      {"*.txt", "/x.txt/a.md", false},
      {"*", "/x/.hidden", true},
      {"*", "/", true},
      {"a*c", "/ac", true},
      {"a*c", "/abbc", true},
      {"a*c", "/abcd", false},
      {"*a*b*", "/xaxbx", true},
      {"*a*b*", "/xbxax", false},
      {"*aab", "/aaab", true},
      {"?", "/a", true},
      {"?", "/", false},
      {"?", "/ab", false},
      {"a?c", "/x/a/c", false},
      {"", "/a", false},
  });
}

TEST(Glob, TakesOneCharacterForAQuestionMark) {
  expect_matches({
      {"Vu?i?", "/Vučić", true},
      {"?", "/😀", true},
      {"??", "/č", false},
      {"*??", "/漢", false},
      {"*??", "/漢字", true},
      {"*?b", "/čb", true},
      {"?", "/\xFF", true},
      {"a?b",
       "/a\xC3"
       "b",
       true},
      {"\xFF*", "/\xFFz", true},
      {"*\n?", "/a\nb", true},
  });
}

TEST(Glob, MatchesBrackets) {
  expect_matches({
      {"[ab]", "/a", true},     {"[ab]", "/c", false},       {"[a-c]x", "/bx", true},
      {"[a-c]x", "/dx", false}, {"[c-a]", "/b", false},      {"[!a]", "/b", true},
      {"[!a]", "/a", false},    {"[^a]", "/b", true},        {"[!a]", "/", false},
      {"[]]", "/]", true},      {"[]a]", "/a", true},        {"[!]]", "/]", false},
      {"[!]]", "/a", true},     {"[a-]", "/-", true},        {"[-a]", "/-", true},
      {"[a!]", "/!", true},     {"[*]", "/*", true},         {"[*]", "/a", false},
      {"[čć]", "/č", true},     {"[čć]", "/Å", false},  // shares a byte with neither as a character
      {"[а-я]", "/ж", true},    {"[a", "/[a", true},    // never closed: stands for itself
      {"[", "/[", true},        {"[]", "/[]", true},         {"[!", "/[!", true},
      {"[a", "/a", false},      {"x[a/b]", "/x[a/b]", true},  // a bracket does not reach across segments
      {"x[a/b]", "/xa", false},
  });
}

TEST(Glob, TakesACharacterBehindABackslashForItself) {
  expect_matches({
      {"\\*", "/*", true},
      {"\\*", "/a", false},
      {"\\?", "/?", true},
      {"\\[a]", "/[a]", true},
      {"\\[a]", "/a", false},
      {"\\\\", "/\\", true},
      {"\\a", "/a", true},
      {"*\\**", "/a*b", true},
      {"a\\", "/a", false},
      {"a\\", "/a\\", false},  // a backslash with nothing behind it matches nothing, as in git
  });
}

TEST(Glob, HoldsAPatternWithSlashAgainstWholeSegments) {
  expect_matches({
      {"a/b", "/x/a/b", true},
      {"a/b", "/a/b", true},
      {"a/b", "a/b", true},
      {"a/b", "/xa/b", false},
      {"a/b", "/a/bx", false},
      {"a/b", "/a/b/c", false},
      {"a/b", "/a/x/b", false},
      {"a/*", "/a/b", true},
      {"a/*", "/a/b/c", false},
      {"*/b", "/a/b", true},
      {"a/?/c", "/a/b/c", true},
      {"a/?/c", "/a//c", false},
      {"a/[b]/c", "/a/b/c", true},
      {"/a/b", "/a/b", true},
      {"/a/b", "/x/a/b", false},
      {"/*.txt", "/a.txt", true},
      {"/*.txt", "/x/a.txt", false},
      {"text/*", "text/html", true},
      {"text/*", "application/text", false},
  });
}

TEST(Glob, SpansSegmentsWithTwoStars) {
  expect_matches({
      {"**", "/a/b", true},
      {"**", "a", true},
      {"**/b", "/b", true},
      {"**/b", "/a/b", true},
      {"**/b", "/x/y/b", true},
      {"**/b", "/xb", false},
      {"**/b", "/a/xb", false},
      {"/**/b", "/b", true},
      {"a/**", "/a/b", true},
      {"a/**", "/x/a/b/c", true},
      {"a/**", "/a", false},
      {"a/**", "/xa/b", false},
      {"a/**/b", "/a/b", true},
      {"a/**/b", "/a/x/b", true},
      {"a/**/b", "/a/x/y/b", true},
      {"a/**/b", "/a/xb", false},
      {"a/**/b", "/ax/b", false},
      {"**/a/**/b/**", "/x/a/y/a/z/b/c", true},
      {"**/a/**/b/**", "/x/a/y/a/z/b", false},
      {"a/**/b/*c", "/a/b/b/xc", true},
      {"a**c", "/abbc", true},  // only as a whole segment does it span
      {"a**c", "/a/c", false},
      {"x/a**c", "/x/ab/c", false},
      {"***", "/a", true},
  });
}

// Matching goes back to the last star only, so that the steps grow with pattern times path. Whoever tries
// every way of sharing out the text among the stars does not come back from these.
TEST(Glob, AnswersHostilePatterns) {
  const std::string name = "/" + repeat("a", 4000);
  const std::string deep = repeat("/a", 2000);
  const std::string long_pattern = repeat("[a-z]", 800);
  EXPECT_FALSE(glob_match(repeat("*a", 1000) + "b", name));
  EXPECT_TRUE(glob_match(repeat("*a", 1000), name));
  EXPECT_FALSE(glob_match(repeat("a*", 1000) + "b", name));
  EXPECT_FALSE(glob_match(repeat("?*", 1000) + "b", name));
  EXPECT_FALSE(glob_match("*" + repeat("a", 2000) + "b", name));
  EXPECT_TRUE(glob_match(repeat("*", 4000), name));
  EXPECT_FALSE(glob_match(repeat("*", 4000) + "b", name));
  EXPECT_FALSE(glob_match(repeat("**/", 1000) + "b", deep));
  EXPECT_FALSE(glob_match(repeat("**/a/", 1000) + "b", deep));
  EXPECT_FALSE(glob_match(repeat("**/*a*/", 500) + "b", deep));
  EXPECT_FALSE(glob_match("**/" + repeat("*/", 1000) + "b", deep));
  EXPECT_FALSE(glob_match(repeat("*/", 3000) + "*", deep));
  EXPECT_FALSE(glob_match("*" + long_pattern + "b", name));
  EXPECT_TRUE(glob_match("*" + long_pattern, name));
  EXPECT_FALSE(glob_match("*" + repeat("[", 4000) + "b", "/" + repeat("[", 4000)));
  EXPECT_FALSE(glob_match("*" + repeat("[!", 2000) + "]b", name));
  EXPECT_FALSE(glob_match("*[" + repeat("b", 4000) + "]", name));
  EXPECT_FALSE(glob_match(repeat("*\\a", 1000) + "\\", name));
}

}  // namespace
}  // namespace dossier
