// Sentences of news and law in Russian, Ukrainian, Serbian in both scripts, and Croatian.
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

TEST(SlavicMentions, ReadsRussian) {
  expect_mentions(
      "ru", {
                {"Договор был подписан 8 декабря 1991 года.", "8 декабря 1991 года=1991-12-08 explicit"},
                {"В марте 1999 г. началась операция НАТО.", "марте 1999 г.=1999-03 explicit"},
                {"В прошлом году экспорт вырос на пять процентов.", "прошлом году=2012 relative"},
                {"В 1990-х годах страна переживала кризис.", "1990-х годах=1990s explicit"},
                {"Два дня назад стороны подписали протокол.", "Два дня назад=2013-06-10 relative"},
                {"В понедельник министр прибыл в Белград.", "понедельник=2013-06-10 relative"},
                {"С 2008 по 2012 год президентом был Медведев.",
                 "2008 по 2012 год=2008-01-01..2012-12-31 explicit"},
                {"В конце апреля была достигнута договорённость.", "конце апреля=2013-04 inferred late"},
                {"Мартов и Майский выступили на съезде.", ""},
                {"В ХХ веке произошли две мировые войны.", "ХХ веке=19c explicit"},
                {"Во втором квартале 2012 года ВВП снизился.",
                 "втором квартале 2012 года=2012-04-01..2012-06-30 explicit"},
                {"Завтра Совет Безопасности обсудит доклад.", "Завтра=2013-06-13 relative"},
                {"В 490 году до н. э. произошла битва при Марафоне.",
                 "490 году до н. э.=BC0490-01-01..BC0490-12-31 explicit"},
                {"На прошлой неделе, в среду, депутаты приняли закон.",
                 "прошлой неделе=2013-06-03..2013-06-09 relative; среду=2013-06-05 relative"},
            });
}

TEST(SlavicMentions, ReadsRussianNewsAndLaw) {
  expect_mentions(
      "ru",
      {
          {"16 марта в Крыму прошёл референдум; 18 марта был подписан договор.",
           "16 марта=2014-03-16 inferred; 18 марта=2014-03-18 inferred"},
          {"Федеральный закон от 29 декабря 2012 г. № 273-ФЗ вступил в силу 1 сентября 2013 г.",
           "29 декабря 2012 г.=2012-12-29 explicit; 1 сентября 2013 г.=2013-09-01 explicit"},
          {"К 2020 году доля должна достигнуть 20 процентов.", "2020 году=2020 explicit"},
          {"В первом полугодии 2013 года инфляция составила 3,5%.",
           "первом полугодии 2013 года=2013-01-01..2013-06-30 explicit"},
          {"На следующей неделе министры встретятся в Женеве.",
           "следующей неделе=2014-03-24..2014-03-30 relative"},
          {"Через два года, осенью 1993-го, начался кризис.",
           "Через два года=2016 relative; осенью 1993-го=1993-09-01..1993-11-30 explicit"},
          {"В начале 1990-х и в середине 2000-х годов реформы застопорились.",
           "начале 1990-х=1990s explicit early; середине 2000-х годов=2000s explicit mid"},
          {"С января по март 2013 года экспорт вырос.",
           "января по март 2013 года=2013-01-01..2013-03-31 explicit"},
          {"В прошлую пятницу, 14 марта, переговоры сорвались.", "пятницу, 14 марта=2014-03-14 inferred"},
          {"Летом прошлого года и этой весной прошли учения.",
           "Летом прошлого года=2013-06-01..2013-08-31 relative; этой весной=2014-03-01..2014-05-31 "
           "relative"},
          {"В XIX – начале XX века город рос.", "начале XX века=19c explicit early"},
          {"Вчера вечером, а также сегодня утром обстрелы продолжались.",
           "Вчера=2014-03-19 relative; сегодня=2014-03-20 relative"},
          {"Постановление № 1990 и 2013 рублей упомянуты не были.", ""},
          {"Совет собирался 3, 5 и 7 февраля.",
           "3=2014-02-03 inferred; 5=2014-02-05 inferred; 7 февраля=2014-02-07 inferred"},
      },
      "2014-03-20");
}

