#include "dossier/text/sentences.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// The text with "|" where a sentence ends.
std::string marked(std::string_view text) {
  std::string out;
  std::size_t start = 0;
  for (const std::size_t end : sentence_ends(text)) {
    out += std::string(text.substr(start, end - start)) + "|";
    start = end;
  }
  return out;
}

TEST(SentenceEnds, StandBehindTheSpaceBetweenSentences) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {"One", "One|"},
      {"One. Two! Three? Four", "One. |Two! |Three? |Four|"},
      {"The U.S. troops left.", "The U.S. troops left.|"},
      {"It cost 3.5 million.", "It cost 3.5 million.|"},
      {"He said \"No.\" Then he left.", "He said \"No.\" |Then he left.|"},
      {"Et cetera, etc. and so on.", "Et cetera, etc. and so on.|"},
      {"One line\nanother line", "One line\n|another line|"},
      {"Први. Други.", "Први. |Други.|"},
      {"第一句。第二句！", "第一句。|第二句！|"},
      {"هل وافق؟ نعم.", "هل وافق؟ |نعم.|"},
      {"...", "...|"},
      {"One.\r\nTwo.\n\nThree", "One.\r\n|Two.\n|\n|Three|"},
      {"Mr. Smith, J.R. Smith (jr.) and co.: all.", "Mr. |Smith, J.R. |Smith (jr.) and co.: all.|"},
      {"No! – he said. (Yes.) 3 Men left.", "No! – he said. |(Yes.) |3 Men left.|"},
      {"Ends. 12 “then” goes on. 12 “Then” not.", "Ends. 12 “then” goes on. |12 “Then” not.|"},
      {"E\u0301.\u0301 A.\u00ADb \u00AD?\u2029B", "E\u0301.\u0301 |A.\u00ADb \u00AD?\u2029|B|"},
      {"   ", "   |"},
      {"😀. 🇽🇰! A", "😀. |🇽🇰! |A|"},
  };
  for (const auto& [text, sentences] : rows) EXPECT_EQ(marked(text), sentences);
}

TEST(SentenceEnds, AscendToTheEndOfTheText) {
  std::string mixed;
  for (const char* piece : {"A. ", "b.c ", "\n", "\u2029", "č! ", "。", "\u0301", "😀", "a\u00AD. ", "\t"})
    mixed += piece;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += mixed;
  std::size_t last = 0;
  for (const std::size_t end : sentence_ends(text)) {
    ASSERT_GT(end, last);
    ASSERT_TRUE(is_code_point_boundary(text, end));
    last = end;
  }
  EXPECT_EQ(last, text.size());
}

TEST(EstimateWords, CountsRunsBetweenWhiteSpaceAndPairsOfIdeographs) {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},
      {" \n\t ", 0},
      {"one", 1},
      {"  two\n words ", 2},
      {"a-b c/d.", 2},
      {"Vučić Вучић", 2},
      {"安理会通过决议", 3},
      {"안전보장이사회", 3},
      {"2013年5月", 3},  // two runs and a pair
      {"ไทยภาษา", 1},
      {"😀 😀", 2},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(estimate_words(text), words) << text;
}

}  // namespace
}  // namespace dossier
