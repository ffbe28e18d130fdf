// Names across scripts, spellings and languages: which documents of a small collection a word finds. The
// texts were written for this test.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "search/searched_index.h"

namespace dossier {
namespace {

SampleDocument in(const std::string& language, const std::string& id, const std::string& text) {
  return {.id = id, .language = language, .passages = {{text}}};
}

// One document a spelling; names stand inside sentences, as names do.
std::vector<SampleDocument> collection() {
  return {
      in("en", "vucic", "In Brussels the talks with Vucic took an hour."),
      in("sr", "vučić", "Juče je predsednik Aleksandar Vučić otputovao."),
      in("sr", "вучић", "Јуче је председник Александар Вучић отпутовао."),
      in("ru", "вучич", "Вчера президент Александр Вучич говорил с послом."),
      in("en", "zvecan", "Near the town of Zvecan the road was open."),
      in("sr", "звечан", "Пут ка месту Звечан је отворен."),
      in("sq", "thaçi", "Dje presidenti Hashim Thaçi foli gjatë."),
      in("en", "thaci", "The court heard that Thaci had left."),
      in("ru", "тачи", "В суде говорил Хашим Тачи, его слушали."),
      in("en", "kyiv", "The train to Kyiv leaves at noon."),
      in("en", "kiev", "An old map of Kiev hangs there."),
      in("uk", "київ", "Потяг до міста Київ вирушає опівдні."),
      in("ru", "киеве", "Поезд стоит в Киеве до утра."),
      in("en", "gaddafi", "Nobody knew where Gaddafi was."),
      in("en", "qaddafi", "They met Qaddafi in a tent."),
      in("ar", "القذافي", "تحدث القذافي في الخيمة"),
      in("en", "tsipras", "After the vote Tsipras resigned."),
      in("el", "τσίπρας", "Χθες ο Αλέξης Τσίπρας παραιτήθηκε."),
      in("en", "saakashvili", "In exile Saakashvili wrote letters."),
      in("ka", "სააკაშვილი", "გუშინ სააკაშვილი ჩამოვიდა"),
      in("en", "xi", "The visit of Xi Jinping was short."),
      in("zh", "习近平", "昨天习近平访问了北京。"),
      in("en", "putin", "The letter to Putin was never sent."),
      in("ru", "путина", "Письмо для Путина не отправили."),
      in("en", "khrushchev", "The shoe of Khrushchev became famous."),
      in("ru", "хрущёв", "На трибуне стоял Хрущёв с ботинком."),
      in("de", "gorbatschow", "Er sprach mit Gorbatschow in Bonn."),
      in("en", "netanyahu", "The phone call with Netanyahu ended early."),
      in("he", "נתניהו", "אתמול דיבר נתניהו בטלפון"),
      in("tr", "erdoğan", "Toplantıda konuşan Erdoğan oldu."),
      in("ru", "эрдоган", "На встрече выступил Эрдоган, потом ушёл."),
      in("en", "belgrade", "The archive in Belgrade is closed."),
      in("sr", "beogradu", "Arhiv u Beogradu je zatvoren."),
      in("de", "deutschland", "Die Grenze von Deutschland ist offen."),
      in("ru", "германии", "Граница Германии открыта."),
      in("en", "germany", "The border of Germany is open."),
      in("tr", "türkiye", "Sınırda Türkiye bekliyor."),
      in("en", "turkey", "A ferry from Turkey arrived."),
      in("en", "bird", "They ate roast turkey, and turkey again."),
      in("en", "myanmar", "The envoy to Myanmar waits."),
      in("en", "burma", "The road through Burma is long."),
      in("en", "beijing", "The fair in Beijing opened."),
      in("en", "peking", "An opera from Peking came."),
      in("ru", "пекине", "Выставка в Пекине открылась."),
      in("en", "moscow", "The bear in Moscow sleeps."),
      in("sq", "kosova", "Kufiri i Kosova është i qetë."),
      in("en", "kosovo", "The border of Kosovo is quiet."),
      in("sr", "косова", "Граница Косова је мирна."),
      in("ru", "грузии", "Дороги в Грузии закрыты."),
      in("en", "georgia", "The county in Georgia counted votes."),
      in("fr", "tchad", "La route du Tchad est longue."),
      in("en", "chad", "A man called Chad paid the bill."),
      in("ru", "иордании", "Автобус из Иордании опоздал, автобус Иордания."),
      in("en", "jordan", "The player Jordan scored."),
      in("en", "us", "The US senate told us nothing."),
      in("ru", "май", "Это был май, и Май смеялся."),
      in("en", "may", "In May the minister May may resign."),
      in("en", "polish", "They polish the shoes with polish."),
      in("ru", "польский", "Приехал польский посол."),
      in("zh", "中国", "我们访问了中国的工厂。"),
      in("en", "china", "The plates are of china, the finest china."),
      in("en", "nice", "It was a nice day in a nice town."),
      in("en", "niece", "In the letter Nise was his niece."),
      in("en", "reading", "He was reading a book, reading all day."),
      in("en", "redding", "The train for Redding was late."),
  };
}

class Names : public testing::Test {
 protected:
  static void SetUpTestSuite() { index = new SearchedIndex(collection()); }
  static void TearDownTestSuite() {
    delete index;
    index = nullptr;
  }

