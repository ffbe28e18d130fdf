// How names sound: pairs that are spellings of one name, and pairs that are not.
#include "dossier/text/name_sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

// A word as it is listed: folded, romanised, listened to.
struct Heard {
  explicit Heard(const std::string& word)
      : latin(Romanizer().romanize(fold_case(word))), sound({latin, alphabet_of(word)}) {}
  std::string latin;
  NameSound sound;
};

// Whether a search for one word would come upon the other and take it.
bool meet(const std::string& a, const std::string& b) {
  const Heard one(a), other(b);
  const auto keys = one.sound.keys();
  const auto other_keys = other.sound.keys();
  const bool met = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::find(other_keys.begin(), other_keys.end(), key) != other_keys.end();
  });
  EXPECT_EQ(one.sound.sounds_like(other.sound), other.sound.sounds_like(one.sound)) << a << " " << b;
  return met && one.sound.sounds_like(other.sound);
}

TEST(Romanizer, WritesWordsInLatinLetters) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"vučić", "vučić"},    {"вучић", "vučić"},      {"путин", "putin"},     {"τσίπρας", "tsípras"},
      {"მესტია", "mestʼia"}, {"习近平", "xíjìnpíng"}, {"プーチン", "pūchin"}, {"", ""},
      {"1244", "1244"},      {"kosovo", "kosovo"}};
  Romanizer romanizer;
  for (const auto& [word, latin] : rows) EXPECT_EQ(romanizer.romanize(word), latin) << word;
}

TEST(NameSound, SpellingsOfOneNameMeet) {
  const std::vector<std::pair<std::string, std::string>> rows{{"Vucic", "Vučić"},
                                                              {"Vucic", "Вучић"},
                                                              {"Vučić", "Вучич"},
                                                              {"Вучић", "Вучич"},
                                                              {"Zvecan", "Zvečan"},
                                                              {"Zvecan", "Звечан"},
                                                              {"Thaçi", "Thaci"},
                                                              {"Thaçi", "Тачи"},
                                                              {"Đukanović", "Djukanovic"},
                                                              {"Đukanović", "Джуканович"},
                                                              {"Djukanovic", "Ђукановић"},
                                                              {"Šešelj", "Шешељ"},
                                                              {"Seselj", "Шешељ"},
                                                              {"Milosevic", "Milošević"},
                                                              {"Milosevich", "Милошевић"},
                                                              {"Haradinaj", "Харадинај"},
                                                              {"Haradinaj", "Харадинай"},
                                                              {"Kurti", "Курти"},
                                                              {"Izetbegović", "Изетбегович"},
                                                              {"Dodik", "Додик"},
                                                              {"Putin", "Путин"},
                                                              {"Putin", "Путина"},
                                                              {"Putin", "بوتين"},
                                                              {"Lavrov", "Лавров"},
                                                              {"Shoigu", "Шойгу"},
                                                              {"Khrushchev", "Хрущёв"},
                                                              {"Chruschtschow", "Хрущёв"},
                                                              {"Gorbachev", "Горбачёв"},
                                                              {"Gorbatschow", "Горбачёв"},
                                                              {"Yushchenko", "Ющенко"},
                                                              {"Yanukovych", "Янукович"},
                                                              {"Janukowitsch", "Янукович"},
                                                              {"Zelensky", "Зеленський"},
                                                              {"Zelenskyy", "Зеленский"},
                                                              {"Selenskyj", "Зеленський"},
                                                              {"Lukashenko", "Лукашенка"},
                                                              {"Tsipras", "Τσίπρας"},
                                                              {"Ципрас", "Τσίπρας"},
                                                              {"Mitsotakis", "Μητσοτάκης"},
                                                              {"Saakashvili", "სააკაშვილი"},
                                                              {"Saakashvili", "Саакашвили"},
                                                              {"Pashinyan", "Փաշինյան"},
                                                              {"Gaddafi", "Qaddafi"},
                                                              {"Gaddafi", "القذافي"},
                                                              {"Kadhafi", "القذافي"},
                                                              {"Hussein", "حسين"},
                                                              {"Hussein", "Хусейн"},
                                                              {"Khamenei", "خامنئي"},
                                                              {"Rouhani", "روحاني"},
                                                              {"Erdogan", "Erdoğan"},
                                                              {"Erdoğan", "Эрдоган"},
                                                              {"Erdogan", "اردوغان"},
                                                              {"Netanyahu", "נתניהו"},
                                                              {"Netanyahu", "Нетаньяху"},
                                                              {"Modi", "मोदी"},
                                                              {"Jinping", "近平"},
                                                              {"Xijinping", "习近平"},
                                                              {"Merkel", "Меркель"},
                                                              {"Orban", "Orbán"},
                                                              {"Orbán", "Орбан"},
                                                              {"Biden", "Байден"},
                                                              {"Trump", "Трамп"},
                                                              {"Cameron", "Кэмерон"},
                                                              {"Chirac", "Ширак"},
                                                              {"Ceaușescu", "Чаушеску"},
                                                              {"Ahtisaari", "Ахтисаари"},
                                                              {"Serbia", "Србија"},
                                                              {"Serbia", "Сербия"}};
  EXPECT_GE(rows.size(), 60U);
  for (const auto& [a, b] : rows) EXPECT_TRUE(meet(a, b)) << a << " " << b;
}

