// JSON of any shape.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "member_list.h"

namespace dossier {
namespace {

std::string read(std::string_view json) {
  return print_members(extract_bytes("a.json", json));
}

TEST(Json, GivesTextsWithTheirKeys) {
  const std::string long_text(150, 'x');
  EXPECT_EQ(read("{\"name\": \"Ada\", \"born_in\": 1815, \"tags\": [\"math\", \"engines\"], \"none\": null, "
                 "\"about\": \"" +
                 long_text + "\", \"home\": {\"city\": \"London\"}}"),
            ": ok | p name: Ada\\nborn in: 1815\\ntags: math, engines | p about: " + long_text +
                " | p city: London\nok\n");
  EXPECT_EQ(read("[1, \"two\", true]"), ": ok | p 1 | p two | p yes\nok\n");
  EXPECT_EQ(read("{}"), "skipped no-text\n");
}

TEST(Json, TakesTheFieldsOfItsObjectForMetadata) {
  const ExtractedDocument document =
      extract_bytes("a.json",
                    R"({"title": "T", "author": "Ana", "date": "2019-05-01", "text": "One.\n\nTwo."})")
          .document();
  EXPECT_EQ(document.metadata.title, "T");
  EXPECT_EQ(document.metadata.author, "Ana");
  EXPECT_EQ(print(document.metadata.dates), "json:date: 2019-05-01");
  EXPECT_EQ(print(document.blocks), "p title: T\\nauthor: Ana\\ndate: 2019-05-01\np One.\np Two.");
}

TEST(Json, OfRecordsGivesEachAsADocument) {
  const Extraction got = extract_bytes(
      "a.json", R"([{"id": "a", "title": "T", "text": "One."}, {"id": "b"}, {"id": 3, "text": "Three."}])");
  EXPECT_EQ(print_members(got), "//1: ok | p One.\n//3: ok | p Three.\npartial bad-records\n");
  EXPECT_EQ(got.outcome.detail, "record 2: no \"text\"");
  EXPECT_EQ(got.documents.at(1).metadata.id, "3");
}

TEST(Json, OfObjectsByLineIsJsonl) {
  EXPECT_EQ(read("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"), "//1: ok | p One.\n//2: ok | p Two.\nok\n");
  EXPECT_EQ(read("{\"a\": \"One.\"}\n"), ": ok | p a: One.\nok\n");
}

TEST(Json, ThatIsBrokenKeepsWhatCameBefore) {
  EXPECT_EQ(read("{\"a\": \"One.\", \"b\": [\"Two.\", "),
            ": partial damaged | p a: One.\\nb: Two.\npartial damaged\n");
  EXPECT_EQ(read("[{\"text\": \"One.\"}, {\"te"), "//1: ok | p One.\npartial damaged\n");
  EXPECT_EQ(read("{'a': 1}"), "failed damaged\n");
  EXPECT_EQ(read("{\"a\": \"cut \\ud83d\"}"), ": ok | p a: cut \uFFFD\nok\n");
}

TEST(Json, SurvivesDeepNesting) {
  std::string deep = "{\"a\": \"One.\", \"b\": ";
  for (int i = 0; i < 300'000; ++i) deep += "[";
  EXPECT_EQ(read(deep), ": partial damaged | p a: One.\npartial damaged\n");
}

}  // namespace
}  // namespace dossier
