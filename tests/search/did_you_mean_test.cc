// What is offered for words that the index does not have, and when nothing is.
#include <gtest/gtest.h>

#include "search/searched_index.h"

namespace dossier {
namespace {

std::vector<SampleDocument> collection() {
  std::vector<SampleDocument> documents{
      one("a",
          "The security council adopted a resolution on Kosovo and sanctions. Accommodation was scarce."),
      one("b", "The government of Serbia welcomed the resolution; independence is another matter."),
      one("c", "Parliament debated the referendum, the constitution and the withdrawal from the treaty."),
      one("d", "Refugees crossed the border; humanitarian aid was necessary, said the commission."),
      one("e", "Negotiations about enlargement failed. The embassy protested against the sovereignty bill."),
      {.id = "f", .language = "ru", .passages = {{"Президент и правительство обсуждали резолюцию совета."}}},
      {.id = "g", .language = "sr", .passages = {{"Vlada Srbije: Vučić i nezavisnost. Република Србија."}}},
      {.id = "h",
       .language = "de",
       .passages = {{"Die Verhandlungen über die Unabhängigkeit und Gespräche."}}},
      {.id = "i", .language = "el", .passages = {{"Η κυβέρνηση συζήτησε το δημοψήφισμα."}}},
  };
  // Words that find plenty, and one that is a slip of a text.
  for (int i = 0; i < 60; ++i)
    documents.push_back(one("m" + std::to_string(i), "The minister spoke about trade and peace."));
  documents.push_back(one("s", "The minster spoke."));
  return documents;
}

class DidYouMean : public testing::Test {
 protected:
  static void SetUpTestSuite() { index = new SearchedIndex(collection()); }
  static void TearDownTestSuite() {
    delete index;
    index = nullptr;
  }
  static std::string offered(const SearchRequest& request) {
    return index->search(request).suggestion.value_or("");
  }
  static std::string offered(const std::string& query) { return offered(SearchRequest{.query = query}); }

