#include "dossier/text/language_detector.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {
namespace {

TEST(DetectLanguage, TellsLanguagesByASentenceOrTwo) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"en",
       "The council met on Monday to discuss the budget for the coming year and the repair of two bridges."},
      {"fr",
       "Le conseil s'est réuni lundi pour discuter du budget de l'année prochaine et de la réparation de "
       "deux ponts."},
      {"de",
       "Der Rat trat am Montag zusammen, um über den Haushalt des kommenden Jahres und zwei Brücken zu "
       "beraten."},
      {"es",
       "El consejo se reunió el lunes para hablar del presupuesto del próximo año y de la reparación de dos "
       "puentes."},
      {"it",
       "Il consiglio si è riunito lunedì per discutere il bilancio del prossimo anno e la riparazione di due "
       "ponti."},
      {"pt",
       "O conselho reuniu-se na segunda-feira para discutir o orçamento do próximo ano e a reparação de duas "
       "pontes."},
      {"nl",
       "De Veiligheidsraad heeft gisteren een resolutie aangenomen waarin alle partijen worden opgeroepen "
       "het vuren te "
       "staken. De regering is daarmee zeer ingenomen en zal zich inzetten voor een snelle uitvoering "
       "ervan."},
      {"pl", "Rada zebrała się w poniedziałek, aby omówić budżet na przyszły rok oraz naprawę dwóch mostów."},
      {"ru", "Совет собрался в понедельник, чтобы обсудить бюджет на будущий год и ремонт двух мостов."},
      {"uk", "Рада зібралася в понеділок, щоб обговорити бюджет на наступний рік і ремонт двох мостів."},
      {"sr", "Савет се састао у понедељак да расправља о буџету за наредну годину и о поправци два моста."},
      {"sr",
       "Savet se sastao u ponedeljak da raspravlja o budžetu za narednu godinu i o popravci dva mosta u "
       "gradu."},
      {"hr",
       "Vijeće se sastalo u ponedjeljak kako bi raspravilo o proračunu za sljedeću godinu i o popravku dvaju "
       "mostova."},
      {"sq",
       "Këshilli u mblodh të hënën për të diskutuar buxhetin e vitit të ardhshëm dhe riparimin e dy urave."},
      {"ar", "اجتمع المجلس يوم الاثنين لمناقشة ميزانية العام المقبل وإصلاح جسرين في المدينة."},
      {"he", "המועצה התכנסה ביום שני כדי לדון בתקציב של השנה הבאה ובתיקון של שני גשרים בעיר."},
      {"zh", "市议会星期一开会，讨论明年的预算以及两座桥梁的维修问题。"},
      {"ja", "市議会は月曜日に会合を開き、来年の予算と二つの橋の修理について話し合いました。"},
      {"ko", "시의회는 월요일에 모여 내년 예산과 다리 두 곳의 보수에 대해 논의했습니다."},
      {"el",
       "Το συμβούλιο συνεδρίασε τη Δευτέρα για να συζητήσει τον προϋπολογισμό και την επισκευή δύο γεφυρών."},
      {"tr",
       "Meclis, gelecek yılın bütçesini ve iki köprünün onarımını görüşmek üzere pazartesi günü toplandı."},
  };
  for (const auto& [language, text] : rows) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(DetectLanguage, GivesNothingForATextThatDoesNotTell) {
  for (const std::string_view text :
       {"", " \n", "1244", "12.5 % 2013-05-24 1,000", "... --- !!!", "😀😀😀", "x", "A/B"}) {
    EXPECT_EQ(detect_language(text), "") << text;
  }
}

TEST(DetectLanguage, TakesTheMainLanguageOfAMixture) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += "The council met on Monday to discuss the budget for the coming year. ";
  text += "Der Rat trat am Montag zusammen.";
  EXPECT_EQ(detect_language(text), "en");
}

std::string repeated(std::string_view sentence, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += sentence;
  return text;
}

TEST(DetectLanguage, LooksAtALongTextFromItsBeginningToItsEnd) {
  const std::string english =
      repeated("The council met on Monday to discuss the budget for the coming year. ", 10'000);
  const std::string russian = repeated("Совет собрался в понедельник, чтобы обсудить бюджет. ", 100'000);
  const std::string chinese = repeated("市议会星期一开会，讨论明年的预算以及两座桥梁的维修问题。", 100'000);
  EXPECT_EQ(detect_language(english + russian), "ru");
  EXPECT_EQ(detect_language(russian + english), "ru");
  EXPECT_EQ(detect_language(english + chinese), "zh");
}

}  // namespace
}  // namespace dossier
