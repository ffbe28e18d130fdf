#include <algorithm>
#include <array>

#include "dossier/render/numbers.h"
#include "page_state.h"

namespace dossier::web {
namespace {

// The languages that policy documents are likely to be in, by their ISO 639-1 codes, as English calls them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 70> kLanguages{{
    {"af", "Afrikaans"},  {"am", "Amharic"},    {"ar", "Arabic"},    {"az", "Azerbaijani"},
    {"be", "Belarusian"}, {"bg", "Bulgarian"},  {"bn", "Bengali"},   {"bs", "Bosnian"},
    {"ca", "Catalan"},    {"cs", "Czech"},      {"cy", "Welsh"},     {"da", "Danish"},
    {"de", "German"},     {"el", "Greek"},      {"en", "English"},   {"eo", "Esperanto"},
    {"es", "Spanish"},    {"et", "Estonian"},   {"eu", "Basque"},    {"fa", "Persian"},
    {"fi", "Finnish"},    {"fr", "French"},     {"ga", "Irish"},     {"gl", "Galician"},
    {"he", "Hebrew"},     {"hi", "Hindi"},      {"hr", "Croatian"},  {"hu", "Hungarian"},
    {"hy", "Armenian"},   {"id", "Indonesian"}, {"is", "Icelandic"}, {"it", "Italian"},
    {"ja", "Japanese"},   {"ka", "Georgian"},   {"kk", "Kazakh"},    {"km", "Khmer"},
    {"ko", "Korean"},     {"ku", "Kurdish"},    {"la", "Latin"},     {"lb", "Luxembourgish"},
    {"lo", "Lao"},        {"lt", "Lithuanian"}, {"lv", "Latvian"},   {"mk", "Macedonian"},
    {"mn", "Mongolian"},  {"ms", "Malay"},      {"mt", "Maltese"},   {"my", "Burmese"},
    {"ne", "Nepali"},     {"nl", "Dutch"},      {"no", "Norwegian"}, {"pl", "Polish"},
    {"ps", "Pashto"},     {"pt", "Portuguese"}, {"ro", "Romanian"},  {"ru", "Russian"},
    {"sk", "Slovak"},     {"sl", "Slovenian"},  {"so", "Somali"},    {"sq", "Albanian"},
    {"sr", "Serbian"},    {"sv", "Swedish"},    {"sw", "Swahili"},   {"ta", "Tamil"},
    {"th", "Thai"},       {"tr", "Turkish"},    {"uk", "Ukrainian"}, {"ur", "Urdu"},
    {"vi", "Vietnamese"}, {"zh", "Chinese"},
}};

}  // namespace

std::string value_in_words(const KeywordFacet& facet, std::string_view value) {
  if (facet.name == "type") return type_label(value);
  if (facet.name != "language") return std::string(value);
  const auto known =
      std::find_if(kLanguages.begin(), kLanguages.end(), [&](const auto& row) { return row.first == value; });
  return std::string(known == kLanguages.end() ? value : known->second);
}

}  // namespace dossier::web
