#include "dossier/core/language.h"

#include <unicode/uloc.h>

#include <array>
#include <cstring>
#include <utility>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// Codes that ICU takes for languages of their own: the withdrawn ones of ISO 639-1, and those of ISO 639-2
// that libraries use beside the terminological ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kOtherCodes{{
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"},
    {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"in", "id"},  {"iw", "he"},
    {"ji", "yi"},  {"jw", "jv"},  {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"}, {"mo", "ro"},  {"per", "fa"},
    {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
}};

}  // namespace

std::string normalize_language(std::string_view tag) {
  const std::string_view trimmed = trim(tag);
  const std::string first = ascii_lower(trimmed.substr(0, trimmed.find_first_of("-_,;/ ")));
  if (first.size() < 2 || first.size() > 3) return {};
  for (const char c : first) {
    if (c < 'a' || c > 'z') return {};
  }
  if (first == "und" || first == "mul" || first == "zxx") return {};
  for (const auto& [other, code] : kOtherCodes) {
    if (first == other) return std::string(code);
  }
  // ICU shortens three-letter codes that have a two-letter one ("deu" to "de").
  std::array<char, ULOC_LANG_CAPACITY> code{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      uloc_getLanguage(first.c_str(), code.data(), static_cast<int32_t>(code.size()), &status);
  if (U_FAILURE(status) || length <= 0 || length >= static_cast<int32_t>(code.size())) return {};
  // A code that ICU knows no three-letter code for is none.
  if (std::strlen(uloc_getISO3Language(code.data())) == 0 && length == 2) return {};
  return {code.data(), static_cast<std::size_t>(length)};
}

}  // namespace dossier