TEST(NameSound, OtherWordsDoNotMeet) {
  const std::vector<std::pair<std::string, std::string>> rows{{"Poland", "Polish"},
                                                              {"Serbia", "Serbian"},
                                                              {"Reading", "Redding"},
                                                              {"Nice", "Nike"},
                                                              {"May", "Mai"},
                                                              {"Chad", "Chat"},
                                                              {"China", "Chine"},
                                                              {"Jordan", "Жорж"},
                                                              {"US", "us"},
                                                              {"Putin", "Поток"},
                                                              {"Putin", "Патон"},
                                                              {"Kosovo", "Košice"},
                                                              {"peace", "pace"},
                                                              {"security", "secretary"},
                                                              {"state", "static"},
                                                              {"force", "forks"},
                                                              {"Kurti", "Курорт"},
                                                              {"Thaçi", "Thatcher"},
                                                              {"Vučić", "Vujović"},
                                                              {"Tito", "Титан"},
                                                              {"Merkel", "Marker"},
                                                              {"Lavrov", "Лаврентий"},
                                                              {"Iran", "Ирак"},
                                                              {"Iran", "عراق"},
                                                              {"Mali", "Malta"},
                                                              {"Niger", "Nigeria"},
                                                              {"Austria", "Australia"},
                                                              {"Austria", "Австралия"},
                                                              {"Slovakia", "Slovenia"},
                                                              {"Словения", "Slovakia"},
                                                              {"Guinea", "Гана"},
                                                              {"Trump", "Труп"},
                                                              {"war", "вор"},
                                                              {"London", "Линден"},
                                                              {"Obama", "Osama"},
                                                              {"Assad", "Asadov"},
                                                              {"Dayton", "Дантон"},
                                                              {"Georgia", "Грузия"},
                                                              {"Xi", "习"},
                                                              {"", ""}};
  for (const auto& [a, b] : rows) EXPECT_FALSE(meet(a, b)) << a << " " << b;
}

TEST(NameSound, AKeyIsOfTheConsonantsAndAFirstVowel) {
  const auto keys = [](const std::string& word) {
    std::string out;
    for (const std::string& key : Heard(word).sound.keys()) out += (out.empty() ? "" : " ") + key;
    return out;
  };
  EXPECT_EQ(keys("Vučić"), "PSS");
  EXPECT_EQ(keys("Вучич"), "PSS");
  EXPECT_EQ(keys("Vucic"), "PSK PSS");
  EXPECT_EQ(keys("Iran"), "ARN");
  EXPECT_EQ(keys("Eu"), "");
  EXPECT_EQ(keys(""), "");
  EXPECT_EQ(keys(std::string(200, 'k')), "") << "one letter, however often";
  std::string alternating;
  for (int i = 0; i < 60; ++i) alternating += "ka";
  EXPECT_EQ(keys(alternating), "") << "too long for a name";
}

}  // namespace
}  // namespace dossier
