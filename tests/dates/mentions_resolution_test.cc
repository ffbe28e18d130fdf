// What a written date is resolved by: itself, its sentence, its paragraph, the story told, publication.
#include <gtest/gtest.h>

#include <string>

#include "mention_text.h"

namespace dossier {
namespace {

void expect_mentions(std::string_view text, std::string_view mentions,
                     std::string_view published = "2013-06-12") {
  EXPECT_EQ(mentions_text(text, "en", published), mentions) << text;
}

TEST(MentionResolution, TakesAMissingYearFromThePartnerInTheSentence) {
  expect_mentions("from 12 March to 16 April 2001",
                  "12 March=2001-03-12 inferred; 16 April 2001=2001-04-16 explicit");
  expect_mentions("on 5, 6 and 9 May 2001",
                  "5=2001-05-05 explicit; 6=2001-05-06 explicit; 9 May 2001=2001-05-09 explicit");
  expect_mentions("on 5 May 2001 and 6 June", "5 May 2001=2001-05-05 explicit; 6 June=2001-06-06 inferred");
  expect_mentions("from December 2001 to February",
                  "December 2001=2001-12 explicit; February=2002-02 inferred");
  expect_mentions("in 2001, on 5 May", "2001=2001 explicit; 5 May=2001-05-05 inferred");
}

TEST(MentionResolution, TakesTheYearNearestToPublicationInNews) {
  expect_mentions("It met in May.", "May=2013-05 inferred");
  expect_mentions("It met in December.", "December=2012-12 inferred");
  expect_mentions("It met on 10 July.", "10 July=2013-07-10 inferred", "2013-12-20");
  expect_mentions("It will meet on 10 January.", "10 January=2014-01-10 inferred", "2013-12-20");
  expect_mentions("It will meet in October.", "October=2013-10 inferred");
}

TEST(MentionResolution, TakesTheYearInWhichTheWeekdayFits) {
  expect_mentions("on Friday, 14 June", "Friday, 14 June=2013-06-14 inferred");
  expect_mentions("on Thursday, 14 June", "Thursday, 14 June=2012-06-14 inferred");
}

TEST(MentionResolution, TakesAWeekdayForTheLastOneUnlessTheSentenceLooksAhead) {
  expect_mentions("He left on Monday.", "Monday=2013-06-10 relative");
  expect_mentions("He left on Wednesday.", "Wednesday=2013-06-12 relative");
  expect_mentions("He left on Thursday.", "Thursday=2013-06-06 relative");
  expect_mentions("He will leave on Thursday.", "Thursday=2013-06-13 relative");
  expect_mentions("On Monday the Council will meet.", "Monday=2013-06-17 relative");
  expect_mentions("He said on Monday that he will leave.", "Monday=2013-06-10 relative");
  expect_mentions(
      "last Monday, next Monday, this Monday",
      "last Monday=2013-06-10 relative; next Monday=2013-06-17 relative; this Monday=2013-06-10 relative");
  expect_mentions("next week, on Thursday",
                  "next week=2013-06-17..2013-06-23 relative; Thursday=2013-06-20 relative");
  expect_mentions("on Thursday and Friday", "Thursday=2013-06-06 relative; Friday=2013-06-07 relative");
}

TEST(MentionResolution, CountsFromPublicationWhatCountsFromNow) {
  expect_mentions("yesterday, today and tomorrow",
                  "yesterday=2013-06-11 relative; today=2013-06-12 relative; tomorrow=2013-06-13 relative");
  expect_mentions(
      "last year, this month and next week",
      "last year=2012 relative; this month=2013-05 relative; next week=2013-05-20..2013-05-26 relative",
      "2013-05-15");
  expect_mentions(
      "three days ago, two years ago, a decade ago",
      "three days ago=2013-06-09 relative; two years ago=2011 relative; a decade ago=2003 relative");
  expect_mentions("last summer, next spring, last May",
                  "last summer=2012-06-01..2012-08-31 relative; next spring=2014-03-01..2014-05-31 relative; "
                  "last May=2013-05 relative");
}

TEST(MentionResolution, CountsFromTheMentionBeforeWhatCountsFromThen) {
  expect_mentions("On 28 June 1914 he was shot. Five days later they met, and the next day again.",
                  "28 June 1914=1914-06-28 explicit; Five days later=1914-07-03 relative; the next "
                  "day=1914-07-04 relative");
  expect_mentions("In May 1999 it began. That year ended well, the following year did not.",
                  "May 1999=1999-05 explicit; That year=1999 relative; the following year=2000 relative");
  expect_mentions("On 5 May 1999 it began. On the 20th it ended.",
                  "5 May 1999=1999-05-05 explicit; the 20th=1999-05-20 inferred");
}

TEST(MentionResolution, CountsYearsFromTheMonthThatWasTold) {
  expect_mentions(
      "It fell in January, compared to the same month a year ago and of last year.",
      "January=2013-01 inferred; the same month a year ago=2012-01 relative; last year=2012 relative");
}

TEST(MentionResolution, CountsAheadWhereTheSentenceLooksAhead) {
  expect_mentions("They will meet in two weeks. It was built in two weeks.",
                  "in two weeks=2013-06-24..2013-06-30 relative");
}

TEST(MentionResolution, LeavesOutWhatCountsFromThenWhereNothingWasTold) {
  expect_mentions("Two days later they met; the following year did not.", "");
  expect_mentions("By the end of the year they met.", "the end of the year=2013 relative late");
}

// The paragraph tells of another time than the publication's.
TEST(MentionResolution, TakesTheParagraphsOwnDay) {
  expect_mentions(
      "BRUSSELS, 9 November 2009. Earlier on Friday he had left; on 5 October he came.",
      "9 November 2009=2009-11-09 explicit; Friday=2009-11-06 relative; 5 October=2009-10-05 inferred");
  expect_mentions("BRUSSELS, 9 November 2009. He came.\n\nOn Monday he left.",
                  "9 November 2009=2009-11-09 explicit; Monday=2013-06-10 relative");
}

constexpr std::string_view kWar =
    "The war\n\n"
    "It broke out on 18 July 1936. In August the south fell, and in January the coast. Many had fled since "
    "1931.\n\n"
    "1938\n\n"
    "On 25 July the battle began; it ended in November.\n\n"
    "The last year\n\n"
    "In 1939 the capital fell, on 28 March. On 1 April all was over; its people were in exile until 1975.";

TEST(MentionResolution, GoesOnFromTheTimeThatAStoryHasCometo) {
  expect_mentions(
      kWar,
      "18 July 1936=1936-07-18 explicit; August=1936-08 inferred; January=1936-01 inferred; 1931=1931 "
      "explicit; "
      "1938=1938 explicit; 25 July=1938-07-25 inferred; November=1938-11 inferred; "
      "1939=1939 explicit; 28 March=1939-03-28 inferred; 1 April=1939-04-01 inferred; 1975=1975 explicit");
}

TEST(MentionResolution, GoesIntoTheNextYearBehindTheLastMonths) {
  expect_mentions("It began in November 1936. In February it ended.",
                  "November 1936=1936-11 explicit; February=1937-02 inferred", "");
  expect_mentions("In March 1945 it fell. They held it from October to March.",
                  "March 1945=1945-03 explicit; October=1944-10 inferred; March=1945-03 inferred", "");
}

TEST(MentionResolution, GuessesNothingWithoutAPublicationDay) {
  expect_mentions(
      "On 5 May he left; in June he came. Yesterday, last year, on Monday, two years ago, in the spring.", "",
      "");
  expect_mentions("He left on 5 May 2001.", "5 May 2001=2001-05-05 explicit", "");
}

TEST(MentionResolution, KeepsTheGrainOfAPublicationThatIsNoDay) {
  expect_mentions("Last year, yesterday, last month, on Monday, in May.",
                  "Last year=2012 relative; May=2013-05 inferred", "2013");
}

TEST(MentionResolution, SaysWhatItWasResolvedBy) {
  MentionFinder finder;
  const DayInterval published{15868, 15868};
  const auto mentions = finder.find("In 1999 and yesterday, from 5 May to 6 June 2001; that day.",
                                    {.published = published, .language = "en"});
  ASSERT_EQ(mentions.size(), 5u);
  EXPECT_EQ(mentions[0].anchor, MentionAnchor::none);
  EXPECT_EQ(mentions[1].anchor, MentionAnchor::published);
  EXPECT_EQ(mentions[1].anchor_day, published.first);
  EXPECT_EQ(mentions[2].anchor, MentionAnchor::sentence);
  EXPECT_EQ(mentions[3].anchor, MentionAnchor::none);
  EXPECT_EQ(mentions[4].anchor, MentionAnchor::previous);
  EXPECT_EQ(mentions[4].anchor_day, mentions[3].days.first);
}

TEST(MentionResolution, ReadsDayAndMonthInTheOrderOfTheTextsOtherDates) {
  expect_mentions("05/06/2013", "05/06/2013=2013-06-05 explicit");
  expect_mentions("05/06/2013 and 05/24/2013",
                  "05/06/2013=2013-05-06 explicit; 05/24/2013=2013-05-24 explicit");
  expect_mentions("05/06/2013 and 24/05/2013",
                  "05/06/2013=2013-06-05 explicit; 24/05/2013=2013-05-24 explicit");
  expect_mentions("May 24, 2013. 05/06/2013",
                  "May 24, 2013=2013-05-24 explicit; 05/06/2013=2013-05-06 explicit");
  expect_mentions("24 May 2013. 05/06/2013",
                  "24 May 2013=2013-05-24 explicit; 05/06/2013=2013-06-05 explicit");
}

TEST(MentionResolution, GivesYearsBeforeOneTheGrainOfDays) {
  MentionFinder finder;
  const auto mentions = finder.find("It fell in 490 BC.", {.published = {}, .language = "en"});
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(format_day(mentions[0].days.first), "BC0490-01-01");
  EXPECT_EQ(format_day(mentions[0].days.last), "BC0490-12-31");
  EXPECT_EQ(mentions[0].precision, CalendarUnit::day);
}

}  // namespace
}  // namespace dossier
