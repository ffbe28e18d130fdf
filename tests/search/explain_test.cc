// Why a hit ranks where it does.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

TEST(Explain, SaysHowTheQueryWasReadAndWhatEachHitIsMadeOf) {
  SearchedIndex index({one("a", "Kosovo signed the peace treaty"), one("b", "Kosovo resolutions"),
                       one("c", "trade"), one("d", "trade")});
  const Explanation why = index.explain({.query = "kosovo sign*"});
  EXPECT_EQ(why.tree, "(seq kosovo sign*)");
  EXPECT_NE(why.compiled.find("Zen:kosovo"), std::string::npos) << why.compiled;
  EXPECT_EQ(SearchedIndex::names(why.result, false), "a (b)");
  ASSERT_EQ(why.hits.size(), why.result.hits.size());
  for (std::size_t i = 0; i < why.hits.size(); ++i) {
    EXPECT_DOUBLE_EQ(why.hits[i].passage_score + why.hits[i].document_score + why.hits[i].close.sum(),
                     why.result.hits[i].score);
    EXPECT_GT(why.hits[i].passage_score, 0);
    EXPECT_GT(why.hits[i].document_score, 0);
  }
  ASSERT_EQ(why.hits[0].terms.size(), 2U);
  EXPECT_EQ(why.hits[0].terms[0].word, "kosovo");
  EXPECT_EQ(why.hits[0].terms[0].how, "stem");
  EXPECT_EQ(why.hits[0].terms[0].terms, std::vector<std::string>{"Zen:kosovo"});
  EXPECT_EQ(why.hits[0].terms[0].passages, 2U);
  EXPECT_EQ(why.hits[0].terms[1].word, "sign");
  EXPECT_EQ(why.hits[0].terms[1].how, "any ending");
}

TEST(Explain, NamesTheFormsOfAPassageInItsOwnLanguage) {
  SearchedIndex index(
      {{.id = "a",
        .language = "en",
        .passages = {{"The parties signed."}, {.text = "Les négociations", .language = "fr"}}}});
  const Explanation why = index.explain({.query = "négociation"});
  ASSERT_EQ(why.hits.size(), 1U);
  ASSERT_EQ(why.hits[0].terms[0].forms.size(), 1U);
  EXPECT_EQ(why.hits[0].terms[0].forms[0].form, "négociations");
}

TEST(Explain, NamesTheFormsInWhichWordsStandInAHit) {
  SearchedIndex index(
      {{.id = "a",
        .title = "On sanctions",
        .passages = {{"Vučić met Vucic over a sanction; sanctions, he said, and Sanctions again."}}}});
  const Explanation why = index.explain({.query = "vucic sanctions \"he said\""});
  ASSERT_EQ(why.hits.size(), 1U);
  std::string forms;
  for (const ExplainedTerm& term : why.hits[0].terms) {
    forms += "|" + term.word + ":";
    for (const ExplainedForm& form : term.forms)
      forms += " " + form.form + " " + form.how + " " + std::to_string(form.count);
  }
  EXPECT_EQ(forms,
            "|vucic: vučić fold 1 vucic typed 1|sanctions: sanctions typed 3 sanction stem 1|\"he said\":");
}

TEST(Explain, GivesWhatTheSearchGives) {
  SearchedIndex index({one("a", "peace and trade"), one("b", "peace"), one("c", "trade")});
  const SearchRequest request{.query = "peace trade", .limit = 2, .offset = 1};
  const Explanation why = index.explain(request);
  EXPECT_EQ(SearchedIndex::names(why.result, false), index.ranked(request));
  EXPECT_EQ(why.hits.size(), 2U);
  EXPECT_TRUE(index.explain({.query = "nothing"}).hits.empty());
  EXPECT_TRUE(index.explain({.query = ""}).hits.empty());
}

}  // namespace
}  // namespace dossier
