// What search shows of a passage: fragments or all of it, dates marked apart from matches.
#include "cli/sample.h"

namespace dossier::cli {
namespace {

class ShownPassage : public SampleIndex {};

TEST_F(ShownPassage, IsWholeWithoutFragments) {
  std::string text = "Kosovo comes first.";
  for (int i = 0; i < 20; ++i) text += " Nothing else is said in this sentence.";
  sandbox.write("docs/long.txt", text + " Merdare comes last.\n");
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  const auto shown = [&](const char* fragments) {
    return sandbox.run({"search", "=Kosovo comes", "-n1", "--no-facets", "--snippets", fragments}).out;
  };
  EXPECT_EQ(shown("1").find("Merdare"), std::string::npos);
  EXPECT_NE(shown("0").find("this sentence. Merdare *comes* last.\n"), std::string::npos);
}

TEST_F(ShownPassage, MarksDatesApartFromMatches) {
  EXPECT_EQ(sandbox.session({"search", "resolution 1244 june", "--dates", "--no-facets", "--match", "all"}),
            R"([0]
1 passage in 1 document · all words

 1. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Resolution 1244
    Security Council *resolution* *1244* of [10 *June* 1999] placed Kosovo under a mission of the United Nations.
    <agreement.md>#1 · $DIR/docs/agreement.md
)");
}

}  // namespace
}  // namespace dossier::cli
