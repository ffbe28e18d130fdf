#include "lexicon_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <string>

namespace dossier::dates {
namespace {

using icu::DateFormatSymbols;

struct NamedLocale {
  const char* name;
  Languages languages;
};

// Bosnian is read as Serbian, Catalan and others as what a neighbour's text may quote.
constexpr std::array kLocales{
    NamedLocale{"en", en},      NamedLocale{"de", de},      NamedLocale{"de_AT", de},
    NamedLocale{"fr", fr},      NamedLocale{"es", es},      NamedLocale{"it", it},
    NamedLocale{"pt", pt},      NamedLocale{"pt_PT", pt},   NamedLocale{"ru", ru},
    NamedLocale{"uk", uk},      NamedLocale{"sr_Cyrl", sr}, NamedLocale{"sr_Latn", sr},
    NamedLocale{"bs_Latn", sr}, NamedLocale{"hr", hr},      NamedLocale{"sq", sq},
    NamedLocale{"nl", more},    NamedLocale{"pl", more},    NamedLocale{"cs", more},
    NamedLocale{"sk", more},    NamedLocale{"sl", more},    NamedLocale{"bg", more},
    NamedLocale{"mk", more},    NamedLocale{"ro", more},    NamedLocale{"hu", more},
    NamedLocale{"tr", more},    NamedLocale{"sv", more},    NamedLocale{"da", more},
    NamedLocale{"nb", more},    NamedLocale{"ca", more},    NamedLocale{"el", more},
    NamedLocale{"be", more},    NamedLocale{"ar", more},    NamedLocale{"ar_LB", more},
    NamedLocale{"az", more},    NamedLocale{"et", more},    NamedLocale{"eu", more},
    NamedLocale{"fi", more},    NamedLocale{"gl", es | pt}, NamedLocale{"hi", more},
    NamedLocale{"hy", more},    NamedLocale{"id", more},    NamedLocale{"is", more},
    NamedLocale{"ka", more},    NamedLocale{"kk", more},    NamedLocale{"lt", more},
    NamedLocale{"lv", more},    NamedLocale{"ms", more},    NamedLocale{"sw", more},
};

using Take = std::function<void(std::string_view name, const Meaning&)>;

void give(const icu::UnicodeString& name, Meaning meaning, const Take& take) {
  std::string text;
  name.toUTF8String(text);
  take(text, meaning);
}

void give_names(const DateFormatSymbols& symbols, Languages languages, const Take& take) {
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      const Doubt doubt = width == DateFormatSymbols::WIDE ? Doubt::none : Doubt::some;
      for (int32_t i = 0; i < count && i < 12; ++i)
        give(months[i], {Role::month, doubt, languages, static_cast<std::int16_t>(i + 1)}, take);
      const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
      // ICU counts Sunday as 1, ours begin with Monday as 0.
      for (int32_t i = 1; i < count && i < 8; ++i)
        give(days[i], {Role::weekday, doubt, languages, static_cast<std::int16_t>((i + 5) % 7)}, take);
    }
  }
}

}  // namespace

void for_each_calendar_name(const Take& take) {
  for (const NamedLocale& locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale::createFromName(locale.name), status);
    if (U_SUCCESS(status)) give_names(symbols, locale.languages, take);
  }
}

}  // namespace dossier::dates
