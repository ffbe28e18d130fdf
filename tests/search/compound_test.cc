// Words that are written as one, and words joined by hyphens.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

SampleDocument in(const std::string& language, const std::string& id, const std::string& text) {
  return {.id = id, .language = language, .passages = {{text}}};
}

SearchedIndex germans() {
  return SearchedIndex(
      {in("de", "abfluss", "Der Abfluss stieg."), in("de", "gletscher", "Die Gletscher schmelzen."),
       in("de", "gebiet", "Ein Gebiet im Norden."), in("de", "schutz", "Guter Schutz hilft."),
       in("de", "beides", "Der Gletscherabfluss im Schutzgebiet."),
       in("de", "verwaltung", "Verwaltungsgebiete und Verwaltungen"),
       in("en", "password", "The password was lost."), in("en", "pass", "A mountain pass."),
       in("en", "word", "A last word.")});
}

struct Expected {
  std::string query;
  std::string matches;
};

TEST(Compounds, AreFoundByTheWordsInThem) {
  SearchedIndex index = germans();
  const std::vector<Expected> rows{
      {"Abfluss", "abfluss beides"},
      {"Gletscher", "beides gletscher"},
      {"Gebiet", "beides gebiet verwaltung"},
      {"Schutz", "beides schutz"},
      {"Verwaltung", "verwaltung"},
      {"=Gebiet", "gebiet"},
      {"\"Gebiet\"", "gebiet"},  // a phrase goes by written forms
      {"word", "word"},          // English does not write its compounds so
      {"title:Gebiet", ""},
  };
  for (const Expected& row : rows) EXPECT_EQ(index.matches(row.query), row.matches) << row.query;
}

TEST(Compounds, FindTheirWordsWhereNotAllNeedBeFound) {
  SearchedIndex index = germans();
  EXPECT_EQ(index.matches("Gletscherabfluss"), "beides") << "by itself it means itself";
  EXPECT_EQ(index.ranked({.query = "Gletscherabfluss Norden", .match = MatchMode::any}),
            "gebiet beides abfluss gletscher");
  EXPECT_EQ(index.ranked({.query = "Password lost", .match = MatchMode::any}), "password")
      << "an English word is not cut";
}

TEST(Compounds, AreNotSeenInWordsThatAreMoreFrequentThanTheirParts) {
  SearchedIndex index({in("de", "one", "Pollution der Luft, wie es heisst."),
                       in("de", "two", "Pollution der See."), in("de", "poll", "Ein Poll unter Leuten."),
                       in("de", "ution", "Es war von Resol ution die Rede.")});
  EXPECT_EQ(index.matches_for({.query = "Pollution Norden", .match = MatchMode::any}), "one two");
}

TEST(Compounds, AreMarkedWhole) {
  SearchedIndex index = germans();
  const SearchResult result = index.search({.query = "Abfluss"});
  ASSERT_EQ(result.hits.size(), 2u);
  EXPECT_EQ(result.hits[0].document.id, "abfluss") << "the word itself counts more";
  EXPECT_EQ(marked(result.hits[1].passage.text, result.hits[1].passage.highlights),
            "Der [Gletscherabfluss] im Schutzgebiet.");
}

TEST(Compounds, OfScriptsWithoutSpacesAreFoundByTheirBeginningAndEnd) {
  SearchedIndex index({in("ja", "ja", "外務省の報道官は述べた。"), in("zh", "zh", "安全理事会通过了决议案。"),
                       in("ko", "ko", "정부는 협상을 시작했다."), in("th", "th", "สิทธิมนุษยชน")});
  const std::vector<Expected> rows{{"外務", "ja"}, {"决议", "zh"},   {"理事会", "zh"}, {"정부", "ko"},
                                   {"협상", "ko"}, {"มนุษยชน", "th"}, {"=外務", ""}};
  for (const Expected& row : rows) EXPECT_EQ(index.matches(row.query), row.matches) << row.query;
}

TEST(UnspacedWords, AreFoundInsideLongerOnesAndWhereTheTextIsCutOtherwise) {
  SearchedIndex index({in("zh", "inside", "中华人民共和国成立。"), in("zh", "other", "一个国家通过了法律。"),
                       in("zh", "xi", "昨天习近平访问了北京。"),
                       in("ja", "kana", "トランスジェンダーの権利。"),
                       in("zh", "twice", "全国人民代表大会的代表大会堂。"), in("th", "thai", "สิทธิมนุษยชน")});
  const std::vector<Expected> rows{{"人民", "inside twice"},
                                   {"共和", "inside"},
                                   {"民共", ""},  // the end of one word and the beginning of the next
                                   {"近平", "xi"},
                                   {"\"习近平访问\"", "xi"},
                                   {"\"人民共和国\"", "inside"},
                                   {"=共和", ""},
                                   {"มนุษย", "thai"}};
  for (const Expected& row : rows) EXPECT_EQ(index.matches(row.query), row.matches) << row.query;
}

TEST(UnspacedWords, AreMarkedByTheirCharactersAlone) {
  SearchedIndex index({in("ja", "ja", "外務省の報道官と外務大臣。")});
  const SearchResult result = index.search({.query = "外務"});
  ASSERT_EQ(result.hits.size(), 1u);
  EXPECT_EQ(marked(result.hits[0].passage.text, result.hits[0].passage.highlights),
            "[外務]省の報道官と[外務]大臣。");
}

TEST(HyphenatedWords, FindTheirPartsWhereNotAllNeedBeFound) {
  SearchedIndex index(
      {one("both", "A Tesla-unit of charge"), one("part", "Units of charge"), one("f", "F and 35 units")});
  EXPECT_EQ(index.matches("Tesla-unit"), "both");
  EXPECT_EQ(index.matches_for({.query = "Tesla-unit weight", .match = MatchMode::any}), "both f part");
  EXPECT_EQ(index.matches_for({.query = "F-35 weight", .match = MatchMode::any}), "")
      << "neither an F nor 35";
}

TEST(Questions, NeedNotFindWhatTheyQuote) {
  SearchedIndex index({one("plan", "The committee adopted the plan for peace.")});
  EXPECT_EQ(index.matches("Who adopted the so called \"peace plan\"?"), "plan");
  EXPECT_EQ(index.matches("من اعتمد خطة \"peace plan\" الجديدة؟"), "plan");
  EXPECT_EQ(index.matches("adopted \"peace plan\"?"), "") << "three words are a query with a stray mark";
  EXPECT_EQ(index.matches("Who adopted the so called \"peace plan\""), "");
  EXPECT_EQ(index.matches("Who adopted the so called +\"peace plan\"?"), "");
}

}  // namespace
}  // namespace dossier
