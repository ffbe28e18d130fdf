#include "pdf_hyphens.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxWordBytes = 100;

struct LastCharacter {
  char32_t c = 0;
  std::size_t start = 0;  // where it begins
};

LastCharacter last_character(std::string_view text) {
  if (text.empty()) return {};
  std::size_t start = text.size() - 1;
  while (start > 0 && !is_code_point_boundary(text, start)) --start;
  return {decode_utf8(text, start).code_point, start};
}

char32_t first_character(std::string_view text) {
  return text.empty() ? 0 : decode_utf8(text, 0).code_point;
}

bool is_hyphen(char32_t c) noexcept {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_alphanumeric(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c));
}

// Scripts that part no words by spaces: a line's end is nothing in them.
bool is_unspaced(char32_t c) noexcept {
  return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) ||
         (c >= 0x20000 && c < 0x40000) || (c >= 0x0E00 && c < 0x0F00);
}

std::string lower_case(std::string_view text) {
  icu::UnicodeString lower = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  lower.foldCase();
  std::string out;
  return lower.toUTF8String(out);
}

// The letters and digits at the end of `text`, with the hyphens between them.
std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && text.size() - start < kMaxWordBytes) {
    const auto [c, at] = last_character(text.substr(0, start));
    if (!is_alphanumeric(c) && !is_hyphen(c)) break;
    start = at;
  }
  return text.substr(start);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < std::min(text.size(), kMaxWordBytes)) {
    const auto [c, next] = decode_utf8(text, end);
    if (!is_alphanumeric(c)) break;
    end = next;
  }
  return text.substr(0, end);
}

}  // namespace

LineJoiner::LineJoiner(const std::vector<PdfLine>& lines) {
  for (const PdfLine& line : lines) {
    const std::string_view text = line.text;
    for (std::size_t hyphen = text.find('-', 1); hyphen != std::string_view::npos;
         hyphen = text.find('-', hyphen + 1)) {
      const std::string_view before = last_word(text.substr(0, hyphen));
      const std::string_view behind = first_word(text.substr(hyphen + 1));
      if (before.empty() || behind.empty()) continue;
      hyphenated_.insert(lower_case(before) + '-' + lower_case(behind));
    }
  }
}

bool is_broken_word(std::string_view text, bool soft, std::string_view next) {
  const auto [last, start] = last_character(text);
  const bool hyphen =
      is_hyphen(last) && start > 0 && is_alphanumeric(last_character(text.substr(0, start)).c);
  return (soft || hyphen) && is_alphanumeric(first_character(next));
}

void LineJoiner::append(std::string& text, bool soft, std::string_view next) const {
  if (text.empty() || next.empty() || (soft && is_broken_word(text, soft, next))) {
    text += next;
    return;
  }
  const auto [last, start] = last_character(text);
  const char32_t first = first_character(next);
  if (!is_broken_word(text, soft, next)) {
    if (!is_unspaced(last) || !is_unspaced(first)) text += ' ';
  } else {
    const std::string_view before = last_word(std::string_view(text).substr(0, start));
    const bool digits = u_isdigit(static_cast<UChar32>(first)) ||
                        (!before.empty() && u_isdigit(static_cast<UChar32>(last_character(before).c)));
    // What is all in capitals is broken like what has none.
    const auto small_form = lower_case(before);
    const bool capital =
        u_isupper(static_cast<UChar32>(first)) && !u_isupper(static_cast<UChar32>(last_character(before).c));
    const bool for_good = hyphenated_.contains(small_form + '-' + lower_case(first_word(next)));
    if (!digits && !capital && !for_good) text.resize(start);
  }
  text += next;
}

}  // namespace dossier
