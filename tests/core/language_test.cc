#include "dossier/core/language.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dossier {
namespace {

TEST(NormalizeLanguage, GivesTheShortestCode) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"en", "en"},       {"EN", "en"},    {"en-US", "en"},      {"en_GB.UTF-8", "en"}, {"DEU", "de"},
      {"ger", "de"},      {"fre", "fr"},   {"fra", "fr"},        {"alb", "sq"},         {"sqi", "sq"},
      {"chi", "zh"},      {"per", "fa"},   {"zh-Hant-TW", "zh"}, {"sr_Latn", "sr"},     {"sr-Cyrl-RS", "sr"},
      {"srp", "sr"},      {"hrv", "hr"},   {"cnr", "cnr"},       {"nds", "nds"},        {"de, fr", "de"},
      {"de;q=0.8", "de"}, {"pt/es", "pt"}, {" fr \n", "fr"},     {"\u00A0it", "it"},    {"no", "no"},
      {"nb-NO", "nb"},    {"iw", "he"},    {"he", "he"},         {"heb", "he"},         {"in", "id"},
      {"ji", "yi"},       {"mo", "ro"},
  };
  for (const auto& [tag, code] : rows) EXPECT_EQ(normalize_language(tag), code) << tag;
}

TEST(NormalizeLanguage, GivesNothingForWhatNamesNoLanguage) {
  for (const std::string_view tag :
       {"",    " ",     "-",   "e",     "en1",     "1en",      "qq",       "x-klingon",
        "und", "UND",   "mul", "zxx",   "english", "français", "中文",     "en\xFF",
        "C",   "POSIX", "e n", "../en", "<b>",     "-en",      "i-default"}) {
    EXPECT_EQ(normalize_language(tag), "") << tag;
  }
  EXPECT_EQ(normalize_language(std::string_view("en\0", 3)), "");
  EXPECT_EQ(normalize_language(std::string(1 << 20, 'e')), "");
}

}  // namespace
}  // namespace dossier
