#include "dossier/render/problem_text.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

TEST(CaretLines, PointAtThePlace) {
  struct Case {
    std::string text;
    Span span;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"a AND (b", {6, 1}, "a AND (b\n      ^\n"},
      {"a AND", {2, 3}, "a AND\n  ^~~\n"},
      {"a AND", {5, 0}, "a AND\n     ^\n"},   // behind the end
      {"a AND", {50, 7}, "a AND\n     ^\n"},  // far behind it
      {"", {0, 0}, "\n^\n"},
      {"科索沃 AND", {10, 3}, "科索沃 AND\n       ^~~\n"},  // wide characters
      {"科索沃", {3, 3}, "科索沃\n  ^~\n"},
      {"c\u030c (", {4, 1}, "c\u030c (\n  ^\n"},  // a combining mark takes no column
      {"a\tb\n(", {4, 1}, "a b (\n    ^\n"},
      {"a\x1b(", {2, 1}, "a\uFFFD(\n  ^\n"},
      {"a\u202E(", {4, 1}, "a\uFFFD(\n  ^\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(caret_lines(c.text, c.span, {}), c.expected) << c.text;
}

TEST(CaretLines, ShowAWindowOfALongQuery) {
  const std::string text = "aaa bbb (ccc ddd eee fff ggg hhh iii jjj";
  const Style narrow{.width = 20};
  EXPECT_EQ(caret_lines(text, {0, 3}, narrow), "aaa bbb (ccc ddd …\n^~~\n");
  EXPECT_EQ(caret_lines(text, {8, 1}, narrow), "… bbb (ccc ddd eee…\n      ^\n");
  EXPECT_EQ(caret_lines(text, {37, 3}, narrow), "…f ggg hhh iii jjj\n               ^~~\n");
  EXPECT_EQ(caret_lines(text, {40, 0}, narrow), "…f ggg hhh iii jjj\n                  ^\n");
  EXPECT_EQ(caret_lines(text, {8, 32}, {.unicode = false, .width = 20}),
            "...bbb (ccc ddd ...\n       ^~~~~~~~~\n");
}

TEST(CaretLines, NeverExceedTheWidth) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += i % 3 == 0 ? "科" : i % 3 == 1 ? "c\u030c" : " ";
  for (std::size_t width = 8; width < 90; ++width) {
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const std::string lines = caret_lines(text, {offset, 9}, {.width = width});
      const std::size_t end = lines.find('\n');
      EXPECT_LE(display_width(lines.substr(0, end)), width);
      EXPECT_LE(display_width(lines.substr(end + 1, lines.size() - end - 2)), width);
    }
  }
}

TEST(ProblemText, WrapsTheMessageAndIndentsThePlace) {
  const Problem problem{{6, 1}, "this bracket is not closed"};
  EXPECT_EQ(problem_text("a AND (b", problem, {}), "this bracket is not closed\n  a AND (b\n        ^\n");
  EXPECT_EQ(problem_text("a AND (b", problem, {.width = 16}),
            "this bracket is\nnot closed\n  a AND (b\n        ^\n");
  EXPECT_EQ(problem_text("a AND (b", problem, {.colour = true}),
            "\x1b[33mthis bracket is not closed\x1b[0m\n  a AND (b\n        \x1b[33m^\x1b[0m\n");
}

}  // namespace
}  // namespace dossier