  static SearchedIndex* index;
};
SearchedIndex* DidYouMean::index = nullptr;

struct Case {
  const char* typed;
  const char* offered;
};

TEST_F(DidYouMean, OffersTheWordsThatWereMeant) {
  const std::vector<Case> cases{// a letter too many, missing, other, swapped
                                {"kosvo", "kosovo"},
                                {"kosobo", "kosovo"},
                                {"koosvo", "kosovo"},
                                {"Kosvo", "Kosovo"},
                                {"KOSVO", "KOSOVO"},
                                {"resolutoin", "resolution"},
                                {"resoluton", "resolution"},
                                {"rezolution", "resolution"},
                                {"sanctoins", "sanctions"},
                                {"santions", "sanctions"},
                                {"referandum", "referendum"},
                                {"constituton", "constitution"},
                                {"withdrawl", "withdrawal"},
                                {"indepedence", "independence"},
                                {"goverment", "government"},
                                {"govenrment", "government"},
                                {"parlament", "parliament"},
                                {"parliment", "parliament"},
                                {"humanitarain", "humanitarian"},
                                {"refuges", "refugees"},
                                {"refugess", "refugees"},
                                {"embasy", "embassy"},
                                {"embbassy", "embassy"},
                                {"sovreignty", "sovereignty"},
                                {"soverignty", "sovereignty"},
                                {"negotiatons", "negotiations"},
                                {"negotations", "negotiations"},
                                {"comission", "commission"},
                                {"commision", "commission"},
                                {"acommodation", "accommodation"},
                                {"accomodation", "accommodation"},
                                {"neccessary", "necessary"},
                                {"necesary", "necessary"},
                                // keys side by side
                                {"kosovp", "kosovo"},
                                {"trearty", "treaty"},
                                {"treatu", "treaty"},
                                {"sebria", "serbia"},
                                {"boreder", "border"},
                                // without and across accents
                                {"Vuičć", "Vučić"},
                                {"nezavisnots", "nezavisnost"},
                                {"unabhangigkiet", "unabhängigkeit"},
                                {"verhandlugen", "verhandlungen"},
                                {"gespraeche", "gespräche"},
                                // other scripts, and a keyboard switched to the other one
                                {"правителство", "правительство"},
                                {"презедент", "президент"},
                                {"κυβέρνιση", "κυβέρνηση"},
                                {"δημοψήφσμα", "δημοψήφισμα"},
                                {"ghtpbltyn", "президент"},
                                {"лщыщмщ", "kosovo"},
                                {"куыщдгешщт", "resolution"},
                                {"ghfdbntkmcndj", "правительство"},
                                // spaces
                                {"kosovoresolution", "kosovo resolution"},
                                {"reso lution", "resolution"},
                                {"securitycouncil", "security council"},
                                {"sanc tions", "sanctions"},
                                {"the reso lution on kosvo", "the resolution on kosovo"},
                                // in the query language
                                {"\"secruity council\"", "\"security council\""},
                                {"\"secruity counsil\"", "\"security council\""},
                                {"kosvo AND sanctoins", "kosovo AND sanctions"},
                                {"title:kosvo", "title:kosovo"},
                                {"+kosvo -serbai", "+kosovo -serbai"},
                                {"(kosvo OR sanctoins) lang:en", "(kosovo OR sanctions) lang:en"},
                                {"kosvo NEAR/3 resolution", "kosovo NEAR/3 resolution"},
                                {"=kosvo", "=kosovo"},
                                // a slip that the index has itself, where the right word is far more frequent
                                {"minster", "minister"}};
  EXPECT_GE(cases.size(), 60U);
  for (const Case& row : cases) EXPECT_EQ(offered(row.typed), row.offered) << row.typed;
}

TEST_F(DidYouMean, OffersNothingForWhatIsFoundOrIsNoWord) {
  for (const char* query : {"kosovo",
                            "resolution",
                            "resolutions",
                            "minister",
                            "trade",
                            "peace",
                            "Vucic",
                            "Вучић",
                            "vučić",
                            "ministers",
                            "xyzzyplugh",
                            "qqqqqqqqqqqq",
                            "kos",
                            "cat",
                            "1244",
                            "S/RES/1244",
                            "F-35",
                            "the",
                            "of",
                            "kosv*",
                            "kosvo~",
                            "-kosvo",
                            "lang:enn",
                            "",
                            "*",
                            "\"\"",
                            "published:2013",
                            "sanction",
                            "SANCTIONS",
                            "Serbia",
                            "Сербия",
                            "Србија",
                            "negotiation",
                            "government's",
                            "国会",
                            "a b c d",
                            "peace trade minister",
                            "(",
                            "Kosovo -serbai",
                            "independance",
                            "kosovvo"})
    EXPECT_EQ(offered(query), "") << query;
}

TEST_F(DidYouMean, StaysWithinBoundsOnHostileQueries) {
  EXPECT_EQ(offered(std::string(5000, 'a')), "");
  std::string many;
  for (int i = 0; i < 400; ++i) many += "kosvo ";
  EXPECT_TRUE(offered(many).starts_with("kosovo kosovo "));
  EXPECT_EQ(offered("\xFF\xFE kosvo"), "\xEF\xBF\xBD\xEF\xBF\xBD kosovo");
}

TEST_F(DidYouMean, IsLeftOutOfRuns) {
  EXPECT_EQ(offered(SearchRequest{.query = "kosvo", .bare = true}), "");
}

// In an index where these names stand, and the typed ones do not.
TEST(DidYouMeanNames, OffersSlipsOfANameButNoOtherName) {
  SearchedIndex index({
      {.id = "sr",
       .language = "sr",
       .passages = {{"Јуче је председник Васић отпутовао, а с њим и Стојановић."}}},
      {.id = "hr",
       .language = "hr",
       .passages = {{"Jučer su ministar Stojanović i poslanik Marić govorili."}}},
      one("first letter", "In the hall sat Erkl, and beside Erkl a guest."),
      one("again", "The chair of Erkl was empty."),
      one("en", "In the evening Merkel, Netanyahu and Johnson met near Pristina, in northern Afghanistan."),
      one("en2", "The visit of Milosevic to the Philippines and to Liechtenstein, said Bildt, was too long."),
      one("en3", "The committee on agriculture was there, and a mural of Musk, and the harvest."),
      {.id = "de", .language = "de", .passages = {{"Der Bericht nennt die Ernte und den Haushalt."}}},
  });
  const std::vector<Case> cases{
      // another person, as far as anybody can tell
      {"Вучић", ""},
      {"вучић", ""},
      {"Vasic", ""},
      {"Stefanović", ""},
      {"Stevanovic", ""},
      {"Мацић", ""},
      {"Merkol Jansen", "Merkel Jansen"},
      {"Jansen", ""},
      {"Bolton", ""},
      {"Perić", ""},
      {"Bilde", ""},
      {"Вазић", ""},
      // a slip
      {"Ваисћ", "Васић"},
      {"Восић", "Васић"},
      {"Васвић", "Васић"},
      {"Merkl", "Merkel"},
      {"Muski", "Musk"},
      {"Merkle", "Merkel"},
      {"Mekrel", "Merkel"},
      {"Netenyahu", "Netanyahu"},
      {"Johnsen", "Johnson"},
      {"Pristna", "Pristina"},
      {"Afgahnisan", "Afghanistan"},
      {"Lichtenstien", "Liechtenstein"},
      {"Milosovic", "Milosevic"},
      {"Milosevit", "Milosevic"},
      // common words are as they were, with a capital too
      {"Comitee", "Committee"},
      {"Agrikulture", "Agriculture"},
      {"agrecultire", "agriculture"},
      {"Harwest", "Harvest"},
      {"Haushlat", "Haushalt"},
  };
  for (const Case& row : cases)
    EXPECT_EQ(index.search({.query = row.typed}).suggestion.value_or(""), row.offered) << row.typed;
  // What sounds the same is found, and needs no offer.
  for (const char* query : {"Phillipines", "Netanjahu", "Stojanovci", "Jonhson", "Васиић"}) {
    const SearchResult result = index.search({.query = query});
    EXPECT_EQ(result.suggestion.value_or(""), "") << query;
    EXPECT_GT(result.total.passages, 0U) << query;
  }
}

}  // namespace
}  // namespace dossier
