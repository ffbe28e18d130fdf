// Suggestions while typing: the text so far in, completions and titles out.
#include <gtest/gtest.h>

#include "search/searched_index.h"

namespace dossier {
namespace {

class Suggest : public testing::Test {
 protected:
  Suggest()
      : index({{.id = "a",
                .title = "Security Council reform",
                .passages = {{"The security council met. The council heard of Kosovo."},
                             {"Countries of the region, countries beyond it."}}},
               {.id = "b",
                .title = "Road works",
                .passages = {{"Countries pay for roads: Überflug, Kosova."}, {"The countries beyond."}}},
               {.id = "c", .language = "sr", .passages = {{"Влада Косова и Александар Вучић"}}},
               {.id = "d", .language = "sr", .passages = {{"Aleksandar Vučić i Vučićeva vlada; Vucic"}}},
               {.id = "e", .passages = {{"F-35 and S/RES/1244 of 1999; theory of the thing"}}}}) {}

  // "word passages, ..." and the titles behind a bar.
  std::string of(const std::string& text, std::size_t limit = 10) {
    const Suggestions found = index.suggest({.text = text, .limit = limit});
    std::string out;
    for (const Completion& completion : found.completions)
      out += (out.empty() ? "" : ", ") + completion.word + " " + std::to_string(completion.passages);
    for (const SuggestedTitle& title : found.titles) out += " | " + title.title;
    return out;
  }

  SearchedIndex index;
};

TEST_F(Suggest, GivesTheMostFrequentWordsFirst) {
  EXPECT_EQ(of("co"), "countries 3, council 2");
  EXPECT_EQ(of("cou", 1), "countries 3 | Security Council reform");
}

TEST_F(Suggest, PutsWordsFirstThatKeepCompanyWithTheOneBefore) {
  const Suggestions found = index.suggest({.text = "the security cou"});
  ASSERT_EQ(found.completions.size(), 2U);
  EXPECT_EQ(found.completions[0].text, "the security council");
  EXPECT_EQ(found.completions[1].text, "the security countries");
}

TEST_F(Suggest, IgnoresAccentsAndCaseAndCountsSpellingsTogether) {
  EXPECT_EQ(of("vucic"), "vučić 2, vučićeva 1, вучић 1");
  EXPECT_EQ(of("UBER"), "überflug 1");
  EXPECT_EQ(of("Vučićev"), "Vučićeva 1");
}

TEST_F(Suggest, FindsNamesInOtherScripts) {
  EXPECT_EQ(of("koso"), "kosova 1, kosovo 1, косова 1");
  EXPECT_EQ(of("Косо"), "Косова 1, Kosova 1, Kosovo 1");
  EXPECT_EQ(of("ko"), "kosova 1, kosovo 1") << "two letters begin too much in every script";
}

TEST_F(Suggest, KeepsACapitalAndWhatStandsBefore) {
  const Suggestions found = index.suggest({.text = "title:\"Secur"});
  ASSERT_EQ(found.completions.size(), 1U);
  EXPECT_EQ(found.completions[0].text, "title:\"Security");
  EXPECT_EQ(of("VUČ"), "vučić 2, vučićeva 1, вучић 1");
}

TEST_F(Suggest, FindsTitlesThatHaveAllTheWords) {
  EXPECT_EQ(of("the reform of security"), "security 2 | Security Council reform");
  EXPECT_EQ(of("road wor"), "works 2 | Road works");
  EXPECT_EQ(of("road kosovo"), "kosovo 1");
  EXPECT_EQ(index.suggest({.text = "road", .titles = 0}).titles.size(), 0U);
  EXPECT_EQ(index.suggest({.text = "road"}).titles.at(0).id, "b");
}

TEST_F(Suggest, LeavesOutFunctionWordsAndNumbers) {
  EXPECT_EQ(of("th"), "theory 1, thing 1");
  EXPECT_EQ(of("19"), "");
}

TEST_F(Suggest, OfNothingIsNothing) {
  for (const char* text : {"", " ", "\"", "((", "xyzzy", "\xFF\xFE", "-", "council ", "council)"}) {
    const Suggestions found = index.suggest({.text = text});
    EXPECT_TRUE(found.completions.empty()) << text;
  }
  EXPECT_EQ(index.suggest({.text = "c", .limit = 0}).completions.size(), 0U);
  EXPECT_EQ(index.suggest({.text = std::string(100'000, 'a')}).completions.size(), 0U);
}

TEST(SuggestOnAnIndexWithoutAListOfWords, GivesTitlesOnly) {
  SearchedIndex index({{.id = "a", .title = "Road works", .passages = {{"Roads are closed."}}}});
  std::filesystem::remove(index.folder() + "/words");
  const Suggestions found = index.suggest({.text = "roa"});
  EXPECT_TRUE(found.completions.empty());
  EXPECT_EQ(found.titles.size(), 1U);
}

}  // namespace
}  // namespace dossier
