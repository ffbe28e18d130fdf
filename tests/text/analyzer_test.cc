#include "dossier/text/analyzer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace dossier {
namespace {

// "written folded stem folded-stem", "-" for an empty one.
std::string shown(const TermForms& forms) {
  std::string out;
  for (const std::string* form : {&forms.written, &forms.folded, &forms.stem, &forms.folded_stem}) {
    out += (out.empty() ? "" : " ") + (form->empty() ? std::string("-") : *form);
  }
  return out;
}

std::string meeting_forms(Analyzer& analyzer, std::string_view text, std::string_view language) {
  std::string out;
  analyzer.analyze(text, language, [&](const Token& token) {
    out += (out.empty() ? "" : " ") + std::to_string(token.position) + ":" + token.term->meeting_form();
  });
  return out;
}

TEST(Analyzer, WorksOutTheFormsOfAWord) {
  struct Row {
    std::string_view language, word, forms;
  };
  const Row rows[] = {
      {"en", "Resolutions", "resolutions - en:resolut -"},
      {"en", "NATO", "nato - en:nato -"},
      {"en", "naïve", "naïve naive en:naiv -"},
      {"", "Resolutions", "resolutions - resolutions -"},
      {"zh", "决议", "决议 - 决议 -"},
      {"de", "Häuser", "häuser hauser de:haus -"},
      {"de", "STRASSE", "strasse - de:strass -"},
      {"de", "Straße", "strasse - de:strass -"},
      {"fr", "Égalité", "égalité egalite fr:egal fr:egalit"},  // typed without accents it has another stem
      {"pt", "resoluções", "resoluções resolucoes pt:resolu pt:resoluco"},
      {"tr", "İstanbul", "i\u0307stanbul istanbul tr:istanbul -"},
      {"pl", "Łódź", "łódź lodz lodz -"},
      {"ru", "России", "россии - ru:росс -"},
      {"ru", "Ёлки", "ёлки елки ru:елк -"},
      {"sr", "Vučića", "vučića vucica sr:vucic -"},  // all of these meet in one stem
      {"sr", "Vucic", "vucic - sr:vucic -"},
      {"sr", "Вучић", "вучић - sr:vucic -"},
      {"hr", "Вучића", "вучића - sr:vucic -"},
      {"ar", "القرارات", "القرارات - ar:قرار -"},
      {"en", "S/RES/1244", "s/res/1244 - en:s/res/1244 -"},
      {"en", "", "- - - -"},
  };
  Analyzer analyzer;
  for (const auto& [language, word, forms] : rows) {
    EXPECT_EQ(shown(analyzer.forms(word, language)), forms) << language << ' ' << word;
    EXPECT_EQ(shown(analyzer.forms(word, language)), forms) << "remembered: " << word;
  }
}

TEST(Analyzer, GivesTokensWithTheirForms) {
  Analyzer analyzer;
  EXPECT_EQ(meeting_forms(analyzer, "Vučić's F-35, in the U.S.", "en"),
            "0:vucic 1:f35 1:f 2:35 3:in 4:the 5:us");
  EXPECT_EQ(meeting_forms(analyzer, "L'Égalité", "fr"), "0:legalite 0:l 1:egalite");
  EXPECT_EQ(meeting_forms(analyzer, "", "en"), "");
}

TEST(Analyzer, KeepsTheOffsetsOfTheTextWhenFolding) {
  const std::string text = "ẞ İİ Straße ﬁle";
  std::string slices;
  Analyzer analyzer;
  const std::uint32_t end = analyzer.analyze(
      text, "de",
      [&](const Token& token) { slices += text.substr(token.start, token.end - token.start) + "|"; }, 10);
  EXPECT_EQ(slices, "ẞ|İİ|Straße|ﬁle|");
  EXPECT_EQ(end, 14U);
}

TEST(Analyzer, SkipsAWordThatFoldingLeavesNothingOfButCountsIt) {
  Analyzer analyzer;
  EXPECT_EQ(meeting_forms(analyzer, "a \u3164 b", "en"),
            "0:a 2:b");  // Hangul's filler is an invisible letter
}

TEST(Analyzer, KeepsLanguagesApart) {
  Analyzer analyzer;
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(analyzer.forms("universities", "en").stem, "en:univers");
    EXPECT_EQ(analyzer.forms("universities", "").stem, "universities");
    EXPECT_EQ(analyzer.forms("universities", "xx").stem, "universities");
    EXPECT_EQ(analyzer.forms("resolutioner", "sv").stem, "sv:resolution");
    EXPECT_EQ(analyzer.forms("resolutioner", "en").stem, "en:resolution");
    EXPECT_EQ(analyzer.forms("die", "de").stem, "de:die");
  }
}

TEST(Analyzer, CutsAWordAsTheTokenizerDoes) {
  Analyzer analyzer;
  const std::string word(10'000, 'x');
  std::string written;
  analyzer.analyze(word, "", [&](const Token& token) { written = token.term->written; });
  EXPECT_EQ(written, std::string(max_word_bytes, 'x'));
  EXPECT_EQ(analyzer.forms(word, "").written, written);
}

// However short, and where only the middle of a long one differs; some of them joined in the tokenizer.
TEST(Analyzer, TellsWordsApartByAllOfTheirLetters) {
  const std::string long_word = "unconstitutionalities";
  std::string other = long_word;
  other[10] = 'x';
  const std::string text = "a b ab ba aba abba abbaabba abbaabbaabba sixteenletterword sixteenletterwore " +
                           long_word + " " + other + " U.S. 1,000 " + long_word + " abba ab-ba 3.5 b";
  const std::string forms =
      "0:a 1:b 2:ab 3:ba 4:aba 5:abba 6:abbaabba 7:abbaabbaabba 8:sixteenletterword "
      "9:sixteenletterwore 10:" +
      long_word + " 11:" + other + " 12:us 13:1000 14:" + long_word +
      " 15:abba 16:abba 16:ab 17:ba 18:3.5 18:3 19:5 20:b";
  Analyzer analyzer;
  EXPECT_EQ(meeting_forms(analyzer, text, ""), forms);
  EXPECT_EQ(meeting_forms(analyzer, text, ""), forms) << "remembered";
}

// More words than are remembered.
TEST(Analyzer, ForgetsWithoutMixingUp) {
  constexpr int kWords = 250'000;
  std::string text;
  for (int i = 0; i < kWords; ++i) text += "Wörter" + std::to_string(i) + " ";
  Analyzer analyzer;
  const std::string before = shown(analyzer.forms("Resolutions", "en"));
  int count = 0;
  for (int round = 0; round < 2; ++round) {
    analyzer.analyze(text, "en", [&](const Token& token) {
      const std::string number = std::to_string(count++ % kWords);
      ASSERT_EQ(token.term->written, "wörter" + number);
      ASSERT_EQ(token.term->folded, "worter" + number);
    });
  }
  EXPECT_EQ(count, 2 * kWords);
  EXPECT_EQ(shown(analyzer.forms("Resolutions", "en")), before);
}

TEST(Analyzer, CanBeMoved) {
  Analyzer first;
  const std::string forms = shown(first.forms("Vučića", "sr"));
  Analyzer second = std::move(first);
  EXPECT_EQ(shown(second.forms("Vučića", "sr")), forms);
}

}  // namespace
}  // namespace dossier
