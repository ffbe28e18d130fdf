// How a written word meets the words of texts.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

struct Expected {
  std::string query;
  std::string matches;
};

void expect_matches(SearchedIndex& index, const std::vector<Expected>& rows) {
  for (const Expected& row : rows) EXPECT_EQ(index.matches(row.query), row.matches) << row.query;
}

TEST(Words, MeetTheirInflectionsCaseAndAccentsAside) {
  SearchedIndex index({one("a", "Vučić signed."), one("b", "VUCIC SIGNS"), one("c", "Resolutions"),
                       one("d", "ＦＵＬＬ width")});
  expect_matches(
      index, {{"vucic", "a b"}, {"Vučić", "a b"}, {"signing", "a b"}, {"resolution", "c"}, {"full", "d"}});
}

TEST(Words, MeetInEveryLanguageOfTheIndex) {
  SearchedIndex index({{.id = "de", .language = "de", .passages = {{"Die Verhandlungen"}}},
                       {.id = "fr", .language = "fr", .passages = {{"les négociations"}}},
                       {.id = "sr", .language = "sr", .passages = {{"Вучић преговоре"}}},
                       {.id = "zh", .language = "zh", .passages = {{"联合国安全理事会通过决议"}}}});
  expect_matches(index, {{"Verhandlung", "de"},
                         {"négociation", "fr"},
                         {"negociation", "fr"},
                         {"Вучић", "sr"},
                         {"преговори", "sr"},
                         {"安全", "zh"},
                         {"决议", "zh"}});
}

TEST(Words, AreStemmedAsTheTextsLanguageDoesAndMeetThereAlone) {
  SearchedIndex index(
      {one("en", "The water was cold. Waters rose, and the news came."),
       {.id = "de", .language = "de", .passages = {{"Das Wetter war kalt, die neue Brücke auch."}}},
       {.id = "nl", .language = "nl", .passages = {{"Niemand weet wat er kwam."}}},
       {.id = "pl", .language = "pl", .passages = {{"New York, Vucic, wat"}}},
       {.id = "sr", .language = "sr", .passages = {{"Састанак код Вучића"}}},
       {.id = "loan", .language = "nl", .passages = {{"Een Water en de News"}}}});
  // German, Danish and Swedish stem "water" to "wat", English "news" to "new".
  expect_matches(index, {{"water", "en loan"},
                         {"waters", "en loan"},
                         {"wat", "nl pl"},
                         {"news", "en loan"},
                         {"\"wat er\"", "nl"},
                         {"\"water was\"", "en"},
                         {"\"weet water\"", ""},
                         {"Vučić", "pl sr"}});
  const SearchResult result = index.search({.query = "water wat", .match = MatchMode::any});
  for (const Hit& hit : result.hits) {
    if (hit.document.id == "loan") {
      EXPECT_EQ(marked(hit.passage.text, hit.passage.highlights), "Een [Water] en de News");
    } else if (hit.document.id == "nl") {
      EXPECT_EQ(marked(hit.passage.text, hit.passage.highlights), "Niemand weet [wat] er kwam.");
    }
  }
  EXPECT_EQ(result.total.documents, 4U);
}

TEST(Words, MeetAcrossTheLettersAndDigitsOfArabicScripts) {
  SearchedIndex index(
      {{.id = "fa", .language = "fa", .passages = {{"وزیر درباره تحریم\u200Cها گفت. قطعنامه ۱۲۴۴"}}},
       {.id = "ar", .language = "ar", .passages = {{"القرار ١٢٤٤ من وزير"}}}});
  expect_matches(index, {{"1244", "ar fa"},
                         {"۱۲۴۴", "ar fa"},
                         {"=1244", ""},
                         {"وزير", "ar fa"},
                         {"تحریم", "fa"},
                         {"تحریم\u200Cها", "fa"},
                         {"تحریمها", "fa"},
                         {"\"درباره تحریم\"", "fa"}});
}

