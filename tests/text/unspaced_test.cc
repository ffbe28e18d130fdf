#include "dossier/text/unspaced.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

// "folded@position start-end", one behind the other.
std::string shown(std::string_view text) {
  std::string out;
  for (const UnspacedCharacter& c : unspaced_characters(text)) {
    out += (out.empty() ? "" : " ") + c.folded + "@" + std::to_string(c.position) + " " +
           std::to_string(c.start) + "-" + std::to_string(c.end);
  }
  return out;
}

TEST(UnspacedCharacters, AreLettersWithTheirMarks) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("Kosovo \u201cтекст\u201d 국회"), "") << "scripts with spaces";
  EXPECT_EQ(shown("外務a省"), "外@0 0-3 務@1 3-6 省@3 7-10") << "no pair reaches over what stands between";
  EXPECT_EQ(shown("か\u3099"), "が@0 0-6");
  EXPECT_EQ(shown("ｶﾞ"), "ガ@0 0-6");
  EXPECT_EQ(shown("ที่"), "ที่@0 0-9");
  EXPECT_EQ(shown("\u3099外"), "外@0 3-6") << "a mark of nothing";
}

TEST(UnspacedCharacters, OfAHostileTextAreBounded) {
  std::string text = "ก";
  for (int i = 0; i < 100'000; ++i) text += "\u0E48";
  const auto characters = unspaced_characters(text + "外");
  ASSERT_EQ(characters.size(), 2u);
  EXPECT_LE(characters[0].folded.size(), 40u);
  EXPECT_EQ(characters[1].folded, "外");
}

TEST(UnspacedCharacters, AreFoundSideBySide) {
  const auto text = unspaced_characters("外務省の外。務、外務");
  std::string places;
  each_inside(text, {"外", "務"}, [&](const UnspacedCharacter& first, const UnspacedCharacter& last) {
    places += std::to_string(first.start) + "-" + std::to_string(last.end) + " ";
  });
  EXPECT_EQ(places, "0-6 24-30 ");
}

}  // namespace
}  // namespace dossier
