#include "dossier/text/normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

bool is_ascii(std::string_view text) noexcept {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string normalize(const icu::Normalizer2* form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                      status);
  return U_SUCCESS(status) ? out : std::string(text);
}

const icu::Normalizer2* normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return get(status);  // ICU's own shared, immutable instance
}

UScriptCode script_of(char32_t c) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

// Letters that NFD leaves whole but that are typed without their stroke or as two.
std::string_view plain_letter(char32_t c) noexcept {
  switch (c) {
    case U'đ':
    case U'ð':
      return "d";
    case U'ł':
      return "l";
    case U'ø':
      return "o";
    case U'ı':
      return "i";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ى':
      return "ي";
    case U'ة':
      return "ه";
    default:
      return {};
  }
}

// Whether a combining mark behind `base` is one that people leave out.
bool is_dropped(char32_t base, char32_t mark) noexcept {
  switch (script_of(base)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    case USCRIPT_CYRILLIC:
      return mark == 0x300 || mark == 0x301 || (mark == 0x308 && base == U'е');
    default:
      return false;
  }
}

}  // namespace

std::string fold_case(std::string_view word) {
  if (is_ascii(word)) return ascii_lower(word);
  static const icu::Normalizer2* const form = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  return normalize(form, word);
}

std::string fold_diacritics(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  static const icu::Normalizer2* const decompose = normalizer(&icu::Normalizer2::getNFDInstance);
  static const icu::Normalizer2* const compose = normalizer(&icu::Normalizer2::getNFCInstance);
  const std::string apart = normalize(decompose, word);
  std::string out;
  out.reserve(apart.size());
  char32_t base = 0;
  for (std::size_t i = 0; i < apart.size();) {
    const auto [c, next] = decode_utf8(apart, i);
    const int8_t type = u_charType(static_cast<UChar32>(c));
    const bool mark = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
    if (!mark) base = c;
    if (!mark || !is_dropped(base, c)) {
      const std::string_view plain = plain_letter(c);
      out.append(plain.empty() ? std::string_view(apart).substr(i, next - i) : plain);
    }
    i = next;
  }
  return normalize(compose, out);
}

}  // namespace dossier
