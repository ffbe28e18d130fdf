// Which passages have a language of their own.
#include "dossier/ingest/passage_language.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dossier {
namespace {

constexpr std::string_view kEnglish =
    "The delegations agreed that the border commission would meet every month, and that its minutes would be "
    "sent to both governments within ten days, so that no incident remained without an answer.";
constexpr std::string_view kFrench =
    "Les délégations sont convenues que la commission des frontières se réunirait chaque mois et que ses "
    "procès-verbaux seraient transmis aux deux gouvernements dans les dix jours.";
constexpr std::string_view kRussian =
    "Стороны договорились, что комиссия по границе будет собираться каждый месяц, а протоколы её заседаний "
    "будут направляться обоим правительствам в течение десяти дней.";
constexpr std::string_view kSerbian =
    "Стране су се сагласиле да се комисија за границу састаје сваког месеца и да се записници достављају "
    "обема владама у року од десет дана, како ниједан догађај не би остао без одговора.";
constexpr std::string_view kCroatian =
    "Strane su se suglasile da se povjerenstvo za granicu sastaje svakog mjeseca te da se zapisnici "
    "dostavljaju "
    "objema vladama u roku od deset dana, kako nijedan događaj ne bi ostao bez odgovora.";
constexpr std::string_view kNumbers =
    "1 200 340 17 4 11 980 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1 597 2 584 4 181 6 765 10 946 17 711 "
    "28 "
    "657 46 368 75 025 121 393 196 418 317 811 514 229 832 040 1 346 269 2 178 309 3 524 578";

// The passages' own languages, "-" for none.
std::string languages(const std::string& document_language, const std::vector<std::string_view>& passages) {
  Document document{.language = document_language};
  for (const std::string_view text : passages) {
    const std::size_t start = document.text.size();
    document.text += text;
    document.passages.push_back({.start = start, .end = document.text.size()});
    document.text += "\n\n";
  }
  find_passage_languages(document);
  std::string out;
  for (const Passage& passage : document.passages)
    out += (out.empty() ? "" : " ") + (passage.language.empty() ? "-" : passage.language);
  return out;
}

TEST(PassageLanguages, AreThoseThatDifferFromTheDocuments) {
  EXPECT_EQ(languages("en", {kEnglish, kFrench, kRussian, kEnglish}), "- fr ru -");
  EXPECT_EQ(languages("fr", {kEnglish, kFrench, kRussian}), "en - ru");
  EXPECT_EQ(languages("ru", {kSerbian, kRussian}), "sr -");
  EXPECT_EQ(languages("", {kEnglish, kNumbers}), "en -") << "where the document's is not known";
}

TEST(PassageLanguages, AreFoundThoughWordsOfTheDocumentsAreQuoted) {
  constexpr std::string_view kQuoting =
      "Les délégations sont convenues que le livre « The End of Things » serait transmis aux deux "
      "gouvernements, et "
      "que "
      "la revue paraîtrait chaque mois avec une préface de la commission des frontières.";
  EXPECT_EQ(languages("en", {kEnglish, kQuoting, kEnglish}), "- fr -");
}

TEST(PassageLanguages, AreNotTakenFromLittleTextOrWhereTheyMakeNoDifference) {
  EXPECT_EQ(languages("en", {"Les délégations sont convenues.", kNumbers, ""}), "- - -");
  EXPECT_EQ(languages("sr", {kCroatian}), "-") << "both are stemmed alike";
}

}  // namespace
}  // namespace dossier
