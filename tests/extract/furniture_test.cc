// Titles that plain text shows, and lines around a text that are not of it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

constexpr std::string_view kBody =
    "\n\nThe Council met on Tuesday to discuss the state of the negotiations, which had been interrupted in "
    "the "
    "spring. It decided to resume them.\n";

std::string title_of(std::string_view head) {
  return extract_bytes("a.txt", std::string(head) + std::string(kBody)).document().metadata.title;
}

std::string text_of(const std::vector<Block>& blocks) {
  std::string all;
  for (const Block& block : blocks) all += block.text + "\n\n";
  return all;
}

TEST(Title, OfPlainTextIsTheLastShortLineBeforeTheFirstParagraph) {
  struct Row {
    std::string_view head;
    std::string_view title;
  };
  const std::vector<Row> rows{
      {"Report on Water Policy", "Report on Water Policy"},
      {"Military\n\nKosovo - Russia Relations", "Kosovo - Russia Relations"},
      {"Republika Srbija\n\nPravilnik o postupku nabavke\n\nBeograd", "Pravilnik o postupku nabavke"},
      {"Report on Water Policy\n\nGeneva, 12 June 2019", "Report on Water Policy"},
      {"Beograd", "Beograd"},
      {"MENU\n\nSearch\n\nReport on Water Policy\n\nShare this page", "Report on Water Policy"},
      {"Доклад о водной политике", "Доклад о водной политике"},
      {"水资源政策决议", "水资源政策决议"},
      {"A line that ends a sentence.", ""},
      {"Dear colleagues,", ""},
      {"", ""},
      {"two\nlines", ""},
  };
  for (const auto& [head, title] : rows) EXPECT_EQ(title_of(head), title) << head;
}

TEST(Title, OfAListIsItsFirstLine) {
  EXPECT_EQ(extract_bytes("a.txt", "Members\n\nAustria\n\nBelgium\n").document().metadata.title, "Members");
  EXPECT_EQ(extract_bytes("a.txt", "Alone\n").document().metadata.title, "");
}

TEST(Furniture, GoesFromTheHeadAndTheTail) {
  const std::vector<std::string_view> lines{
      "UNITED24 - Make a charitable donation in support of Ukraine!",
      "Regenerate response",
      "NEWSLETTER\nJoin the GlobalSecurity.org mailing list",
      "Share this page",
      "Skip to main content",
      "We use cookies to make this site work",
      "© 2019 Ministry of Water",
      "Teilen",
      "Поделиться",
      "Štampaj",
  };
  for (const std::string_view line : lines) {
    const std::string text = std::string(line) + std::string(kBody) + "\n" + std::string(line) + "\n";
    EXPECT_EQ(extract_bytes("a.txt", text).document().blocks.size(), 1u) << line;
  }
}

TEST(Furniture, InTheMiddleOrInASentenceStays) {
  const std::string body(kBody);
  for (const std::string_view line :
       {"Newsletter 5 of the ministry", "Search and rescue", "Registered voters", "Print run"}) {
    EXPECT_EQ(extract_bytes("a.txt", std::string(line) + body).document().blocks.size(), 2u) << line;
  }
  EXPECT_EQ(extract_bytes("a.txt", body + "\nSubscribe\n" + body).document().blocks.size(), 3u);
}

TEST(Furniture, AloneIsTheText) {
  EXPECT_EQ(print(extract_bytes("a.txt", "Menu\n\nPrint\n").document().blocks), "p Menu\np Print");
}

TEST(Article, LosesWhatStandsAroundIt) {
  std::ifstream file(DOSSIER_SOURCE_DIR "/documents/kosovo-russia-relations.txt", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Extraction got = extract_bytes("kosovo-russia-relations.txt", bytes);
  EXPECT_EQ(print(got.outcome), "ok");
  const ExtractedDocument document = got.document();
  EXPECT_EQ(document.metadata.title, "Kosovo - Russia Relations");
  const std::string text = text_of(document.blocks);
  for (const std::string_view line :
       {"UNITED24", "charitable donation", "Regenerate response", "NEWSLETTER", "mailing list"}) {
    EXPECT_EQ(text.find(line), std::string::npos) << line;
  }
  EXPECT_TRUE(
      text.starts_with("Military\n\nKosovo - Russia Relations\n\nRussia is trying to destabilize regions"));
  EXPECT_TRUE(
      text.ends_with("the chances of Russia recognizing self-proclaimed Kosovo are virtually nil.\n\n"));
}

}  // namespace
}  // namespace dossier
