#include "dossier/core/percent.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace dossier {
namespace {

TEST(PercentEscape, KeepsWhatStandsForItselfInAnAddress) {
  EXPECT_EQ(percent_escape("aZ0-._~"), "aZ0-._~");
  EXPECT_EQ(percent_escape("a b/c#1?ü"), "a%20b%2Fc%231%3F%C3%BC");
  EXPECT_EQ(percent_escape("/a b/c", "/"), "/a%20b/c");
  EXPECT_EQ(percent_escape(std::string_view("\0\xFF", 2)), "%00%FF");
}

TEST(PercentUnescape, TakesBackWhatWasEscapedAndLeavesTheRest) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a%20b", "a b"}, {"%c3%BC", "ü"},  {"%zz", "%zz"}, {"%4", "%4"},   {"%", "%"},
      {"%%41", "%A"},   {"%2541", "%41"}, {"%+1", "%+1"}, {"%-1", "%-1"}, {"% 1", "% 1"},
  };
  for (const auto& [escaped, bytes] : rows) EXPECT_EQ(percent_unescape(escaped), bytes) << escaped;
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  EXPECT_EQ(percent_unescape(percent_escape(every)), every);
}

}  // namespace
}  // namespace dossier
