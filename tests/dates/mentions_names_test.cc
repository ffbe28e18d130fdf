// Every name of a month or weekday that the Unicode locale data has for our languages is found, in the forms
// of running text and of standing alone, long and short.
#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <array>
#include <string>

#include "dossier/core/utf8.h"
#include "mention_text.h"

namespace dossier {
namespace {

using icu::DateFormatSymbols;

struct NamedLocale {
  const char* locale;
  std::string_view language;
  std::string_view before_weekday;  // what the weekday of last week stands behind in a sentence
};

constexpr std::array kLocales{
    NamedLocale{"en", "en", "He came on "},      NamedLocale{"de", "de", "Er kam am "},
    NamedLocale{"de_AT", "de", "Er kam am "},    NamedLocale{"fr", "fr", "Il est venu "},
    NamedLocale{"es", "es", "Vino el "},         NamedLocale{"it", "it", "È venuto "},
    NamedLocale{"pt", "pt", "Chegou na "},       NamedLocale{"pt_PT", "pt", "Chegou na "},
    NamedLocale{"ru", "ru", "Он приехал в "},    NamedLocale{"uk", "uk", "Він приїхав у "},
    NamedLocale{"sr_Cyrl", "sr", "Дошао је у "}, NamedLocale{"sr_Latn", "sr", "Došao je u "},
    NamedLocale{"bs_Latn", "bs", "Došao je u "}, NamedLocale{"hr", "hr", "Došao je u "},
    NamedLocale{"sq", "sq", "Erdhi të "}};

std::string utf8(const icu::UnicodeString& name) {
  std::string text;
  name.toUTF8String(text);
  return text;
}

DateFormatSymbols symbols_of(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  DateFormatSymbols symbols(icu::Locale::createFromName(locale), status);
  EXPECT_TRUE(U_SUCCESS(status)) << locale;
  return symbols;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

TEST(MentionNames, KnowsEveryMonthBesideADayAndAYear) {
  for (const NamedLocale& one : kLocales) {
    const DateFormatSymbols symbols = symbols_of(one.locale);
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
        ASSERT_GE(count, 12);
        for (int32_t month = 0; month < 12; ++month) {
          const std::string written = "24 " + utf8(months[month]) + " 2013";
          EXPECT_EQ(mentions_text(written, one.language),
                    written + "=2013-" + two_digits(month + 1) + "-24 explicit")
              << one.locale;
        }
      }
    }
  }
}

TEST(MentionNames, KnowsEveryMonthInATextOfAnotherLanguage) {
  for (const NamedLocale& one : kLocales) {
    int32_t count = 0;
    const DateFormatSymbols symbols = symbols_of(one.locale);
    const icu::UnicodeString* const months =
        symbols.getMonths(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
    for (int32_t month = 0; month < 12; ++month) {
      const std::string written = "24 " + utf8(months[month]) + " 2013";
      EXPECT_EQ(mentions_text(written, "en"), written + "=2013-" + two_digits(month + 1) + "-24 explicit")
          << one.locale;
    }
  }
}

TEST(MentionNames, KnowsEveryWeekdayInASentence) {
  constexpr std::array<std::string_view, 8> kDays{"",           "2013-06-09", "2013-06-10", "2013-06-11",
                                                  "2013-06-12", "2013-06-06", "2013-06-07", "2013-06-08"};
  for (const NamedLocale& one : kLocales) {
    int32_t count = 0;
    const DateFormatSymbols symbols = symbols_of(one.locale);
    const icu::UnicodeString* const days =
        symbols.getWeekdays(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
    ASSERT_EQ(count, 8);  // the first is empty: days count from 1, which is Sunday
    for (std::size_t day = 1; day < 8; ++day) {
      std::string name = utf8(days[day]);
      if (name.starts_with("e ")) name.erase(0, 2);  // the article of Albanian, not that of the sentence
      EXPECT_EQ(mentions_text(std::string(one.before_weekday) + name + ".", one.language),
                name + '=' + std::string(kDays[day]) + " relative")
          << one.locale;
    }
  }
}

TEST(MentionNames, ReadsChineseMonths) {
  int32_t count = 0;
  const DateFormatSymbols symbols = symbols_of("zh");
  const icu::UnicodeString* const months =
      symbols.getMonths(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
  for (int32_t month = 0; month < 12; ++month) {
    const std::string written = "2013年" + utf8(months[month]) + "24日";
    EXPECT_EQ(mentions_text(written, "zh"), written + "=2013-" + two_digits(month + 1) + "-24 explicit");
  }
}

}  // namespace
}  // namespace dossier
