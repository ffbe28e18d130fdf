// Sentences of news and law in English, German, Albanian and Chinese.
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

TEST(MentionsIn, ReadsEnglish) {
  expect_mentions(
      "en",
      {
          {"Resolution 1244, paras. 1990 and 2001, Room 2012, S/2023/384, $2010, 1999 euros, flight BA2015.",
           ""},
          {"Resolution 1244 (1999) was adopted on 10 June 1999.",
           "1999=1999 explicit; 10 June 1999=1999-06-10 explicit"},
          {"She may march on; May wrote to April Ryan and June Carter.", ""},
          {"COM(2013) 455 and Directive 2004/38/EC amend Regulation (EU) No 604/2013.", ""},
          {"The 2004-2009 and 2009–14 terms; the 2013/14 budget.",
           "2004-2009=2004-01-01..2009-12-31 explicit; 2009–14=2009-01-01..2014-12-31 explicit; "
           "2013/14=2013-01-01..2014-12-31 explicit"},
          {"Exports grew in 2010, 2011 and 2012.",
           "2010=2010 explicit; 2011=2011 explicit; 2012=2012 explicit"},
          {"It took place in nineteen ninety-two, or in the nineties.",
           "nineteen ninety-two=1992 explicit; the nineties=1990s explicit"},
          {"FY2014 outlays fell; in fiscal year 2012 they rose.",
           "FY2014=2014 explicit; fiscal year 2012=2012 explicit"},
      });
}

TEST(MentionsIn, ReadsEnglishNewsAndLaw) {
  expect_mentions("en",
                  {
                      {"The Council met on 24/25 May 2013 and on 3–4, 7 and 9 June.",
                       "24/25 May 2013=2013-05-24..2013-05-25 explicit; 3–4=2013-06-03..2013-06-04 inferred; "
                       "7=2013-06-07 inferred; 9 June=2013-06-09 inferred"},
                      {"By the end of 2014, and no later than 31 March 2015, States shall report.",
                       "the end of 2014=2014 explicit late; 31 March 2015=2015-03-31 explicit"},
                      {"The 2014 budget, the 2010 elections and the 1999–2000 session.",
                       "2014=2014 explicit; 2010=2010 explicit; 1999–2000=1999-01-01..2000-12-31 explicit"},
                      {"A week ago the Assembly adopted resolution 68/262 (A/RES/68/262) of 27 March.",
                       "A week ago=2014-03-10..2014-03-16 relative; 27 March=2014-03-27 inferred"},
                      {"From January to March 2013, and again from 5 to 9 May, talks were held.",
                       "January to March 2013=2013-01-01..2013-03-31 explicit; 5 to 9 "
                       "May=2014-05-05..2014-05-09 inferred"},
                      {"On Monday, the President will address the nation; on Friday he met the king.",
                       "Monday=2014-03-24 relative; Friday=2014-03-14 relative"},
                      {"The meeting of 05/06/2013 followed that of 05/24/2013.",
                       "05/06/2013=2013-05-06 explicit; 05/24/2013=2013-05-24 explicit"},
                      {"In the second half of the 1990s and the first decade of the 21st century.",
                       "the 1990s=1990s explicit; the 21st century=20c explicit"},
                      {"It was the summer of '69; by the mid-'80s all had changed.",
                       "the summer of '69=1969-06-01..1969-08-31 explicit; the mid-'80s=1980s explicit mid"},
                      {"Last month, two weeks later, the following day, that same year.",
                       "Last month=2014-02 relative; that same year=2014 relative"},
                  },
                  "2014-03-20");
}

