// What looks like a date and is none.
#include <gtest/gtest.h>

#include <string_view>

#include "mention_text.h"

namespace dossier {
namespace {

struct Trap {
  std::string_view language;
  std::string_view text;
};

template <std::size_t kCount>
void expect_none(const Trap (&traps)[kCount]) {
  for (const auto& [language, text] : traps) EXPECT_EQ(mentions_text(text, language), "") << text;
}

TEST(MentionTraps, TakesNoNumberOfADocumentForAYear) {
  expect_none({
      {"en", "Resolution 1244 and resolutions 1990 and 2001"},
      {"en", "paras. 1990 and 2001, pp. 1998, 1999 and 2000"},
      {"en", "Room 2012, Article 1999, section 2010, tel. 2013, No. 1998"},
      {"en", "S/2023/384, A/RES/2005/12, COM(2013) 455, Directive 2004/38/EC"},
      {"en", "Regulation (EU) No 604/2013 and Regulation (EU) 2024/2059"},
      {"en", "flight BA2015, model X1999, 2013b, MH-2013, 978-1999, ISBN 1999"},
      {"en", "§ 2013 and # 2014"},
      {"fr", "la loi n° 2013-660, l'article 2013, la résolution 1990"},
      {"de", "Nr. 2013, Art. 1999, Ziffer 2001, S. 1998"},
      {"es", "la resolución 1990, el artículo 2013, núm. 2001"},
      {"it", "la risoluzione 1990, l'articolo 2013, n. 2001"},
      {"pt", "a resolução 1990, o artigo 2013"},
      {"ru", "постановление № 1990, статья 2013, 273-ФЗ, 2012-ФЗ"},
      {"uk", "резолюція 1990, стаття 2013, № 2001"},
      {"sr", "rezolucija 1244, član 2013, br. 1999; члан 2013, бр. 1999"},
      {"sq", "rezoluta 1244, neni 2013, nr. 1999"},
      {"zh", "决议第1244号和第2013条"},
  });
}

TEST(MentionTraps, TakesNoAmountForAYear) {
  expect_none({
      {"en", "$2010, 1999 euros, 2000 soldiers, 1800 km, 1990 %, 2000 per cent, 1,999.2001 kg, 2000 +"},
      {"en", "more than 2000 people, at least 1990 cases, nearly 2000, about 1500 tanks"},
      {"en", "12.2013 and 1990.5 and 2013:30"},
      {"fr", "plus de 2000 personnes, 1999 euros"},
      {"de", "mehr als 2000 Menschen, 1999 Euro, rund 1800 Soldaten"},
      {"es", "más de 2000 personas, 1999 euros"},
      {"it", "più di 2000 persone, 1999 euro"},
      {"ru", "более 2000 человек, 1999 рублей, из 1100 бойцов"},
      {"uk", "близько 1200 літаків, із 1100 бійців"},
      {"sr", "više od 2000 ljudi, 1999 dinara i 2000 evra"},
  });
}

TEST(MentionTraps, TakesNoVerbOrNameForAMonth) {
  expect_none({
      {"en", "They may march on; it may not. You march first, and they may 5 times."},
      {"en", "May, in May's view and in May 's view, wrote to April Ryan and June Carter."},
      {"en", "Augustus and August Wilson; the Long March; the March to the Sea; a march of 2000 people"},
      {"ru", "Мартов и Майский выступили; Марта Джонс и Юлия ушли."},
      {"uk", "Осінній листопад укрив стежки; Лютий пес"},
      {"sr", "Maja Gojković i Марта су дошле."},
      {"hr", "U šumi je listopad lišća."},
      {"pt", "O Rio de Janeiro continua lindo."},
      {"fr", "Il est six heures sept."},
  });
}

TEST(MentionTraps, TakesNoOtherWordForADate) {
  expect_none({
      {"en", "the fall of Rome, the fall in prices, spring water, systems that fall within, second hand"},
      {"en", "the second half of the match, the first quarter of the century ended"},
      {"en", "every Monday, Friday nights, Black Friday, good day, day by day"},
      {"en", "three days after the vote, two years before her death, two years old"},
      {"en", "on a Sunday; two flights per week on Wednesday afternoon and Saturday morning"},
      {"en", "what is today Germany; as strong today as ever; our last evening here"},
      {"en", "still in use today, known today as Istanbul, to this day"},
      {"de", "Guten Morgen! Am Morgen war es kalt."},
      {"es", "Los lunes y cada martes; por la mañana"},
      {"ru", "окружающую среду и веке вечном"},
      {"sr", "Sreda je lepa kao nedelja."},
      {"zh", "每周一开会，一周三次，本年度计划，会议召开十日前"},
  });
}

TEST(MentionTraps, FindsTheDateBesideATrap) {
  constexpr MentionRow kRows[] = {
      {"Resolution 1244 (1999)", "1999=1999 explicit"},
      {"S/RES/1244(1999) of 10 June", "1999=1999 explicit; 10 June=1999-06-10 inferred"},
      {"As late as 1999, 1999 euros were due", "late as 1999=1999 explicit late"},
      {"1990 houses were built in 1990", "1990=1990 explicit; 1990=1990 explicit"},
      {"4 May 2013, 8:27 and 5 May 2013, 9.30 pm",
       "4 May 2013=2013-05-04 explicit; 5 May 2013=2013-05-05 explicit"},
  };
  for (const auto& [text, mentions] : kRows) EXPECT_EQ(mentions_text(text), mentions) << text;
}

}  // namespace
}  // namespace dossier
