#include "dossier/text/normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr char32_t kTatweel = 0x640;

bool is_ascii(std::string_view text) noexcept {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// How much of `text` is normalised at once. The library sorts a run of marks by insertion, so that a long one
// of a hostile text would take quadratic time: it is cut, where it can be at a place that makes no
// difference.
std::size_t piece_size(const icu::Normalizer2* form, std::string_view text) noexcept {
  constexpr std::size_t kMost = 512;
  if (text.size() <= kMost) return text.size();
  for (std::size_t at = kMost; at > kMost / 2; --at) {
    if (!is_code_point_boundary(text, at)) continue;
    if (form->hasBoundaryBefore(static_cast<UChar32>(decode_utf8(text, at).code_point)) != 0) return at;
  }
  return std::max<std::size_t>(truncate_utf8(text, kMost).size(), 1);
}

std::string normalize(const icu::Normalizer2* form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = piece_size(form, rest);
    form->normalizeUTF8(0, icu::StringPiece(rest.data(), static_cast<int32_t>(size)), sink, nullptr, status);
    rest.remove_prefix(size);
  }
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
    case U'ہ':
    case U'ە':
      return "ه";
    case U'ی':  // Persian and Urdu write some letters with characters of their own
      return "ي";
    case U'ک':
      return "ك";
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
      // Macedonian ѓ and ќ carry no stress.
      return mark == 0x300 || (mark == 0x301 && base != U'г' && base != U'к') ||
             (mark == 0x308 && base == U'е');
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
    if (c != kTatweel && (!mark || !is_dropped(base, c))) {
      const std::string_view plain = plain_letter(c);
      if (type == U_DECIMAL_DIGIT_NUMBER) {
        out += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
      } else {
        out.append(plain.empty() ? std::string_view(apart).substr(i, next - i) : plain);
      }
    }
    i = next;
  }
  return out.empty() ? std::string(word) : normalize(compose, out);
}

}  // namespace dossier
