#include "dossier/text/stemmer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace dossier {
namespace {

TEST(Stemmer, BringsInflectionsTogether) {
  struct Row {
    std::string_view language, first, second;
  };
  const Row rows[] = {
      {"en", "resolution", "resolutions"},
      {"en", "policy", "policies"},
      {"en", "running", "runs"},
      {"de", "haus", "häuser"},
      {"de", "resolution", "resolutionen"},
      {"fr", "résolution", "résolutions"},
      {"fr", "égal", "égaux"},
      {"es", "resolución", "resoluciones"},
      {"it", "risoluzione", "risoluzioni"},
      {"pt", "resolução", "resoluções"},
      {"ro", "rezoluție", "rezoluțiile"},
      {"ca", "resolució", "resolucions"},
      {"nl", "besluit", "besluiten"},
      {"sv", "resolution", "resolutioner"},
      {"da", "resolution", "resolutioner"},
      {"no", "resolusjon", "resolusjoner"},
      {"nb", "resolusjon", "resolusjoner"},
      {"nn", "resolusjon", "resolusjonen"},
      {"fi", "talo", "talossa"},
      {"hu", "ház", "házban"},
      {"tr", "karar", "kararları"},
      {"el", "ψήφισμα", "ψηφίσματα"},
      {"ru", "резолюция", "резолюции"},
      {"lt", "rezoliucija", "rezoliucijos"},
      {"ar", "قرار", "القرارات"},
      {"hi", "प्रस्ताव", "प्रस्तावों"},
      {"id", "putus", "keputusan"},
      {"sr", "rezolucija", "rezolucije"},
      {"sr", "резолуција", "резолуције"},
      {"sr", "rezolucija", "резолуције"},  // the scripts meet
      {"sr", "vučić", "вучића"},
      {"sr", "vučića", "vučiću"},
      {"hr", "vijeće", "vijeća"},
      {"bs", "vijeće", "veća"},
      {"cnr", "vijeće", "vijeća"},
  };
  for (const auto& [language, first, second] : rows) {
    Stemmer stemmer(language);
    const std::string stem(stemmer.stem(first));
    EXPECT_FALSE(stem.empty()) << language << ' ' << first;
    EXPECT_EQ(stemmer.stem(second), stem) << language << ' ' << second;
  }
}

TEST(Stemmer, KeepsDifferentWordsApart) {
  Stemmer stemmer("en");
  EXPECT_NE(std::string(stemmer.stem("policy")), stemmer.stem("police"));
  EXPECT_NE(std::string(stemmer.stem("serbia")), stemmer.stem("serbian"));
}

TEST(Stemmer, HasAnAlgorithmForEachLanguageOfItsTable) {
  for (const std::string_view language :
       {"ar", "bs", "ca", "cnr", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hr", "hu",
        "hy", "id", "it", "lt",  "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr"}) {
    const Stemmer stemmer(language);
    EXPECT_FALSE(stemmer.algorithm().empty()) << language;
    EXPECT_EQ(stemmer.algorithm(), Stemmer::algorithm_of(language)) << language;
  }
  EXPECT_EQ(Stemmer::algorithm_of("en"), "english");
  EXPECT_EQ(Stemmer::algorithm_of("hr"), Stemmer::algorithm_of("sr"));
  EXPECT_EQ(Stemmer::algorithm_of("nb"), Stemmer::algorithm_of("no"));
}

TEST(Stemmer, GivesTheWordWhereThereIsNoAlgorithm) {
  for (const std::string_view language : {"", "zh", "uk", "sq", "EN", "english", "en-US", "xx"}) {
    Stemmer stemmer(language);
    EXPECT_EQ(stemmer.algorithm(), "") << language;
    EXPECT_EQ(stemmer.stem("resolutions"), "resolutions") << language;
    EXPECT_EQ(stemmer.stem("决议"), "决议") << language;
  }
}

TEST(Stemmer, SurvivesWhatIsNoWord) {
  for (const std::string_view language : {"en", "de", "fr", "sr", "ar", "el", "tr", "fi"}) {
    Stemmer stemmer(language);
    const std::string long_word(100'000, 'e');
    for (const std::string_view word : {"", "a", "s", "'", "'s", "1244", "s/res/1244", "北京", "\u0301",
                                        "\xFF", "\xC3", "e\xE2\x82", long_word.c_str()}) {
      const std::string stem(stemmer.stem(word));
      EXPECT_LE(stem.size(), word.size() + 8) << language << ' ' << word.substr(0, 20);
      EXPECT_EQ(stem.empty(), word.empty()) << language << ' ' << word.substr(0, 20);
    }
  }
}

TEST(Stemmer, KeepsItsLanguageWhenMoved) {
  Stemmer first("en");
  Stemmer second = std::move(first);
  EXPECT_EQ(second.stem("resolutions"), "resolut");
  second = Stemmer("ru");
  EXPECT_EQ(second.algorithm(), "russian");
  EXPECT_EQ(second.stem("резолюции"), "резолюц");
}

}  // namespace
}  // namespace dossier
