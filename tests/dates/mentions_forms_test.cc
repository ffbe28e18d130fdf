// Each form of the grammar, in English, and in German what it has of its own.
#include <gtest/gtest.h>

#include <string_view>

#include "mention_text.h"

namespace dossier {
namespace {

template <std::size_t kCount>
void expect_mentions(std::string_view language, const MentionRow (&rows)[kCount],
                     std::string_view published = "2013-06-12") {
  for (const auto& [text, mentions] : rows)
    EXPECT_EQ(mentions_text(text, language, published), mentions) << text;
}

TEST(MentionForms, ReadsDays) {
  expect_mentions(
      "en", {
                {"24 May 2013, 24th May 2013, the 24th of May, 2013, 24-May-2013",
                 "24 May 2013=2013-05-24 explicit; 24th May 2013=2013-05-24 explicit; 24th of May, "
                 "2013=2013-05-24 explicit; 24-May-2013=2013-05-24 explicit"},
                {"May 24, 2013; May 24th, 2013; May 24 2013; May 20,2013",
                 "May 24, 2013=2013-05-24 explicit; May 24th, 2013=2013-05-24 explicit; May 24 "
                 "2013=2013-05-24 explicit; May 20,2013=2013-05-20 explicit"},
                {"the 4th day of July 1999; the first of May 2001; the twenty-first of May 2001",
                 "4th day of July 1999=1999-07-04 explicit; the first of May 2001=2001-05-01 explicit; the "
                 "twenty-first of May 2001=2001-05-21 explicit"},
                {"Sept. 5, 2012 and 5 Sept 2012",
                 "Sept. 5, 2012=2012-09-05 explicit; 5 Sept 2012=2012-09-05 explicit"},
                {"MAY 24, 2013 and may 24, 2013", "MAY 24, 2013=2013-05-24 explicit; 2013=2013 explicit"},
            });
}

TEST(MentionForms, ReadsDaysInNumbers) {
  expect_mentions(
      "en",
      {
          {"2013-05-24, 2013/05/24, 24.05.2013, 24/05/2013, 24.5.13, 2013-05-24T10:00",
           "2013-05-24=2013-05-24 explicit; 2013/05/24=2013-05-24 explicit; 24.05.2013=2013-05-24 explicit; "
           "24/05/2013=2013-05-24 explicit; 24.5.13=2013-05-24 explicit; 2013-05-24=2013-05-24 explicit"},
          {"2016-05-05-statement.pdf", "2016-05-05=2016-05-05 explicit"},
          {"05-24-2013, 05.24.2013", "05-24-2013=2013-05-24 explicit; 05.24.2013=2013-05-24 explicit"},
          {"9/11 changed it; the September 11 attacks; on September 11 it rained",
           "9/11=2001-09-11 explicit; September 11=2001-09-11 explicit; September 11=2001-09-11 inferred"},
          {"2013-05", "2013-05=2013-05 explicit"},
      });
}

TEST(MentionForms, ReadsRangesAndListsOfDays) {
  expect_mentions(
      "en",
      {
          {"3-7 May 2013, 3–7 May, 3 to 7 May 2013, between 3 and 7 May 2013, the 3rd to the 7th of May 2013",
           "3-7 May 2013=2013-05-03..2013-05-07 explicit; 3–7 May=2013-05-03..2013-05-07 inferred; 3 to 7 "
           "May 2013=2013-05-03..2013-05-07 explicit; 3 and 7 May 2013=2013-05-03..2013-05-07 explicit; 3rd "
           "to the 7th of May 2013=2013-05-03..2013-05-07 explicit"},
          {"May 29-31, 2013; May 29 to 31; May 29 to June 3, 2013",
           "May 29-31, 2013=2013-05-29..2013-05-31 explicit; May 29 to 31=2013-05-29..2013-05-31 inferred; "
           "May 29=2013-05-29 inferred; June 3, 2013=2013-06-03 explicit"},
          {"10, 12 and 14 May 2013; 10 and 12-14 May 2013; May 4 and 5, 2013",
           "10=2013-05-10 explicit; 12=2013-05-12 explicit; 14 May 2013=2013-05-14 explicit; 10=2013-05-10 "
           "explicit; 12-14 May 2013=2013-05-12..2013-05-14 explicit; May 4=2013-05-04 inferred; 5, "
           "2013=2013-05-05 explicit"},
          {"14 August-24 August 2001", "14 August=2001-08-14 inferred; 24 August 2001=2001-08-24 explicit"},
      });
}

TEST(MentionForms, ReadsMonths) {
  expect_mentions(
      "en",
      {
          {"in May 2013, in May of 2013, May, 2013, in May, by March, since August",
           "May 2013=2013-05 explicit; May of 2013=2013-05 explicit; May, 2013=2013-05 explicit; May=2013-05 "
           "inferred; March=2013-03 inferred; August=2013-08 inferred"},
          {"January to June 2015, March–May 1999, between March and May 1999, from November to February 2001",
           "January to June 2015=2015-01-01..2015-06-30 explicit; March–May 1999=1999-03-01..1999-05-31 "
           "explicit; March and May 1999=1999-03-01..1999-05-31 explicit; November to February "
           "2001=2000-11-01..2001-02-28 explicit"},
          {"in early May, mid-May 2013, the end of March, late 1999, the beginning of 2001, by the middle of "
           "June",
           "early May=2013-05 inferred early; mid-May 2013=2013-05 explicit mid; the end of March=2013-03 "
           "inferred late; late 1999=1999 explicit late; the beginning of 2001=2001 explicit early; the "
           "middle of June=2001-06 inferred mid"},
      });
}

TEST(MentionForms, ReadsYearsAndRangesOfYears) {
  expect_mentions(
      "en",
      {
          {"in 1999, since 2001, (2004), [2004], the 2010 elections, by 2020, circa 1500, c. 1500",
           "1999=1999 explicit; 2001=2001 explicit; 2004=2004 explicit; 2004=2004 explicit; 2010=2010 "
           "explicit; 2020=2020 explicit; 1500=1500 explicit; 1500=1500 explicit"},
          {"In 2010, 2011 and 2012; 2010 2011 2012",
           "2010=2010 explicit; 2011=2011 explicit; 2012=2012 explicit; 2010=2010 explicit; 2011=2011 "
           "explicit; 2012=2012 explicit"},
          {"1998-1999, 1998–99, 2013/14, from 1998 to 2001, between 1998 and 2001, (837-908), 2005/2010",
           "1998-1999=1998-01-01..1999-12-31 explicit; 1998–99=1998-01-01..1999-12-31 explicit; "
           "2013/14=2013-01-01..2014-12-31 explicit; 1998 to 2001=1998-01-01..2001-12-31 explicit; 1998 and "
           "2001=1998-01-01..2001-12-31 explicit; 837-908=0837-01-01..0908-12-31 explicit; "
           "2005/2010=2005-01-01..2010-12-31 explicit"},
          {"in 2006-07 and since '82", "2006-07=2006-01-01..2007-12-31 explicit; '82=1982 explicit"},
      });
}

TEST(MentionForms, ReadsErasAndYearsInWords) {
  expect_mentions(
      "en", {
                {"490 BC, 490 B.C., 490 B. C. E., AD 476, 476 AD, 476 A.D., 490-479 BC, 480 and 479 BC",
                 "490 BC=BC0490-01-01..BC0490-12-31 explicit; 490 B.C.=BC0490-01-01..BC0490-12-31 explicit; "
                 "490 B. C. E.=BC0490-01-01..BC0490-12-31 explicit; AD 476=0476 explicit; 476 AD=0476 "
                 "explicit; 476 A.D.=0476 explicit; 490-479 BC=BC0490-01-01..BC0479-12-31 explicit; "
                 "480=BC0480-01-01..BC0480-12-31 explicit; 479 BC=BC0479-01-01..BC0479-12-31 explicit"},
                {"in the year 71", "71=0071 explicit"},
                {"in nineteen ninety-two, April of fifteen eighteen, in twenty sixteen",
                 "nineteen ninety-two=1992 explicit; April of fifteen eighteen=1518-04 explicit; twenty "
                 "sixteen=2016 explicit"},
            });
}

TEST(MentionForms, ReadsDecadesAndCenturies) {
  expect_mentions("en",
                  {
                      {"the 1990s, 1990's, the '90s, the mid-1980s, the early nineties, the 480s BC, the 30s",
                       "the 1990s=1990s explicit; 1990=1990 explicit; the '90s=1990s explicit; the "
                       "mid-1980s=1980s explicit mid; the early nineties=1990s explicit early; the 480s "
                       "BC=BC0489-01-01..BC0480-12-31 explicit; the 30s=1930s explicit"},
                      {"the 19th century, the nineteenth century, the 16th and 17th centuries, the 9th "
                       "century BC, an eighteenth-century town",
                       "the 19th century=18c explicit; the nineteenth century=18c explicit; the 16th=15c "
                       "explicit; 17th centuries=16c explicit; the 9th century BC=BC0900-01-01..BC0801-12-31 "
                       "explicit; an eighteenth-century=17c explicit"},
                      {"the twenty-first century, the twenty first century, 21st-century wars, a "
                       "twenty-first-century state",
                       "the twenty-first century=20c explicit; the twenty first century=20c explicit; "
                       "21st-century=20c explicit; a twenty-first-century=20c explicit"},
                  });
}

TEST(MentionForms, ReadsSeveralCenturiesBeforeOneWord) {
  expect_mentions(
      "en", {
                {"in the nineteenth and twentieth centuries",
                 "the nineteenth=18c explicit; twentieth centuries=19c explicit"},
                {"the late nineteenth and early twentieth centuries",
                 "the late nineteenth=18c explicit late; early twentieth centuries=19c explicit early"},
                {"the sixteenth, seventeenth, and eighteenth centuries",
                 "the sixteenth=15c explicit; seventeenth=16c explicit; eighteenth centuries=17c explicit"},
                {"the twentieth and twenty-first centuries",
                 "the twentieth=19c explicit; twenty-first centuries=20c explicit"},
                {"the fifth and fourth centuries BC",
                 "the fifth=BC0500-01-01..BC0401-12-31 explicit; fourth centuries "
                 "BC=BC0400-01-01..BC0301-12-31 explicit"},
                {"a treaty and the nineteenth century", "the nineteenth century=18c explicit"},
                {"sixth, the nineteenth century", "the nineteenth century=18c explicit"},
                {"in 1815 and twentieth centuries", "1815=1815 explicit; twentieth centuries=19c explicit"},
            });
  expect_mentions("fr", {{"aux XIXe et XXe siècles", "XIXe=18c explicit; XXe siècles=19c explicit"}});
  expect_mentions("ru", {{"в XVIII и XIX веках", "XVIII=17c explicit; XIX веках=18c explicit"}});
}

TEST(MentionForms, ReadsQuartersSeasonsAndNamedDays) {
  expect_mentions(
      "en",
      {
          {"Q1 2022, H2 2021, the first quarter of 2022, the second half of 2015, the final quarter of 2012",
           "Q1 2022=2022-01-01..2022-03-31 explicit; H2 2021=2021-07-01..2021-12-31 explicit; the first "
           "quarter of 2022=2022-01-01..2022-03-31 explicit; the second half of 2015=2015-07-01..2015-12-31 "
           "explicit; the final quarter of 2012=2012-10-01..2012-12-31 explicit"},
          {"FY2014, FY14, fiscal year 2012, fiscal 2012",
           "FY2014=2014 explicit; FY14=2014 explicit; fiscal year 2012=2012 explicit; fiscal 2012=2012 "
           "explicit"},
          {"spring 2013, the spring of 2013, winter of 1939-40, last summer, in the autumn, the summer of "
           "'69",
           "spring 2013=2013-03-01..2013-05-31 explicit; the spring of 2013=2013-03-01..2013-05-31 explicit; "
           "winter of 1939-40=1939-12-01..1940-02-29 explicit; last summer=2012-06-01..2012-08-31 relative; "
           "the autumn=1969-09-01..1969-11-30 inferred; the summer of '69=1969-06-01..1969-08-31 explicit"},
          {"Christmas 2007, by Christmas, New Year's Eve 1999, a Christmas tree",
           "Christmas 2007=2007-12-25 explicit; Christmas=1999-12-25 inferred; New Year's Eve "
           "1999=1999-12-31 explicit"},
          {"12 Ramadan 1444, 12 Dhu al-Qi'dah 1444",
           "12 Ramadan 1444=2023-04-03 calendar; 12 Dhu al-Qi'dah 1444=2023-06-01 calendar"},
      });
}

TEST(MentionForms, ReadsWhatCountsFromNow) {
  expect_mentions(
      "en",
      {
          {"yesterday, the day before yesterday, tomorrow, the day after tomorrow, tonight",
           "yesterday=2013-06-11 relative; the day before yesterday=2013-06-10 relative; tomorrow=2013-06-13 "
           "relative; the day after tomorrow=2013-06-14 relative; tonight=2013-06-12 relative"},
          {"last week, this month, next year, last night, this morning, at the weekend, next weekend",
           "last week=2013-06-03..2013-06-09 relative; this month=2013-06 relative; next year=2014 relative; "
           "last night=2013-06-11 relative; this morning=2013-06-12 relative; the "
           "weekend=2013-06-08..2013-06-09 relative; next weekend=2013-06-22..2013-06-23 relative"},
          {"three days ago, twenty-three years ago, a week ago, a century ago",
           "three days ago=2013-06-09 relative; twenty-three years ago=1990 relative; a week "
           "ago=2013-06-03..2013-06-09 relative; a century ago=19c relative"},
          {"last May, next March, the second quarter of last year, October of next year, 5 May of this year",
           "last May=2013-05 relative; next March=2014-03 relative; the second quarter of last "
           "year=2012-04-01..2012-06-30 relative; October of next year=2014-10 relative; 5 May of this "
           "year=2013-05-05 relative"},
      });
}

TEST(MentionForms, ReadsSeasonsOfWhatIsNamedAfterThem) {
  expect_mentions(
      "en",
      {
          {"the Spring Offensive of 1918; a spring offensive; their 1982 summer offensives",
           "Spring=1918-03-01..1918-05-31 explicit; 1918=1918 explicit; a spring=1918-03-01..1918-05-31 "
           "inferred; 1982 summer=1982-06-01..1982-08-31 explicit"},
          {"summer and autumn 1918; the spring and summer; by the middle of summer it grew",
           "summer=1918-06-01..1918-08-31 inferred; autumn 1918=1918-09-01..1918-11-30 explicit; the "
           "spring=1918-03-01..1918-05-31 inferred; summer=1918-06-01..1918-08-31 inferred; the middle of "
           "summer=1918-06-01..1918-08-31 inferred mid"},
      });
}

TEST(MentionForms, ReadsTheEndOfTheTimeSpokenOf) {
  expect_mentions("en",
                  {
                      {"It fell on 19 October 1950. At month's end and later in the year others fell.",
                       "19 October 1950=1950-10-19 explicit; month's end=1950-10 relative late; later in "
                       "the year=1950 relative late"},
                  });
}

TEST(MentionForms, ReadsWeekdaysOfAWeek) {
  expect_mentions("en", {
                            {"on Thursday of next week; Monday last week",
                             "Thursday=2013-06-20 relative; next week=2013-06-17..2013-06-23 relative; "
                             "Monday=2013-06-03 relative; last week=2013-06-03..2013-06-09 relative"},
                        });
}

TEST(MentionForms, ReadsWeekdaysBesideADay) {
  expect_mentions("en",
                  {
                      {"Friday evening, 24 May 2013", "Friday evening, 24 May 2013=2013-05-24 explicit"},
                      {"Monday, June 10; Mon., 10 June 2013; Wednesday, June 12, 2013",
                       "Monday, June 10=2013-06-10 inferred; Mon., 10 June 2013=2013-06-10 explicit; "
                       "Wednesday, June 12, 2013=2013-06-12 explicit"},
                  });
}

TEST(MentionForms, ReadsGerman) {
  expect_mentions(
      "de",
      {
          {"24. Mai 2013, den 24.5.2013, am 24. 5. 2013, 24.05.13, am 24.5. in Bonn",
           "24. Mai 2013=2013-05-24 explicit; 24.5.2013=2013-05-24 explicit; 24. 5. 2013=2013-05-24 "
           "explicit; 24.05.13=2013-05-24 explicit; 24.5.=2013-05-24 inferred"},
          {"1. Jänner 2013, 3. März 1999, im Februar 2001, ersten Mai 2001",
           "1. Jänner 2013=2013-01-01 explicit; 3. März 1999=1999-03-03 explicit; Februar 2001=2001-02 "
           "explicit; ersten Mai 2001=2001-05-01 explicit"},
          {"3. bis 7. Mai 2013, 3.-7. Mai, vom 3. auf den 4. Mai, 25.-27.5.2013, 27.5.-4.6.1918",
           "3. bis 7. Mai 2013=2013-05-03..2013-05-07 explicit; 3.-7. Mai=2013-05-03..2013-05-07 inferred; "
           "3. auf den 4. Mai=2013-05-03..2013-05-04 inferred; 25.-27.5.2013=2013-05-25..2013-05-27 "
           "explicit; 27.5.-4.6.1918=1918-05-27..1918-06-04 explicit"},
          {"am 10., 12. und 14. Mai 2013; am 16. und 17. sowie am 23. und 24. Jänner 2010",
           "10.=2013-05-10 explicit; 12.=2013-05-12 explicit; 14. Mai 2013=2013-05-14 explicit; "
           "16.=2010-01-16 explicit; 17.=2010-01-17 explicit; 23.=2010-01-23 explicit; 24. Jänner "
           "2010=2010-01-24 explicit"},
          {"Anfang Mai, Ende 1999, Mitte der 1990er Jahre, seit Anfang 2001",
           "Anfang Mai=2013-05 inferred early; Ende 1999=1999 explicit late; Mitte der 1990er Jahre=1990s "
           "explicit mid; Anfang 2001=2001 explicit early"},
          {"im Jahr 1999, im Jahre 1999, Wahl 2013, 1998/99, von 1998 bis 2001, zwischen 1998 und 2001",
           "1999=1999 explicit; 1999=1999 explicit; 2013=2013 explicit; 1998/99=1998-01-01..1999-12-31 "
           "explicit; 1998 bis 2001=1998-01-01..2001-12-31 explicit; 1998 und 2001=1998-01-01..2001-12-31 "
           "explicit"},
          {"im einundzwanzigsten Jahrhundert, im neunzehnten Jahrhundert",
           "einundzwanzigsten Jahrhundert=20c explicit; neunzehnten Jahrhundert=18c explicit"},
          {"490 v. Chr., 476 n. Chr., 490 vor Christus, im 19. Jahrhundert, die Neunzigerjahre, die "
           "neunziger Jahre",
           "490 v. Chr.=BC0490-01-01..BC0490-12-31 explicit; 476 n. Chr.=0476 explicit; 490 vor "
           "Christus=BC0490-01-01..BC0490-12-31 explicit; 19. Jahrhundert=18c explicit; die "
           "Neunzigerjahre=1990s explicit; die neunziger Jahre=1990s explicit"},
          {"gestern, vorgestern, heute, morgen, übermorgen, letzte Woche, kommenden Montag, im Vorjahr",
           "gestern=2013-06-11 relative; vorgestern=2013-06-10 relative; heute=2013-06-12 relative; "
           "morgen=2013-06-13 relative; übermorgen=2013-06-14 relative; letzte Woche=2013-06-03..2013-06-09 "
           "relative; kommenden Montag=2013-06-17 relative; Vorjahr=2012 relative"},
          {"vor drei Tagen, vor einem Jahr; am 5. Mai 1999 und drei Tage später, am Tag danach",
           "vor drei Tagen=2013-06-09 relative; vor einem Jahr=2012 relative; 5. Mai 1999=1999-05-05 "
           "explicit; drei Tage später=1999-05-08 relative; Tag danach=1999-05-09 relative"},
          {"im ersten Halbjahr 2012, im 2. Quartal 2012, im Sommer 2012, im letzten Herbst",
           "ersten Halbjahr 2012=2012-01-01..2012-06-30 explicit; 2. Quartal 2012=2012-04-01..2012-06-30 "
           "explicit; Sommer 2012=2012-06-01..2012-08-31 explicit; letzten Herbst=2012-09-01..2012-11-30 "
           "relative"},
          {"Montag, den 10. Juni; Freitag, 14. Juni 2013; am Freitagabend",
           "Montag, den 10. Juni=2013-06-10 inferred; Freitag, 14. Juni 2013=2013-06-14 explicit; "
           "Freitagabend=2013-06-07 relative"},
      });
}

}  // namespace
}  // namespace dossier