TEST(Words, MeetInTheLanguageOfTheirPassage) {
  SearchedIndex index(
      {{.id = "treaty",
        .language = "en",
        .passages = {{"The parties signed."}, {.text = "Les négociations", .language = "fr"}}}});
  EXPECT_EQ(index.matches("signing"), "treaty");
  EXPECT_EQ(index.matches("négociation"), "treaty#1");
  const SearchResult result = index.search({.query = "négociation"});
  ASSERT_EQ(result.hits.size(), 1u);
  EXPECT_EQ(marked(result.hits[0].passage.text, result.hits[0].passage.highlights), "Les [négociations]");
  EXPECT_EQ(index.matches("lang:fr"), "") << "the document is an English one";
}

TEST(ExactWords, MeetTheWrittenFormAlone) {
  SearchedIndex index(
      {one("a", "Vučić signed the treaty."), one("b", "Vucic signs treaties."), one("c", "VUČIĆ")});
  expect_matches(index, {{"=Vučić", "a c"},
                         {"=vucic", "b"},
                         {"=signed", "a"},
                         {"=sign", ""},
                         {"=\"signed the treaty\"", "a"},
                         {"=\"sign the treaty\"", ""},
                         {"=treaty Vučić", "a (b c)"}});
  EXPECT_EQ(index.matches_for({.query = "vucic", .exact = true}), "b");
  EXPECT_EQ(index.matches_for({.query = "\"vucic signs\"", .exact = true}), "b");
}

TEST(Wildcards, StandForAnyEnding) {
  SearchedIndex index({one("a", "secession"),
                       one("b", "Secessionist"),
                       one("c", "sécéder"),
                       one("d", "seceding"),
                       {.id = "e", .title = "Secessionists", .passages = {{"x"}}}});
  expect_matches(index, {{"secess*", "a b e"},
                         {"sec*", "a b c d e"},
                         {"séc*", "a b c d e"},
                         {"secession*", "a b e"},
                         {"xyz*", ""},
                         {"\"sec*\"", "a b c d e"}});
}

TEST(FuzzyWords, AreOneEditAwayOrTwo) {
  SearchedIndex index({one("a", "Kurti"), one("b", "Kurtis"), one("c", "Krti"), one("d", "Kutri"),
                       one("e", "Karta"), one("f", "Albanians"), one("g", "Albnains"), one("h", "Murti")});
  expect_matches(index,
                 {{"Kurti~", "a b c d"}, {"Albanians~", "f g"}, {"Albanianss~", "f"}, {"kùrti~", "a b c d"}});
}

TEST(Phrases, AreWordsSideBySideInTheirOrder) {
  SearchedIndex index({one("a", "They paid lip service to it."), one("b", "They pay lip-services."),
                       one("c", "A service of lips."), one("d", "lip. Service!"),
                       one("e", "Lip and service")});
  expect_matches(index, {{"\"lip service\"", "a b d"},
                         {"\"lip services\"", "a b d"},
                         {"\"service lip\"", ""},
                         {"\"paid lip service to it\"", "a"},
                         {"\"pay lip service\"", "b"},
                         {"\"lip serv*\"", "a b d"},
                         {"=\"lip service\"", "a d"},
                         {"\"lip\"", "a b d e"}});
}

TEST(Phrases, TakeInflectionsOfTheirWords) {
  SearchedIndex index({one("a", "The resolutions adopted"),
                       one("b", "A resolution adopting"),
                       one("c", "resolution and adopted"),
                       {.id = "d", .language = "de", .passages = {{"Verhandlungen geführt"}}}});
  expect_matches(index, {{"\"resolution adopted\"", "a b"},
                         {"\"Verhandlung geführt\"", "d"},
                         {"\"verhandlung gefuhrt\"", "d"}});
}

TEST(Phrases, StayWithinOneTextTitleOrHeading) {
  SearchedIndex index(
      {{.id = "a", .title = "Peace", .passages = {{"treaty signed", {"War", "and"}}, {"in Paris"}}},
       {.id = "b", .title = "The peace treaty", .passages = {{"x"}}},
       {.id = "c", .passages = {{"x", {"On the peace treaty"}}, {"y"}}}});
  expect_matches(
      index,
      {{"\"peace treaty\"", "b c"}, {"\"war and\"", ""}, {"\"signed in\"", ""}, {"peace", "a a#1 b c"}});
}

