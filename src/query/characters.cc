#include "characters.h"

#include <unicode/uchar.h>

#include "dossier/core/utf8.h"

namespace dossier::query {

bool is_break(char32_t c) noexcept {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  const auto code = static_cast<UChar32>(c);
  return u_isUWhiteSpace(code) || u_charType(code) == U_CONTROL_CHAR || c == 0x200B || c == 0xFEFF ||
         u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL);
}

bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_letter(c) || is_digit(c);
  constexpr std::uint32_t kMask =
      U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_SO_MASK | U_GC_CO_MASK | U_GC_CN_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMask) != 0;
}

QuoteKind quote_kind(char32_t c) noexcept {
  switch (c) {
    case U'"':
    case U'\u201C':  // “
    case U'\u201D':  // ”
    case U'\u201E':  // „
    case U'\u201F':  // ‟
    case U'\uFF02':  // full width
      return QuoteKind::double_quote;
    case U'\u00AB':  // «
    case U'\u00BB':  // »
      return QuoteKind::guillemet;
    default:
      return QuoteKind::none;
  }
}

bool is_open_bracket(char32_t c) noexcept {
  return c == '(' || c == U'\uFF08';
}

bool is_close_bracket(char32_t c) noexcept {
  return c == ')' || c == U'\uFF09';
}

std::string join_by_spaces(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    if (is_break(c)) {
      pending = !out.empty();
    } else {
      if (pending) out += ' ';
      pending = false;
      out.append(text.substr(i, next - i));
    }
    i = next;
  }
  return out;
}

}  // namespace dossier::query
