#include "dossier/text/unspaced.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

constexpr std::size_t kMostMarks = 4;       // of a character: no writing has more
constexpr std::size_t kMostFolded = 40;     // bytes, so that a pair fits into a term
constexpr unsigned char kFirstLead = 0xE0;  // of UTF-8 from U+0800 on

// Marks of voice that have the width of a letter.
bool is_voice_mark(char32_t c) noexcept {
  return c == 0xFF9E || c == 0xFF9F;
}

bool is_mark(char32_t c) noexcept {
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || is_voice_mark(c);
}

// Most ideographs and kana, which folding leaves as they are.
bool is_folded(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA);
}

std::string folded(std::string_view character, char32_t first) {
  if (is_folded(first) && decode_utf8(character, 0).next == character.size()) return std::string(character);
  std::string form = fold_case(character);
  form.resize(truncate_utf8(form, kMostFolded).size());
  return form;
}

}  // namespace

bool is_unspaced_script(char32_t c) noexcept {
  if (c < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:  // marks of length and voice of kana, which are common to its scripts
      return c == 0x30FC || c == 0xFF70 || is_voice_mark(c);
  }
}

std::vector<UnspacedCharacter> unspaced_characters(std::string_view text, std::uint32_t first_position) {
  std::vector<UnspacedCharacter> found;
  std::uint32_t position = first_position;
  std::size_t run_end = text.size() + 1;  // of the run before
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < kFirstLead) {
      ++i;
      continue;
    }
    const auto [c, next] = decode_utf8(text, i);
    if (!is_unspaced_script(c) || is_mark(c)) {
      i = next;
      continue;
    }
    if (!found.empty() && i != run_end) ++position;
    std::size_t end = next;
    for (std::size_t marks = 0; end < text.size() && marks < kMostMarks; ++marks) {
      const auto [mark, behind] = decode_utf8(text, end);
      if (!is_mark(mark)) break;
      end = behind;
    }
    found.push_back({folded(text.substr(i, end - i), c), position++, i, end});
    i = run_end = end;
  }
  return found;
}

std::size_t shortest_inside(std::string_view character) noexcept {
  const char32_t c = character.empty() ? 0 : decode_utf8(character, 0).code_point;
  return c < 0x2E80 ? 3 : 2;
}

}  // namespace dossier