  static bool finds(const SearchRequest& request, const std::string& id) {
    std::istringstream found(index->matches_for(request));
    for (std::string word; found >> word;) {
      if (word == id) return true;
    }
    return false;
  }
  static bool finds(const std::string& query, const std::string& id) {
    return finds(SearchRequest{.query = query}, id);
  }

  static SearchedIndex* index;
};
SearchedIndex* Names::index = nullptr;

struct Case {
  const char* query;
  const char* id;
};

TEST_F(Names, AreFoundInOtherScriptsSpellingsAndLanguages) {
  const std::vector<Case> cases{{"Vucic", "vučić"},
                                {"Vucic", "вучић"},
                                {"Vucic", "вучич"},
                                {"Vučić", "vucic"},
                                {"Vučić", "вучич"},
                                {"Вучић", "vucic"},
                                {"Вучић", "вучич"},
                                {"Вучич", "vucic"},
                                {"Вучич", "vučić"},
                                {"Вучич", "вучић"},
                                {"vucic", "вучич"},
                                {"вучич", "vučić"},
                                {"Zvecan", "звечан"},
                                {"Zvečan", "zvecan"},
                                {"Звечан", "zvecan"},
                                {"zvečan", "звечан"},
                                {"Thaçi", "thaci"},
                                {"Thaci", "thaçi"},
                                {"Thaci", "тачи"},
                                {"Тачи", "thaçi"},
                                {"Тачи", "thaci"},
                                {"Kyiv", "kiev"},
                                {"Kyiv", "київ"},
                                {"Kyiv", "киеве"},
                                {"Kiev", "kyiv"},
                                {"Киев", "kyiv"},
                                {"Київ", "kiev"},
                                {"kyiv", "киеве"},
                                {"Киеве", "київ"},
                                {"Gaddafi", "qaddafi"},
                                {"Gaddafi", "القذافي"},
                                {"القذافي", "gaddafi"},
                                {"Qaddafi", "القذافي"},
                                {"Tsipras", "τσίπρας"},
                                {"Τσίπρας", "tsipras"},
                                {"Saakashvili", "სააკაშვილი"},
                                {"სააკაშვილი", "saakashvili"},
                                {"Putin", "путина"},
                                {"Путин", "putin"},
                                {"Khrushchev", "хрущёв"},
                                {"Хрущев", "khrushchev"},
                                {"Горбачёв", "gorbatschow"},
                                {"Москва", "moscow"},
                                {"Netanyahu", "נתניהו"},
                                {"נתניהו", "netanyahu"},
                                {"Erdogan", "эрдоган"},
                                {"Эрдоган", "erdoğan"},
                                {"Belgrade", "beogradu"},
                                {"Beograd", "belgrade"},
                                {"Белград", "beogradu"},
                                {"Germany", "deutschland"},
                                {"Germany", "германии"},
                                {"Deutschland", "germany"},
                                {"Германия", "deutschland"},
                                {"Turkey", "türkiye"},
                                {"Türkiye", "turkey"},
                                {"Myanmar", "burma"},
                                {"Burma", "myanmar"},
                                {"Beijing", "peking"},
                                {"Peking", "пекине"},
                                {"北京", "beijing"},
                                {"Pekin", "beijing"},
                                {"Kosovo", "kosova"},
                                {"Kosovo", "косова"},
                                {"Kosova", "kosovo"},
                                {"Косово", "kosova"},
                                {"China", "中国"},
                                {"Polish", "польский"},
                                {"title:Vucic OR Вучич", "vučić"},
                                {"Vucic NEAR/3 Александр", "вучич"},
                                {"+Vucic", "вучич"},
                                {"(Vucic OR xyzzy)", "вучич"}};
  EXPECT_GE(cases.size(), 60U);
  for (const Case& row : cases) {
    EXPECT_TRUE(finds(row.query, row.id)) << row.query << " should find " << row.id;
  }
}

TEST_F(Names, TrapsAreNeverJoined) {
  const std::vector<Case> cases{
      {"Georgia", "грузии"},  {"Грузия", "georgia"},   {"Chad", "tchad"},     {"Tchad", "chad"},
      {"Jordan", "иордании"}, {"Иордания", "jordan"},  {"us", "май"},         {"May", "май"},
      {"Май", "may"},         {"may", "май"},          {"turkey", "türkiye"}, {"china", "中国"},
      {"polish", "польский"}, {"nice", "niece"},       {"Nice", "niece"},     {"reading", "redding"},
      {"Reading", "redding"}, {"Redding", "reading"},  {"Poland", "polish"},  {"road", "путина"},
      {"border", "zvecan"},   {"Belgrade", "beijing"}, {"train", "putin"},    {"letters", "xi"},
      {"Putin", "vucic"},     {"Kosovo", "kyiv"},      {"player", "polish"},  {"ferry", "xi"}};
  for (const Case& row : cases) EXPECT_FALSE(finds(row.query, row.id)) << row.query << " found " << row.id;
}

TEST_F(Names, AreFoundAsTheyWereTypedOnlyWhereThatIsWanted) {
  EXPECT_FALSE(finds("=Vucic", "вучич"));
  EXPECT_FALSE(finds("Vuci*", "вучич"));
  EXPECT_FALSE(finds(SearchRequest{.query = "Vucic", .exact = true}, "вучич"));
  EXPECT_FALSE(finds(SearchRequest{.query = "Vucic", .expand = Expand::off}, "вучич"));
  EXPECT_TRUE(finds(SearchRequest{.query = "Vucic", .expand = Expand::off}, "vučić"));
  EXPECT_FALSE(finds(SearchRequest{.query = "Kyiv", .expand = Expand::off}, "kiev"));
}

TEST_F(Names, AreFoundInsidePhrases) {
  EXPECT_TRUE(finds("\"Aleksandar Vucic\"", "вучић"));
  EXPECT_TRUE(finds("\"Александр Вучич\"", "vučić"));
  EXPECT_TRUE(finds("\"Hashim Thaci\"", "тачи"));
  EXPECT_FALSE(finds("=\"Aleksandar Vucic\"", "вучић"));
  EXPECT_FALSE(finds(SearchRequest{.query = "\"Aleksandar Vucic\"", .expand = Expand::off}, "вучић"));
  EXPECT_FALSE(finds("\"Vucic Aleksandar\"", "вучић"));
}

TEST_F(Names, RankBelowTheTypedForm) {
  for (const char* query : {"Вучич", "Kiev", "Kyiv", "Türkiye", "Peking", "Germany"}) {
    const SearchResult result = index->search({.query = query});
    ASSERT_GE(result.hits.size(), 2U) << query;
    const SearchResult typed = index->search({.query = query, .expand = Expand::off});
    ASSERT_FALSE(typed.hits.empty()) << query;
    EXPECT_EQ(result.hits[0].document.id, typed.hits[0].document.id) << query;
  }
}

TEST_F(Names, AreMarked) {
  const auto marks = [&](const std::string& query, const std::string& id) {
    for (const Hit& hit : index->search({.query = query, .limit = 100}).hits) {
      if (hit.document.id == id) return marked(hit.passage.text, hit.passage.highlights);
    }
    return std::string("not found");
  };
  EXPECT_EQ(marks("Vucic", "вучич"), "Вчера президент Александр [Вучич] говорил с послом.");
  EXPECT_EQ(marks("Kyiv", "киеве"), "Поезд стоит в [Киеве] до утра.");
  EXPECT_EQ(marks("\"Aleksandar Vucic\"", "вучић"), "Јуче је председник [Александар Вучић] отпутовао.");
}

TEST_F(Names, AreExplainedByTheirOrigin) {
  std::set<std::string> origins;
  for (const char* query : {"Vucic", "Gaddafi", "Belgrade", "\"Aleksandar Vucic\""}) {
    const Explanation explanation = index->explain({.query = query});
    ASSERT_FALSE(explanation.hits.empty());
    for (const ExplainedTerm& term : explanation.hits[0].terms) origins.insert(term.how);
  }
  for (const char* origin : {"stem", "transliteration", "exonym", "phrase with other names"})
    EXPECT_TRUE(origins.contains(origin)) << origin;
}

TEST(NamesOfAnIndexWithoutAListOfWords, AreFoundAsTyped) {
  const std::vector<SampleDocument> documents{in("en", "a", "The shoe of Khrushchev was brown."),
                                              in("ru", "b", "На трибуне Хрущёв говорил.")};
  SearchedIndex index(documents);
  EXPECT_EQ(index.matches("Хрущёв"), "a b");
  SearchedIndex bare(documents);
  std::filesystem::remove(bare.folder() + "/words");
  EXPECT_EQ(bare.matches("Хрущёв"), "b");
}

// Names of two and three words that Chinese and Korean write as one.
TEST(NamesOfSeveralWords, AreFoundWhereTheyAreWrittenAsOne) {
  SearchedIndex index({in("zh", "mao", "昨天毛泽东的书在北京。"), in("zh", "deng", "邓小平的书在上海。"),
                       in("zh", "zhou", "周恩来的信在这里。"), in("zh", "hu", "胡锦涛的信。"),
                       in("ko", "moon", "어제 문재인 대통령 연설."), in("en", "jane", "Moon Jane sang."),
                       in("zh", "xi", "昨天习近平访问了北京。"),
                       in("en", "typed", "A book by Mao Zedong was there."),
                       in("en", "one", "In the talk by Maozedong one heard it.")});
  const auto finds = [&](const std::string& query, const std::string& id) {
    std::istringstream found(index.matches_for({.query = query}));
    for (std::string word; found >> word;) {
      if (word == id) return true;
    }
    return false;
  };
  const std::vector<Case> found{{"Mao Zedong", "mao"},         {"Mao Zedong", "typed"},
                                {"Deng Xiaoping", "deng"},     {"Zhou Enlai", "zhou"},
                                {"Hu Jintao", "hu"},           {"Moon Jae In", "moon"},
                                {"Moon Jaein", "moon"},        {"letters of Zhou Enlai", "zhou"},
                                {"\"a book\" OR Mao", "typed"}};
  for (const Case& row : found) EXPECT_TRUE(finds(row.query, row.id)) << row.query << " " << row.id;
  const std::vector<Case> traps{{"mao zedong", "mao"},      {"Mao", "mao"},
                                {"Zedong Mao", "mao"},      {"Mao \"Zedong\"", "mao"},
                                {"Mao -Zedong", "mao"},     {"=Mao =Zedong", "mao"},
                                {"Mao AND Zedong", "mao"},  {"Moon Jane", "moon"},
                                {"Deng Xiaoling", "deng"},  {"Hu Jin", "hu"},
                                {"Mao Zedong Street", "hu"}};
  for (const Case& row : traps) EXPECT_FALSE(finds(row.query, row.id)) << row.query << " " << row.id;
  const Explanation why = index.explain({.query = "Deng Xiaoping"});
  ASSERT_EQ(why.hits.size(), 1U);
  EXPECT_EQ(std::count_if(why.hits[0].terms.begin(), why.hits[0].terms.end(),
                          [](const ExplainedTerm& term) { return term.how == "transliteration"; }),
            2);
}

}  // namespace
}  // namespace dossier
