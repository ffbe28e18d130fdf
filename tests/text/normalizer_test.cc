#include "dossier/text/normalizer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

struct Row {
  std::string_view word;
  std::string_view case_folded;
  std::string_view folded;
};

template <std::size_t kCount>
void expect_forms(const Row (&rows)[kCount]) {
  for (const auto& [word, case_folded, folded] : rows) {
    EXPECT_EQ(fold_case(word), case_folded) << word;
    EXPECT_EQ(fold_diacritics(case_folded), folded) << word;
  }
}

TEST(Normalizer, FoldsLatin) {
  expect_forms({
      {"", "", ""},
      {"NATO", "nato", "nato"},
      {"F-35", "f-35", "f-35"},
      {"VUČIĆ", "vučić", "vucic"},
      {"Vučić", "vučić", "vucic"},
      {"Vuc\u030Cic\u0301", "vučić", "vucic"},  // composed whatever way it was written
      {"Vucic", "vucic", "vucic"},
      {"Đurđević", "đurđević", "durdevic"},
      {"Łódź", "łódź", "lodz"},
      {"SØREN", "søren", "soren"},
      {"Ǿ", "ǿ", "o"},
      {"Straße", "strasse", "strasse"},
      {"STRAẞE", "strasse", "strasse"},
      {"İstanbul", "i\u0307stanbul", "istanbul"},
      {"ısı", "ısı", "isi"},
      {"Ångström", "ångström", "angstrom"},
      {"Æsir Œuvre", "æsir œuvre", "aesir oeuvre"},
      {"Þórður", "þórður", "thordur"},
      {"Ħ Ŧ", "ħ ŧ", "h t"},
      {"Việt", "việt", "viet"},
      {"ﬁle ĳ ſ", "file ij s", "file ij s"},
      {"ＡＢＣ５０", "abc50", "abc50"},
      {"Ⅳ x²", "iv x2", "iv x2"},
      {"Koso\u00ADvo a\u200Db", "kosovo ab", "kosovo ab"},
  });
}

TEST(Normalizer, FoldsGreekAndCyrillic) {
  expect_forms({
      {"Σίσυφος", "σίσυφοσ", "σισυφοσ"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ", "σισυφοσ"},
      {"Μαΐου", "μαΐου", "μαιου"},
      {"Вучић", "вучић", "вучић"},
      {"ЁЛКА", "ёлка", "елка"},
      {"за\u0301мок", "за\u0301мок", "замок"},
      {"ѝ", "ѝ", "и"},
      {"Йод", "йод", "йод"},  // letters of their own, though they decompose
      {"Їжак Ўсе", "їжак ўсе", "їжак ўсе"},
      {"Ќе Ѓаков", "ќе ѓаков", "ќе ѓаков"},
      {"Ґрунт Қазақ", "ґрунт қазақ", "ґрунт қазақ"},
  });
}

TEST(Normalizer, FoldsOtherScripts) {
  expect_forms({
      {"العَرَبِيَّة", "العَرَبِيَّة", "العربيه"},
      {"إلى أحمد", "إلى أحمد", "الي احمد"},
      {"مؤسسة", "مؤسسة", "موسسه"},
      {"كـتاب", "كـتاب", "كتاب"},
      {"ـ", "ـ", "ـ"},  // folding leaves something of every word
      {"שָׁלוֹם", "שָׁלוֹם", "שלום"},
      {"हिन्दी", "हिन्दी", "हिन्दी"},
      {"が ｶﾞ", "が ガ", "が ガ"},
      {"한국", "한국", "한국"},
      {"1\u0302", "1\u0302", "1\u0302"},
      {"\u0301", "\u0301", "\u0301"},
      {"北京", "北京", "北京"},
  });
}

TEST(Normalizer, FoldsPersianLettersAndDigitsOfAnyScript) {
  expect_forms({
      {"وزیر", "وزیر", "وزير"},
      {"کشور", "کشور", "كشور"},
      {"۱۲۴۴", "۱۲۴۴", "1244"},
      {"١٢٤٤", "١٢٤٤", "1244"},
      {"१९४८", "१९४८", "1948"},
      {"²", "2", "2"},
      {"Ⅻ", "xii", "xii"},
  });
}

TEST(Normalizer, LeavesWhatIsFoldedAlone) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c == 0x3400) c = 0xA000;  // ideographs and syllables have nothing to fold
    if (c == 0xAC00) c = 0xE000;  // and surrogates are no characters
    std::string word;
    append_utf8(word, c);
    const std::string written = fold_case(word);
    ASSERT_TRUE(is_valid_utf8(written)) << word;
    ASSERT_EQ(fold_case(written), written) << word;
    const std::string folded = fold_diacritics(written);
    ASSERT_TRUE(is_valid_utf8(folded)) << word;
    ASSERT_EQ(folded.empty(), written.empty()) << word;
    ASSERT_EQ(fold_diacritics(folded), folded) << word;
  }
}

TEST(Normalizer, SurvivesLongWords) {
  std::string word = "a";
  for (int i = 0; i < 100'000; ++i) word += "\u0301\u0327";  // marks that are to be put in order
  EXPECT_EQ(fold_diacritics(fold_case(word)), "a");
}

}  // namespace
}  // namespace dossier