TEST(Compounds, AreFoundWholeAndInParts) {
  SearchedIndex index({one("a", "the F-35 programme"), one("b", "an F 35"), one("c", "S/RES/1244 (1999)"),
                       one("d", "co-operation"), one("e", "cooperation"), one("f", "U.S. policy"),
                       one("g", "Moscow's reply"), one("h", "l'égalité")});
  expect_matches(index, {{"F-35", "a b"},
                         {"f35", "a"},
                         {"S/RES/1244", "c"},
                         {"1244", "c"},
                         {"co-operation", "d e"},
                         {"cooperation", "d e"},
                         {"US", "f"},
                         {"Moscow", "g"},
                         {"egalite", "h"},
                         {"\"F-35 programme\"", "a"}});
}

TEST(Near, IsWithinSoManyWordsInEitherOrder) {
  SearchedIndex index({one("a", "NATO in Kosovo"), one("b", "Kosovo asked that NATO"),
                       one("c", "NATO one two three four five Kosovo"), one("d", "Kosovo alone"),
                       one("e", "NATO Kosovo")});
  expect_matches(index, {{"nato NEAR kosovo", "a b e"},
                         {"nato NEAR/2 kosovo", "a e"},
                         {"nato NEAR/6 kosovo", "a b c e"},
                         {"nato NEAR/1 kosovo", "e"},
                         {"nato w/2 kosovo", "a e"},
                         {"nato pre/5 kosovo", "a e"},
                         {"kosovo pre/5 nato", "b"},
                         {"kosovo NEAR/5 alone", "d"}});
}

TEST(Near, TakesPhrasesAlternativesAndThreeOperands) {
  SearchedIndex index({one("a", "the Security Council met on Kosovo"),
                       one("b", "Kosovo and the council of security"), one("c", "Serbia rejects talks"),
                       one("d", "talks with Kosovo rejected"), one("e", "peace with honour now"),
                       one("f", "now peace or honour")});
  expect_matches(index, {{"\"security council\" NEAR/3 kosovo", "a"},
                         {"\"security council\" NEAR/2 kosovo", ""},
                         {"\"security council\" pre/3 kosovo", "a"},
                         {"kosovo pre/3 \"security council\"", ""},
                         {"(serbia OR kosovo) NEAR/3 rejects", "c d"},
                         {"peace NEAR/2 honour NEAR/2 now", "e f"},
                         {"peace pre/2 honour pre/2 now", "e"}});
}

TEST(Fields, LookInOnePlaceAlone) {
  SearchedIndex index(
      {{.id = "a", .title = "Kosovo talks", .author = "Ana Kos", .passages = {{"war"}}},
       {.id = "b", .title = "War", .author = "Kosovo Kid", .passages = {{"Kosovo and Ana", {"Peace"}}}}});
  expect_matches(index, {{"kosovo", "a b"},
                         {"title:kosovo", "a"},
                         {"title:talk", "a"},
                         {"title:\"kosovo talks\"", "a"},
                         {"title:(war OR talks)", "a b"},
                         {"author:ana", "a"},
                         {"author:kosovo", "b"},
                         {"author:\"ana kos\"", "a"},
                         {"title:kosovo war", "a"},
                         {"title:peace", ""},
                         {"peace", "b"},
                         {"ana", "b"},
                         {"title:kos*", "a"},
                         {"title:wra~", "b"}});
}

TEST(LongWords, AreFoundByWhatTheyAreIndexedAs) {
  std::string salutation;
  for (int i = 0; i < 60; ++i) salutation += "\uFDFA";
  const std::string acronym(300, 'X');
  SearchedIndex index({one("a", salutation), one("b", acronym)});
  expect_matches(index,
                 {{salutation, "a"}, {acronym, "b"}, {"\"" + salutation + "\"", "a"}, {"=" + acronym, "b"}});
}

}  // namespace
}  // namespace dossier
