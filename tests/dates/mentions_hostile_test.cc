// Texts that nobody wrote: what is found stays inside them, in order, on code points, and one finder may read
// any number of them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dossier/core/utf8.h"
#include "mention_text.h"

namespace dossier {
namespace {

constexpr std::array<std::string_view, 13> kLanguages{"",   "en", "de", "fr", "es", "it", "pt",
                                                      "ru", "uk", "sr", "hr", "sq", "zh"};

void expect_sound(const std::vector<DateMention>& mentions, std::string_view text) {
  std::size_t behind = 0;
  for (const DateMention& mention : mentions) {
    ASSERT_LE(behind, mention.start);
    ASSERT_LT(mention.start, mention.end);
    ASSERT_LE(mention.end, text.size());
    ASSERT_TRUE(is_code_point_boundary(text, mention.start) && is_code_point_boundary(text, mention.end));
    ASSERT_LE(mention.days.first, mention.days.last);
    behind = mention.end;
  }
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

TEST(HostileMentions, StayInsideTextsOfOnePiece) {
  constexpr std::string_view kPieces[] = {"1.1.1.1.",
                                          "May May May ",
                                          "1990-1990-",
                                          "1, 2, 3, 4, ",
                                          "and and and ",
                                          "von bis von bis ",
                                          "the the ",
                                          "二〇一三",
                                          "十",
                                          "'",
                                          "\u2019",
                                          "1/1/",
                                          "1.1-1.1-",
                                          "20世纪",
                                          "去年",
                                          "周",
                                          "years ago ",
                                          "a ",
                                          "last last ",
                                          "'90 ",
                                          "x",
                                          "\n",
                                          "\n \n",
                                          "\u00A0",
                                          "до н. э. ",
                                          "a. ",
                                          "XIX ",
                                          "5 May 2013 ",
                                          "Monday and ",
                                          "9/11 ",
                                          "May 1-",
                                          "No. 1990 and ",
                                          "twenty-",
                                          "the end of ",
                                          "the day before ",
                                          "1990s and ",
                                          "\u0301",
                                          "п'",
                                          "👍🏽",
                                          "\0"};
  MentionFinder finder;
  for (const std::string_view piece : kPieces) {
    const std::string text = repeated(piece.empty() ? std::string_view("\0", 1) : piece, 70'000);
    for (const std::string_view language : kLanguages) {
      SCOPED_TRACE(std::string(piece) + " in " + std::string(language));
      expect_sound(finder.find(text, {.published = DayInterval{15868, 15868}, .language = language}), text);
    }
  }
}

TEST(HostileMentions, FindTheDateBehindAnyAmountOfText) {
  for (const std::string_view piece : {"x", "x ", "word\n", "\n\n", "слово ", "字"}) {
    const std::string text = repeated(piece, 150'000) + " 24 May 2013.";
    EXPECT_EQ(mentions_text(text), "24 May 2013=2013-05-24 explicit") << piece;
  }
}

// Of a megabyte of each: whatever compares each token with all others would not come to an end.
TEST(HostileMentions, AreFoundInAMegabyteOfOnePiece) {
  struct Row {
    std::string_view piece;
    std::size_t mentions;  // in one piece
  };
  constexpr Row kRows[] = {{"1.1.1.1.", 0},    {"May May May ", 0}, {"1 1 1 1 ", 0},
                           {"from from ", 0},  {"of of of ", 0},    {"the end of the ", 0},
                           {"1990-1990-", 0},  {"3-7-3-7-", 0},     {"1, 2, 3, 4, ", 0},
                           {"twenty-", 0},     {"last last ", 0},   {"\u4e8c\u3007\u4e00\u4e09", 0},
                           {"Monday and ", 1}, {"5 May 2013 ", 1}};
  constexpr std::size_t kMegabyte = 1'000'000;
  MentionFinder finder;
  for (const auto& [piece, mentions] : kRows) {
    SCOPED_TRACE(piece);
    const std::string pieces = repeated(piece, kMegabyte);
    const std::string text = pieces + "\n\n24 May 2013.";
    const auto found = finder.find(text, {.published = DayInterval{15868, 15868}, .language = "en"});
    expect_sound(found, text);
    // A block is cut at a space behind 64 KiB, so that the pieces at the cuts may be read otherwise.
    const std::size_t most = mentions * pieces.size() / piece.size() + 1;
    EXPECT_TRUE(found.size() <= most && found.size() + 2 * kMegabyte / 65536 >= most) << found.size();
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(text.substr(found.back().start), "24 May 2013.");
    EXPECT_EQ(format_day(found.back().days.first), "2013-05-24");
  }
}

TEST(HostileMentions, LeaveOutDaysAndYearsThatDoNotExist) {
  for (const std::string_view text :
       {"31.02.2013", "2013-13-01", "2013-00-10", "00.05.2013", "32 May 2013", "99/99/2013",
        "29 February 2013", "30/02/2013", "20130524101010", "999999999999 May", "12.12.0000"}) {
    EXPECT_EQ(mentions_text(text, "de").find("-24"), std::string::npos) << text;
    EXPECT_TRUE(mentions_text(text).find("explicit") == std::string::npos ||
                mentions_text(text).ends_with("2013=2013 explicit") ||
                mentions_text(text).ends_with("2013=2013-05 explicit") ||
                mentions_text(text).ends_with("2013=2013-02 explicit"))
        << mentions_text(text);
  }
  EXPECT_EQ(mentions_text("29 February 2012"), "29 February 2012=2012-02-29 explicit");
}

TEST(HostileMentions, CountWithinTheYearsOfTheCalendar) {
  EXPECT_EQ(mentions_text("999 centuries ago"), "");
  EXPECT_EQ(mentions_text("In 9999 BC"), "");
}

TEST(HostileMentions, AreNoneInAnEmptyText) {
  MentionFinder finder;
  EXPECT_TRUE(finder.find("", {}).empty());
  EXPECT_TRUE(finder.find("\n\n\n", {}).empty());
}

TEST(HostileMentions, DoNotDependOnWhatWasReadBefore) {
  MentionFinder finder;
  const MentionContext context{.published = DayInterval{15868, 15868}, .language = "en"};
  const auto alone = finder.find("the next day, in May and on Monday", context);
  finder.find("On 5 May 1945 the war ended.", context);
  EXPECT_EQ(finder.find("the next day, in May and on Monday", context), alone);
}

}  // namespace
}  // namespace dossier
