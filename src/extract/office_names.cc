#include "office_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// "Heading", as office programs call the style where they translate its name; ids of styles may lack the
// letters that are not ASCII.
constexpr auto kHeading = std::to_array<std::string_view>(
    {"antraštė",  "başlık",     "berschrift",  "címsor",      "encabezado",  "heading",    "kop",
     "nadpis",    "naglowek",   "nagłówek",    "naslov",      "otsikko",     "overskrift", "pealkiri",
     "rubrik",    "titlu",      "titolo",      "titre",       "titulo",      "ttulo",      "título",
     "títol",     "virsraksts", "Überschrift", "überschrift", "επικεφαλίδα", "заглавие",   "Заголовок",
     "заголовок", "Наслов",     "наслов",      "標題",        "标题",        "見出し",     "제목"});

// What "Symbol" shows for 0x20 to 0x7E, and for 0xA0 to 0xFE (the Unicode Consortium's table of it).
constexpr std::u32string_view kLower =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kUpper = U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…";
static_assert(kLower.size() == 0x7F - 0x20);

}  // namespace

std::size_t heading_level_of_style(std::string_view name) {
  const std::string lower = ascii_lower(trim(name));
  if (lower.empty()) return 0;
  const char digit = lower.back();
  if (digit < '1' || digit > '9') return 0;
  const std::string_view word = trim(std::string_view(lower).substr(0, lower.size() - 1));
  const bool is_heading = std::find(kHeading.begin(), kHeading.end(), word) != kHeading.end();
  return is_heading ? static_cast<std::size_t>(digit - '0') : 0;
}

bool is_title_style(std::string_view name) {
  return ascii_lower(name) == "title";
}

std::string_view picture_description(std::string_view written) {
  written = trim(written);
  const bool on_a_drive =
      written.size() > 2 && written[1] == ':' && (written[2] == '\\' || written[2] == '/');
  const bool is_place = on_a_drive || written.starts_with("\\\\") || written.starts_with("file:");
  return is_place ? written.substr(written.find_last_of("\\/") + 1) : written;
}

char32_t symbol_character(std::string_view font, char32_t code) {
  const bool is_private = code >= 0xF000 && code <= 0xF0FF;
  const char32_t byte = is_private ? code - 0xF000 : code;
  const std::string lower = ascii_lower(font);
  if (lower.starts_with("wingdings") || lower.starts_with("webdings")) return U'•';
  if (lower.starts_with("symbol")) {
    if (byte >= 0x20 && byte < 0x20 + kLower.size()) return kLower[byte - 0x20];
    if (byte >= 0xA0 && byte < 0xA0 + kUpper.size()) return kUpper[byte - 0xA0];
  }
  return is_private ? 0 : code;
}

}  // namespace dossier
