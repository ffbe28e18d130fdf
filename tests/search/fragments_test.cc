// Which stretches of a long text are shown.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/search/highlighter.h"

namespace dossier {
namespace {

using Strings = std::vector<std::string>;

std::string words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i > 0 ? " w" : "w") + std::to_string(100 + i);
  return out;
}

// Marks on each place of `word`.
std::vector<Range> marks_of(const std::string& text, const std::string& word) {
  std::vector<Range> marks;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    marks.push_back({at, at + word.size()});
  return marks;
}

Strings fragments(const std::string& text, const std::vector<Range>& marks, std::size_t most,
                  std::size_t bytes) {
  Strings out;
  for (const Range& range : make_fragments(text, marks, most, bytes))
    out.push_back(text.substr(range.start, range.end - range.start));
  return out;
}

TEST(Fragments, OfAShortTextAreAllOfIt) {
  EXPECT_EQ(fragments("one two", {}, 3, 40), Strings{"one two"});
  EXPECT_EQ(fragments("one two", {{4, 7}}, 3, 40), Strings{"one two"});
  EXPECT_EQ(fragments("", {}, 3, 40), Strings{});
  EXPECT_EQ(fragments("one two", {}, 0, 40), Strings{});
}

TEST(Fragments, OfATextWithoutMarksAreItsBeginning) {
  EXPECT_EQ(fragments(words(20), {}, 3, 18), Strings{"w100 w101 w102 w103"});
}

TEST(Fragments, StandAroundTheMarksAndEndAtWords) {
  const std::string text = words(60);
  EXPECT_EQ(fragments(text, marks_of(text, "w130"), 3, 24), Strings{"w128 w129 w130 w131 w132"});
  EXPECT_EQ(fragments(text, marks_of(text, "w100"), 3, 24), Strings{"w100 w101 w102"});
  EXPECT_EQ(fragments(text, marks_of(text, "w159"), 3, 24), Strings{"w157 w158 w159"});
}

TEST(Fragments, AreThoseWithTheMostMarksInTheOrderOfTheText) {
  std::string text = words(60);
  for (const std::size_t at : {10U, 30U, 31U, 50U, 51U}) text.replace(at * 5, 4, "MARK");
  const std::vector<Range> marks = marks_of(text, "MARK");
  EXPECT_EQ(fragments(text, marks, 2, 24),
            (Strings{"w128 w129 MARK MARK w132 w133", "w148 w149 MARK MARK w152 w153"}));
  EXPECT_EQ(fragments(text, marks, 1, 24), (Strings{"w128 w129 MARK MARK w132 w133"}));
  EXPECT_EQ(fragments(text, marks, 9, 24).size(), 3U);
}

TEST(Fragments, StayShortWhereMarksStandClose) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i > 0 ? " MARK" : "MARK";
  std::size_t shown = 0;
  for (const std::string& fragment : fragments(text, marks_of(text, "MARK"), 3, 100))
    shown += fragment.size();
  EXPECT_LE(shown, 3U * 150);
  EXPECT_GE(shown, 200U);
}

TEST(Fragments, OfATextWithoutWhiteSpaceEndAtLetters) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "国";
  for (const std::size_t mark : {0U, 300U, 900U, 1497U}) {
    for (const Range& range : make_fragments(text, {{mark, mark + 3}}, 3, 100)) {
      EXPECT_TRUE(is_code_point_boundary(text, range.start));
      EXPECT_TRUE(is_code_point_boundary(text, range.end));
      EXPECT_TRUE(range.start <= mark && mark + 3 <= range.end);
    }
  }
}

TEST(Fragments, OfAnythingAreDisjointOrderedAndHoldMarksWhole) {
  std::mt19937 random(5);
  const auto below = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  const std::vector<std::string> pieces{"peace", " ", " ", "\n", "é", "国", "😀", "a", "unbelievablylongword",
                                        "Kosovo"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    std::vector<Range> marks;
    for (std::size_t count = below(200); count > 0; --count) {
      const std::string& piece = pieces[below(pieces.size())];
      if (piece.size() > 1 && below(8) == 0) marks.push_back({text.size(), text.size() + piece.size()});
      text += piece;
    }
    const std::size_t most = 1 + below(4);
    const std::size_t bytes = 30 + below(200);
    const std::vector<Range> ranges = make_fragments(text, marks, most, bytes);
    ASSERT_LE(ranges.size(), most);
    std::size_t shown = 0, end = 0;
    for (const Range& range : ranges) {
      ASSERT_LE(end, range.start);
      ASSERT_LT(range.start, range.end);
      ASSERT_LE(range.end, text.size());
      ASSERT_TRUE(is_code_point_boundary(text, range.start) && is_code_point_boundary(text, range.end));
      shown += range.end - range.start;
      end = range.end;
      for (const Range& mark : marks) {
        const bool outside = mark.end <= range.start || mark.start >= range.end;
        const bool inside = mark.start >= range.start && mark.end <= range.end;
        ASSERT_TRUE(outside || inside) << "a mark is not cut";
      }
    }
    ASSERT_EQ(ranges.empty(), text.empty());
    ASSERT_LE(shown, std::max(most * (bytes + 80), bytes + bytes / 4));
    const bool any_marked = std::any_of(marks.begin(), marks.end(), [&](const Range& mark) {
      return std::any_of(ranges.begin(), ranges.end(),
                         [&](const Range& r) { return r.start <= mark.start && mark.end <= r.end; });
    });
    ASSERT_EQ(any_marked, !marks.empty());
  }
}

}  // namespace
}  // namespace dossier