TEST(MentionsIn, ReadsGerman) {
  expect_mentions(
      "de",
      {
          {"Am 23. und 24. Mai 2013 tagte der Rat.",
           "23.=2013-05-23 explicit; 24. Mai 2013=2013-05-24 explicit"},
          {"Vor drei Jahren begann die Krise.", "Vor drei Jahren=2010 relative"},
          {"Das Gesetz vom 5. Juni d. J. gilt ab nächster Woche.",
           "5. Juni=2013-06-05 inferred; nächster Woche=2013-06-17..2013-06-23 relative"},
          {"Im Jahr 490 v. Chr. siegten die Athener.", "490 v. Chr.=BC0490-01-01..BC0490-12-31 explicit"},
          {"Mai 2013 bis Januar 2014", "Mai 2013=2013-05 explicit; Januar 2014=2014-01 explicit"},
          {"Die 1990er Jahre waren schwierig, besonders Ende 1995.",
           "Die 1990er Jahre=1990s explicit; Ende 1995=1995 explicit late"},
      });
}

TEST(MentionsIn, ReadsGermanNewsAndLaw) {
  expect_mentions("de",
                  {
                      {"Der Europäische Rat tagt am Donnerstag und Freitag (20./21. März) in Brüssel.",
                       "Donnerstag=2014-03-20 relative; Freitag=2014-03-21 relative; 20./21. "
                       "März=2014-03-20..2014-03-21 inferred"},
                      {"Das Gesetz vom 23.12.2013 (BGBl. I S. 4346) tritt am 1.1.2015 in Kraft.",
                       "23.12.2013=2013-12-23 explicit; 1.1.2015=2015-01-01 explicit"},
                      {"Im vierten Quartal des vergangenen Jahres stieg die Arbeitslosigkeit.",
                       "vierten Quartal des vergangenen Jahres=2013-10-01..2013-12-31 relative"},
                      {"Nach dem Anschlag vom 11. September 2001 und bis Mitte 2003.",
                       "11. September 2001=2001-09-11 explicit; Mitte 2003=2003 explicit mid"},
                      {"Bis Ende des Jahres soll der Bericht vorliegen, spätestens aber im Frühjahr 2015.",
                       "Ende des Jahres=2014 relative late; Frühjahr 2015=2015-03-01..2015-05-31 explicit"},
                      {"Vor einer Woche, am 13. d. M., sowie am heutigen Donnerstag.",
                       "Vor einer Woche=2014-03-10..2014-03-16 relative; Donnerstag=2014-03-20 relative"},
                      {"In den 90er-Jahren, den Achtzigerjahren und den 1970er Jahren.",
                       "den 90er-Jahren=1990s explicit; den Achtzigerjahren=1980s explicit; den 1970er "
                       "Jahren=1970s explicit"},
                      {"Zwischen dem 3. und dem 7. Mai 2013 fanden Gespräche statt.",
                       "3.=2013-05-03 explicit; 7. Mai 2013=2013-05-07 explicit"},
                  },
                  "2014-03-20");
}

TEST(MentionsIn, ReadsAlbanian) {
  expect_mentions(
      "sq",
      {
          {"Kosova shpalli pavarësinë më 17 shkurt 2008.", "17 shkurt 2008=2008-02-17 explicit"},
          {"Në vitin 1999 filloi bombardimi i NATO-s.", "1999=1999 explicit"},
          {"Vitin e kaluar ekonomia u rrit me tre për qind.", "Vitin e kaluar=2012 relative"},
          {"Gjatë viteve 1990 shumë njerëz u larguan.", "viteve 1990=1990s explicit"},
          {"Marrëveshja u nënshkrua në prill të vitit 2013.", "prill të vitit 2013=2013-04 explicit"},
          {"Kryeministri tha të martën se bisedimet do të vazhdojnë nesër.",
           "martën=2013-06-11 relative; nesër=2013-06-13 relative"},
          {"Javën e kaluar u mbajt takimi në Bruksel.", "Javën e kaluar=2013-06-03..2013-06-09 relative"},
          {"Nga viti 1998 deri në vitin 1999 pati luftë.", "1998=1998 explicit; 1999=1999 explicit"},
      });
}

