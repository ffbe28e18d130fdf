// What is marked is what was found: no more, no less.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

struct Row {
  std::string query;
  std::string marked;  // of the text
};

// The document's first hit for each query, its text marked.
void expect_marks(const SampleDocument& sample, const std::vector<Row>& rows) {
  SearchedIndex index({sample, one("other", "resolution sentence for the relaxed")});
  for (const Row& row : rows) {
    const SearchResult result = index.search({.query = row.query + " path:" + sample.id});
    const std::string found = result.hits.empty()
                                  ? "no hit"
                                  : marked(result.hits[0].passage.text, result.hits[0].passage.highlights);
    EXPECT_EQ(found, row.marked) << row.query;
  }
}

TEST(Highlights, AreTheWordsThatMatched) {
  expect_marks(one("a", "Kosovo signed. Serbia's signing of Kosovo's treaties"),
               {{"kosovo", "[Kosovo] signed. Serbia's signing of [Kosovo]'s treaties"},
                {"sign treaty", "Kosovo [signed]. Serbia's [signing] of Kosovo's [treaties]"},
                {"=signed", "Kosovo [signed]. Serbia's signing of Kosovo's treaties"},
                {"serbia nothing", "Kosovo signed. [Serbia]'s signing of Kosovo's treaties"},
                {"si*", "Kosovo [signed]. Serbia's [signing] of Kosovo's treaties"},
                {"Kosova~", "[Kosovo] signed. Serbia's signing of [Kosovo]'s treaties"},
                {"kosovo -war", "[Kosovo] signed. Serbia's signing of [Kosovo]'s treaties"},
                {"kosovo OR treaty", "[Kosovo] signed. Serbia's signing of [Kosovo]'s [treaties]"},
                {"*", "Kosovo signed. Serbia's signing of Kosovo's treaties"}});
}

TEST(Highlights, AreWholeWordsWhateverTheirScriptAndAccents) {
  expect_marks(one("a", "VUČIĆ, Вучић et l'égalité: 国际社会"),
               {{"vucic", "[VUČIĆ], [Вучић] et l'égalité: 国际社会"},
                {"=вучић", "VUČIĆ, [Вучић] et l'égalité: 国际社会"},
                {"egalite", "VUČIĆ, Вучић et l'[égalité]: 国际社会"},
                {"国际", "VUČIĆ, Вучић et l'égalité: [国际]社会"}});
}

TEST(Highlights, OfAPhraseAreThePhraseAsOneAndNoLooseWords) {
  expect_marks(one("a", "Lip service: lip, but paid lip-service and the service"),
               {{"\"lip service\"", "[Lip service]: lip, but paid [lip-service] and the service"},
                {"\"paid lip services\"", "Lip service: lip, but [paid lip-service] and the service"},
                {"\"lip service\" lip", "[Lip service]: [lip], but paid [lip-service] and the service"},
                {"\"lip serv*\"", "[Lip service]: lip, but paid [lip-service] and the service"}});
}

TEST(Highlights, OfNearAreTheWordsInAWindowOnly) {
  expect_marks(
      one("a", "NATO one two three four five six Kosovo seven NATO eight nine ten eleven twelve NATO"),
      {{"nato NEAR/3 kosovo",
        "NATO one two three four five six [Kosovo] seven [NATO] eight nine ten eleven twelve NATO"},
       {"nato pre/7 kosovo",
        "[NATO] one two three four five six [Kosovo] seven NATO eight nine ten eleven twelve NATO"},
       {"nato NEAR/7 kosovo",
        "[NATO] one two three four five six [Kosovo] seven [NATO] eight nine ten eleven twelve NATO"},
       {"\"six kosovo\" NEAR/3 nato",
        "NATO one two three four five [six Kosovo] seven [NATO] eight nine ten eleven twelve NATO"}});
  expect_marks(one("b", "a1 c3 x b2 x c3 x b2"), {{"a1 pre/3 b2 pre/3 c3", "[a1] c3 x [b2] x [c3] x b2"}});
}

TEST(Highlights, OfCompoundsAreAsTheyWereMet) {
  expect_marks(one("a", "the F-35 and F 35; co-operation, cooperation; S/RES/1244"),
               {{"F-35", "the [F-35] and [F 35]; co-operation, cooperation; S/RES/1244"},
                {"cooperation", "the F-35 and F 35; [co-operation], [cooperation]; S/RES/1244"},
                {"1244", "the F-35 and F 35; co-operation, cooperation; S/RES/[1244]"},
                {"S/RES/1244", "the F-35 and F 35; co-operation, cooperation; [S/RES/1244]"}});
}

TEST(Highlights, OfFunctionWordsAreLeftOutWhereTheyWereNotNeeded) {
  expect_marks(one("a", "the end of the war"), {{"the war", "the end of the [war]"},
                                                {"\"end of the war\"", "the [end of the war]"},
                                                {"+the war", "[the] end of [the] [war]"},
                                                {"the", "[the] end of [the] war"}});
}

TEST(Highlights, StandInTheTitleToo) {
  SearchedIndex index({{.id = "a",
                        .title = "Peace and war",
                        .author = "Peace Maker",
                        .passages = {{"war", {"Peace"}}, {"peace"}}}});
  const auto title = [&](const std::string& query) {
    const SearchResult result = index.search({.query = query, .limit = 1});
    return result.hits.empty()
               ? "no hit"
               : marked(result.hits[0].document.title, result.hits[0].document.title_highlights);
  };
  EXPECT_EQ(title("war"), "Peace and [war]");
  EXPECT_EQ(title("title:peace"), "[Peace] and war");
  EXPECT_EQ(title("\"peace and war\""), "[Peace and war]");
  EXPECT_EQ(title("author:maker"), "Peace and war");
  const SearchResult of_title = index.search({.query = "title:war", .limit = 2});
  for (const Hit& hit : of_title.hits) EXPECT_TRUE(hit.passage.highlights.empty()) << hit.passage.text;
}

TEST(Highlights, MarkOfAPhraseOnlyWhereItStands) {
  SearchedIndex index({{.id = "a", .title = "The peace treaty", .passages = {{"a treaty of peace"}}}});
  const SearchResult result = index.search({.query = "\"peace treaty\""});
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(marked(result.hits[0].document.title, result.hits[0].document.title_highlights),
            "The [peace treaty]");
  EXPECT_TRUE(result.hits[0].passage.highlights.empty());
}

TEST(Highlights, OfAnAlternativeThatDoesNotHoldAreNone) {
  expect_marks(one("a", "peace and trade"), {{"(peace AND war) OR trade", "peace and [trade]"},
                                             {"(peace AND trade) OR war", "[peace] and [trade]"}});
}

}  // namespace
}  // namespace dossier
