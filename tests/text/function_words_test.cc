#include "dossier/text/function_words.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

std::string fold(std::string_view word) {
  return fold_diacritics(fold_case(word));
}

// The words between the quotes of the table.
std::vector<std::string> table() {
  std::ifstream in(DOSSIER_SOURCE_DIR "/src/text/function_words.cc");
  std::string source{std::istreambuf_iterator<char>(in), {}};
  const std::size_t start = source.find("kText =");
  source = source.substr(start, source.find(';', source.find("// Arabic")) - start);
  std::vector<std::string> words;
  for (std::size_t quote = source.find('"'); quote != std::string::npos;) {
    const std::size_t end = source.find('"', quote + 1);
    std::istringstream line(source.substr(quote + 1, end - quote - 1));
    for (std::string word; line >> word;) words.push_back(word);
    quote = source.find('"', end + 1);
  }
  return words;
}

TEST(FunctionWords, StandInTheTableAsTheyAreSought) {
  const std::vector<std::string> words = table();
  ASSERT_GT(words.size(), 500U);
  for (const std::string& word : words) {
    EXPECT_TRUE(is_function_word(word)) << word;
    EXPECT_EQ(fold(word), word) << "is never found";
  }
}

TEST(FunctionWords, AreKnownAsTheyAreWritten) {
  for (const std::string_view word :
       {"the", "The",    "of",    "for", "über", "für", "UND", "à",   "où",  "été", "l",   "qu",
        "más", "perché", "più",   "él",  "её",   "не",  "что", "і",   "від", "šta", "što", "već",
        "што", "që",     "është", "的",  "が",   "على", "إلى", "متى", "في",  "التي"}) {
    EXPECT_TRUE(is_function_word(fold(word))) << word;
  }
}

TEST(FunctionWords, AreNoWordsOfContent) {
  for (const std::string_view word :
       {"", " ", "kosovo", "resolution", "peace", "us", "nato", "1999", "the of", "the ", "th", "thee", "The",
        "für", "косово", "决议", "\xFF"}) {
    EXPECT_FALSE(is_function_word(word)) << word;
  }
}

}  // namespace
}  // namespace dossier