TEST(MentionsIn, ReadsAlbanianNewsAndLaw) {
  expect_mentions(
      "sq",
      {
          {"Më 16 mars u mbajt referendumi në Krime.", "16 mars=2014-03-16 inferred"},
          {"Ligji Nr. 04/L-2013 hyri në fuqi më 1 janar 2014.", "1 janar 2014=2014-01-01 explicit"},
          {"Tre vjet më parë, në mars 2011, filluan bisedimet.",
           "Tre vjet më parë=2011 relative; mars 2011=2011-03 explicit"},
          {"Muajin e kaluar qeveria miratoi buxhetin për vitin 2014.",
           "Muajin e kaluar=2014-02 relative; 2014=2014 explicit"},
          {"Të premten e kaluar u takuan kryeministrat.", "premten e kaluar=2014-03-14 relative"},
          {"Javën e ardhshme, më 25 dhe 26 mars, mbahet samiti.",
           "Javën e ardhshme=2014-03-24..2014-03-30 relative; 25=2014-03-25 inferred; 26 mars=2014-03-26 "
           "inferred"},
          {"Në shekullin XIX Shqipëria ishte pjesë e Perandorisë Osmane.", "shekullin XIX=18c explicit"},
          {"Gjatë viteve '90 ndodhën ndryshime të mëdha.", "viteve '90=1990s explicit"},
          {"Dje dhe sot punimet vazhduan; nesër do të mbyllen.",
           "Dje=2014-03-19 relative; sot=2014-03-20 relative; nesër=2014-03-21 relative"},
      },
      "2014-03-20");
}

TEST(MentionsIn, ReadsChinese) {
  expect_mentions("zh",
                  {
                      {"2013年5月24日，双方在布鲁塞尔举行会谈。", "2013年5月24日=2013-05-24 explicit"},
                      {"1999年3月，北约开始空袭。", "1999年3月=1999-03 explicit"},
                      {"去年出口增长了百分之五。", "去年=2012 relative"},
                      {"上世纪90年代，该地区发生战争。", "上世纪90年代=1990s explicit"},
                      {"2008年至2012年期间，经济增长放缓。", "2008年=2008 explicit; 2012年=2012 explicit"},
                      {"外交部发言人昨天表示，会议将于6月15日举行。",
                       "昨天=2013-06-11 relative; 6月15日=2013-06-15 inferred"},
                      {"二〇〇八年二月十七日，科索沃宣布独立。", "二〇〇八年二月十七日=2008-02-17 explicit"},
                      {"上周五，部长访问了北京。", "上周五=2013-06-07 relative"},
                      {"三年前，两国签署了协议。", "三年前=2010 relative"},
                      {"2012年第二季度，增长率下降。", "2012年第二季度=2012-04-01..2012-06-30 explicit"},
                      {"公元前490年发生了马拉松战役。", "公元前490年=BC0490-01-01..BC0490-12-31 explicit"},
                      {"决议第1244号和第2013条没有提到这一点。", ""},
                      {"今年年初，政府通过了新法律。", "今年年初=2013 relative early"},
                  });
}

TEST(MentionsIn, ReadsChineseNewsAndLaw) {
  expect_mentions(
      "zh",
      {
          {"3月16日，克里米亚举行公投。", "3月16日=2014-03-16 inferred"},
          {"国务院令第653号自2014年7月29日起公布施行。", "2014年7月29日=2014-07-29 explicit"},
          {"上月底，外长访问了莫斯科；下周三将访问巴黎。",
           "上月底=2014-02 relative late; 下周三=2014-03-26 relative"},
          {"自2005年以来，特别是2008年9月之后，危机加剧。",
           "2005年=2005 explicit; 2008年9月=2008-09 explicit"},
          {"“十二五”期间（2011-2015年），目标已经实现。", "2011-2015=2011-01-01..2015-12-31 explicit"},
          {"20世纪80年代末至90年代初，局势动荡。", "20世纪80年代=1980s explicit; 90年代=1990s explicit"},
          {"２０１３年５月２４日，会议召开。", "２０１３年５月２４日=2013-05-24 explicit"},
          {"两年前，也就是2012年底，协议签署。", "两年前=2012 relative; 2012年底=2012 explicit late"},
          {"本周五上午，总理将会见代表团。", "本周五=2014-03-21 relative"},
      },
      "2014-03-20");
}

}  // namespace
}  // namespace dossier
