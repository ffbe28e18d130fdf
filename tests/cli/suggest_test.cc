// suggest: what was typed in, whole answers out.
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class SuggestCommand : public SampleIndex {};

TEST_F(SuggestCommand, GivesALineForEachCompletionAndTitle) {
  EXPECT_EQ(sandbox.session({"suggest", "ele"}), "[0]\nelections\t1\nReport on elections\t<report.html>\n");
  EXPECT_EQ(sandbox.session({"suggest", "security", "co"}), "[0]\nsecurity council\t5\n");
  EXPECT_EQ(sandbox.session({"suggest", "Kos", "-n1", "--titles", "0"}), "[0]\nKosovo\t4\n");
}

TEST_F(SuggestCommand, GivesOneObjectAsJson) {
  const auto found = nlohmann::json::parse(sandbox.run({"suggest", "the letter", "--format", "json"}).out);
  EXPECT_EQ(found["schema_version"], 1);
  EXPECT_EQ(found["text"], "the letter");
  EXPECT_EQ(found["completions"].dump(), R"([{"passages":1,"text":"the letter","word":"letter"}])");
  EXPECT_EQ(found["titles"].dump(), R"([{"id":"L1","title":"Letter of Serbia"}])");
  EXPECT_TRUE(found["took_ms"].is_number());
}

TEST_F(SuggestCommand, EndsWithOneWhereThereIsNothing) {
  EXPECT_EQ(sandbox.session({"suggest", "zanzib"}), "[1]\n");
  EXPECT_EQ(sandbox.session({"suggest", ""}), "[1]\n");
  EXPECT_EQ(sandbox.run({"suggest"}).code, 2);
}

TEST_F(SuggestCommand, KnowsTheWordsOfWhatWasAddedAndForgetsWhatWasRemoved) {
  sandbox.write("docs/more.txt", "Zanzibar is far away.\n");
  EXPECT_EQ(sandbox.run({"index"}).code, 0);
  EXPECT_EQ(sandbox.session({"suggest", "zanzib"}), "[0]\nzanzibar\t1\n");
  EXPECT_EQ(sandbox.run({"compact"}).code, 0);
  EXPECT_EQ(sandbox.session({"suggest", "zanzib"}), "[0]\nzanzibar\t1\n");
  EXPECT_EQ(sandbox.run({"remove", "docs/more.txt"}).code, 0);
  EXPECT_EQ(sandbox.session({"suggest", "zanzib"}), "[1]\n");
}

TEST_F(SuggestCommand, ADamagedListOfWordsIsNoHarm) {
  std::ifstream file(sandbox.path(".dossier/words"), std::ios::binary);
  const std::string words{std::istreambuf_iterator<char>(file), {}};
  ASSERT_GT(words.size(), 80U);
  for (const std::string& damaged :
       {std::string(), std::string("x"), words.substr(0, words.size() / 2), words + "x",
        words.substr(0, 80) + std::string(words.size() - 80, '\xFF')}) {
    sandbox.write(".dossier/words", damaged);
    EXPECT_EQ(sandbox.run({"suggest", "kos", "--titles", "0"}).code, 1) << damaged.size();
    EXPECT_EQ(sandbox.run({"search", "Kosovo"}).code, 0) << damaged.size();
  }
  sandbox.write("docs/more.txt", "Zanzibar is far away.\n");
  EXPECT_EQ(sandbox.run({"index"}).code, 0);
  EXPECT_EQ(sandbox.run({"suggest", "kos"}).code, 0);
}

}  // namespace
}  // namespace dossier::cli