TEST(SlavicMentions, ReadsUkrainian) {
  expect_mentions(
      "uk", {
                {"24 серпня 1991 року Україна проголосила незалежність.",
                 "24 серпня 1991 року=1991-08-24 explicit"},
                {"Минулого тижня відбулися переговори.", "Минулого тижня=2013-06-03..2013-06-09 relative"},
                {"Три роки тому розпочалася криза.", "Три роки тому=2010 relative"},
                {"Осінній листопад і падолист укрили стежки.", ""},
                {"З 2004 по 2010 рік тривала реформа.", "2004 по 2010 рік=2004-01-01..2010-12-31 explicit"},
            });
}

TEST(SlavicMentions, ReadsUkrainianNewsAndLaw) {
  expect_mentions("uk",
                  {
                      {"16 березня у Криму відбувся псевдореферендум, а 21 березня його визнали.",
                       "16 березня=2014-03-16 inferred; 21 березня=2014-03-21 inferred"},
                      {"Закон від 17.03.2011 № 3166-VI набув чинності 9 квітня 2011 року.",
                       "17.03.2011=2011-03-17 explicit; 9 квітня 2011 року=2011-04-09 explicit"},
                      {"У першому півріччі 2013 року експорт скоротився.",
                       "першому півріччі 2013 року=2013-01-01..2013-06-30 explicit"},
                      {"На початку 90-х років, а саме у 1991-му, було проголошено незалежність.",
                       "початку 90-х років=1990s explicit early; 1991-му=1991 explicit"},
                      {"Наступного тижня, у вівторок, відбудеться засідання.",
                       "Наступного тижня=2014-03-24..2014-03-30 relative; вівторок=2014-03-25 relative"},
                      {"Торік навесні та цього літа працювали над реформою.",
                       "Торік=2013 relative; навесні=2013-03-01..2013-05-31 inferred; цього "
                       "літа=2014-06-01..2014-08-31 relative"},
                      {"Двадцять четвертого серпня святкують День незалежності.",
                       "Двадцять четвертого серпня=2013-08-24 inferred"},
                  },
                  "2014-03-20");
}

TEST(SlavicMentions, ReadsSerbian) {
  expect_mentions(
      "sr",
      {
          {"Sporazum je potpisan 19. aprila 2013. godine u Briselu.",
           "19. aprila 2013. godine=2013-04-19 explicit"},
          {"Споразум је потписан 19. априла 2013. године у Бриселу.",
           "19. априла 2013. године=2013-04-19 explicit"},
          {"U martu 1999. počelo je bombardovanje.", "martu 1999.=1999-03 explicit"},
          {"Prošle godine izvoz je porastao.", "Prošle godine=2012 relative"},
          {"Прошле недеље одржани су избори на северу.", "Прошле недеље=2013-06-03..2013-06-09 relative"},
          {"Devedesetih godina zemlja je bila pod sankcijama.", "Devedesetih godina=1990s explicit"},
          {"Pre tri dana vlada je usvojila zakon.", "Pre tri dana=2013-06-09 relative"},
          {"Od 1998. do 1999. trajao je sukob.", "1998. do 1999.=1998-01-01..1999-12-31 explicit"},
          {"Мај и јуни били су мирни, а у јулу су почели протести.",
           "Мај=2013-05 inferred; јуни=2013-06 inferred; јулу=2013-07 inferred"},
          {"U ponedeljak, 10. juna, sastaju se ministri.", "ponedeljak, 10. juna=2013-06-10 inferred"},
          {"Krajem 2012. godine dijalog je obnovljen.", "Krajem 2012. godine=2012 explicit late"},
          {"Sutra se nastavlja sednica Skupštine.", "Sutra=2013-06-13 relative"},
      });
}

