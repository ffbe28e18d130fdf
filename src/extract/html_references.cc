#include "html_references.h"

#include <libxml/HTMLparser.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxNameBytes = 16;  // no name we know is longer
constexpr unsigned kLastOfHtml4 = 0x2666;  // U+2666 &diams; is the highest character that HTML 4 names
constexpr char32_t kLastOfLatin1 = 0xFF;   // the names that may go without a semicolon stand for these

// What &#128; to &#159; mean to browsers (HTML Standard, 13.2.5.80): windows-1252, not the controls of
// Unicode.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Names that HTML 4 lacks and pages use.
constexpr std::array<std::pair<std::string_view, char32_t>, 44> kNewerNames{
    {{"AMP", '&'},      {"COPY", 0xA9},    {"GT", '>'},        {"Hat", '^'},      {"LT", '<'},
     {"NewLine", '\n'}, {"QUOT", '"'},     {"REG", 0xAE},      {"Tab", '\t'},     {"apos", '\''},
     {"ast", '*'},      {"bsol", '\\'},    {"check", 0x2713},  {"colon", ':'},    {"comma", ','},
     {"commat", '@'},   {"dollar", '$'},   {"equals", '='},    {"excl", '!'},     {"grave", '`'},
     {"lbrace", '{'},   {"lbrack", '['},   {"lcub", '{'},      {"lowbar", '_'},   {"lpar", '('},
     {"lsqb", '['},     {"num", '#'},      {"percnt", '%'},    {"period", '.'},   {"plus", '+'},
     {"quest", '?'},    {"rbrace", '}'},   {"rbrack", ']'},    {"rcub", '}'},     {"rpar", ')'},
     {"rsqb", ']'},     {"semi", ';'},     {"sol", '/'},       {"verbar", '|'},   {"vert", '|'},
     {"imath", 0x131},  {"inodot", 0x131}, {"hyphen", 0x2010}, {"horbar", 0x2015}}};

// An accented letter is named by the letter and its accent: "ccaron".
constexpr std::array<std::pair<std::string_view, char32_t>, 13> kAccents{{{"acute", 0x301},
                                                                          {"breve", 0x306},
                                                                          {"caron", 0x30C},
                                                                          {"cedil", 0x327},
                                                                          {"circ", 0x302},
                                                                          {"dblac", 0x30B},
                                                                          {"dot", 0x307},
                                                                          {"grave", 0x300},
                                                                          {"macr", 0x304},
                                                                          {"ogon", 0x328},
                                                                          {"ring", 0x30A},
                                                                          {"tilde", 0x303},
                                                                          {"uml", 0x308}}};
// Those with a stroke through them have no parts.
constexpr std::array<std::pair<char, char32_t>, 8> kStroked{{{'D', 0x110},
                                                             {'H', 0x126},
                                                             {'L', 0x141},
                                                             {'T', 0x166},
                                                             {'d', 0x111},
                                                             {'h', 0x127},
                                                             {'l', 0x142},
                                                             {'t', 0x167}}};

bool is_alphanumeric(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

using Names = std::unordered_map<std::string_view, char32_t>;

const Names& known_names() {
  static const Names names = [] {
    Names all(kNewerNames.begin(), kNewerNames.end());
    for (unsigned value = 0; value <= kLastOfHtml4; ++value) {
      if (const htmlEntityDesc* entity = htmlEntityValueLookup(value)) all.emplace(entity->name, value);
    }
    return all;
  }();
  return names;
}

// The character that a letter and the name of an accent make; 0 for none.
char32_t accented_letter(std::string_view name) {
  const std::string_view accent = name.substr(1);
  if (accent == "strok") {
    const auto stroked =
        std::find_if(kStroked.begin(), kStroked.end(), [&](const auto& row) { return row.first == name[0]; });
    return stroked == kStroked.end() ? 0 : stroked->second;
  }
  const auto mark =
      std::find_if(kAccents.begin(), kAccents.end(), [&](const auto& row) { return row.first == accent; });
  if (mark == kAccents.end()) return 0;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* composer = unorm2_getNFCInstance(&error);
  if (U_FAILURE(error)) return 0;
  const UChar32 composed = unorm2_composePair(composer, name[0], static_cast<UChar32>(mark->second));
  return composed < 0 ? 0 : static_cast<char32_t>(composed);
}

// A reference at the beginning of a text; of no length if there is none.
struct Reference {
  char32_t character = 0;
  std::size_t length = 0;
};

Reference read_number(std::string_view text) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hexadecimal) ++at;
  const std::size_t digits = at;
  std::uint32_t value = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool decimal = c >= '0' && c <= '9';
    const bool letter = hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!decimal && !letter) break;
    const auto digit = static_cast<std::uint32_t>(decimal ? c - '0' : (c & ~0x20) - 'A' + 10);
    value = std::min<std::uint32_t>(value * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  if (at == digits) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 0x80 && value < 0xA0) value = kWindows1252[value - 0x80];
  return {value == 0 ? U'\uFFFD' : value, at};
}

Reference read_name(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kMaxNameBytes && is_alphanumeric(text[end])) ++end;
  const std::string_view name = text.substr(1, end - 1);
  if (name.empty()) return {};
  const bool closed = end < text.size() && text[end] == ';';
  const auto known = known_names().find(name);
  const char32_t character = known != known_names().end() ? known->second : accented_letter(name);
  if (character == 0) return {};
  if (closed) return {character, end + 1};
  // "?a=1&copy=2" is an address.
  const bool may_be_open = character <= kLastOfLatin1 && (end == text.size() || text[end] != '=');
  return may_be_open ? Reference{character, end} : Reference{};
}

}  // namespace

void append_decoded(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t ampersand = text.find('&');
    out.append(text.substr(0, ampersand));
    if (ampersand == std::string_view::npos) return;
    text.remove_prefix(ampersand);
    const Reference reference = text.starts_with("&#") ? read_number(text) : read_name(text);
    if (reference.length == 0) {
      out += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(out, reference.character);
      text.remove_prefix(reference.length);
    }
  }
}

}  // namespace dossier