TEST(SlavicMentions, ReadsSerbianNewsAndLaw) {
  expect_mentions(
      "sr",
      {
          {"Избори су одржани 16. марта, а нова влада биће формирана у априлу.",
           "16. марта=2014-03-16 inferred; априлу=2014-04 inferred"},
          {"Vlada je 24. septembra 2013. usvojila strategiju za period 2014-2020.",
           "24. septembra 2013.=2013-09-24 explicit; 2014-2020=2014-01-01..2020-12-31 explicit"},
          {"Tokom devedesetih, naročito 1993. godine, vladala je hiperinflacija.",
           "devedesetih=1990s explicit; 1993. godine=1993 explicit"},
          {"U prvom kvartalu 2013. godine izvoz je porastao.",
           "prvom kvartalu 2013. godine=2013-01-01..2013-03-31 explicit"},
          {"Дана 24.03.1999. почело је бомбардовање СРЈ.", "24.03.1999.=1999-03-24 explicit"},
          {"Закон („Службени гласник РС”, бр. 55/04, 1/2013 и 99/2014) примењује се од 1. јануара 2015.",
           "1. јануара 2015.=2015-01-01 explicit"},
          {"Следеће недеље, у среду, премијер путује у Брисел.",
           "Следеће недеље=2014-03-24..2014-03-30 relative; среду=2014-03-26 relative"},
          {"Do kraja godine biće završen autoput; početkom juna počinju radovi.",
           "kraja godine=2014 relative late; početkom juna=2014-06 inferred early"},
          {"Три дана касније, 28. јуна 1914, убијен је надвојвода.", "28. јуна 1914=1914-06-28 explicit"},
          {"U XIX veku Srbija je stekla nezavisnost.", "XIX veku=18c explicit"},
          {"Juče je Maja Gojković izjavila da će Skupština zasedati u petak.",
           "Juče=2014-03-19 relative; petak=2014-03-21 relative"},
      },
      "2014-03-20");
}

TEST(SlavicMentions, ReadsCroatian) {
  expect_mentions(
      "hr",
      {
          {"Hrvatska je pristupila Uniji 1. srpnja 2013. godine.",
           "1. srpnja 2013. godine=2013-07-01 explicit"},
          {"U svibnju 1991. održan je referendum.", "svibnju 1991.=1991-05 explicit"},
          {"Prošlog tjedna ministrica je posjetila Sarajevo.",
           "Prošlog tjedna=2013-06-03..2013-06-09 relative"},
          {"Prije dvije godine potpisan je sporazum.", "Prije dvije godine=2011 relative"},
          {"Lipanj je bio topao, a listopad lišća počinje kasno.", "Lipanj=2013-06 inferred"},
          {"Sredinom devedesetih godina rat je završio.", "Sredinom devedesetih godina=1990s explicit mid"},
          {"Izbori su održani 4.12.2011.", "4.12.2011.=2011-12-04 explicit"},
      });
}

TEST(SlavicMentions, ReadsCroatianNewsAndLaw) {
  expect_mentions("hr",
                  {
                      {"Zakon je stupio na snagu 1. siječnja 2014., a mijenjan je u ožujku.",
                       "1. siječnja 2014.=2014-01-01 explicit; ožujku=2014-03 inferred"},
                      {"U razdoblju od 2007. do 2013. Hrvatska je koristila fondove.",
                       "2007. do 2013.=2007-01-01..2013-12-31 explicit"},
                      {"Prošle godine, krajem listopada, održan je sastanak.",
                       "Prošle godine=2013 relative; krajem listopada=2013-10 inferred late"},
                      {"Vlada će u srijedu raspravljati o proračunu za 2015. godinu.",
                       "srijedu=2014-03-26 relative; 2015. godinu=2015 explicit"},
                      {"Tijekom 19. stoljeća i početkom 20. stoljeća.",
                       "19. stoljeća=18c explicit; početkom 20. stoljeća=19c explicit early"},
                      {"Dvije godine kasnije, u kolovozu 1995., završila je operacija.",
                       "kolovozu 1995.=1995-08 explicit"},
                      {"Danas, 20. ožujka 2014., sastaje se Europsko vijeće.",
                       "Danas=2014-03-20 relative; 20. ožujka 2014.=2014-03-20 explicit"},
                  },
                  "2014-03-20");
}

}  // namespace
}  // namespace dossier
