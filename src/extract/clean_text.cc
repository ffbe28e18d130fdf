#include "clean_text.h"

#include <unicode/uchar.h>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr char kEscape = '\x1b';
constexpr std::size_t kMaxSequenceBytes = 4096;  // of a terminal's string sequence: a longer one is none

bool in(char c, char first, char last) {
  return first <= c && c <= last;
}

// Where the control string (title of a window, ...) whose content begins at `start` ends, or `start` if it
// does not end: at BEL or at ESC \, on its line.
std::size_t end_of_string(std::string_view text, std::size_t start) {
  const std::size_t limit = std::min(text.size(), start + kMaxSequenceBytes);
  for (std::size_t i = start; i < limit && text[i] != '\n'; ++i) {
    if (text[i] == '\a') return i + 1;
    if (text[i] == kEscape) return i + 1 < text.size() && text[i + 1] == '\\' ? i + 2 : i;
  }
  return start;
}

// The offset behind the escape sequence at `start` (ECMA-48, 5.3 to 5.6).
std::size_t end_of_escape(std::string_view text, std::size_t start) {
  std::size_t i = start + 1;
  if (i >= text.size()) return i;
  if (text[i] == '[') {
    for (++i; i < text.size() && in(text[i], '\x20', '\x3f');) ++i;
    return i < text.size() && in(text[i], '\x40', '\x7e') ? i + 1 : i;
  }
  if (text[i] == ']' || text[i] == 'P' || text[i] == '^' || text[i] == '_' || text[i] == 'X') {
    return end_of_string(text, i + 1);
  }
  while (i < text.size() && in(text[i], '\x20', '\x2f')) ++i;
  return i < text.size() && in(text[i], '\x30', '\x7e') ? i + 1 : i;
}

// What can be seen of no text: marks of direction, of where to break, of byte order.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

// Spaces at which no line breaks: how a number or a unit is set says nothing about it.
bool is_fixed_space(char32_t c) {
  return c == 0xA0 || c == 0x2007 || c == 0x202F;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

bool is_plain_control(char c) {
  return static_cast<unsigned char>(c) < 0x80 && is_control(static_cast<unsigned char>(c)) && c != '\r' &&
         c != '\v' && c != '\f' && c != kEscape;
}

// Appends what becomes of the control character at `offset`; gives the offset behind what was used up.
std::size_t replace_control(std::string_view text, std::size_t offset, std::string& out) {
  switch (text[offset]) {
    case '\r':
      out += '\n';
      return offset + (offset + 1 < text.size() && text[offset + 1] == '\n' ? 2 : 1);
    case '\v':
      out += '\n';
      return offset + 1;
    case '\f':
      out += "\n\n";
      return offset + 1;
    case kEscape:
      return end_of_escape(text, offset);
    default:
      break;
  }
  // A run of them, such as a hole of NULs, is one space.
  while (offset < text.size() && is_plain_control(text[offset])) ++offset;
  out += ' ';
  return offset;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (is_control(byte)) {
        i = replace_control(text, i, out);
        continue;
      }
      std::size_t end = i + 1;
      while (end < text.size() && text[end] >= ' ' && text[end] < 0x7F) ++end;
      out.append(text, i, end - i);
      i = end;
      continue;
    }
    const auto [c, next] = decode_utf8(text, i);
    if (c == 0x85 || c == 0x2028 || c == 0x2029) {
      out += '\n';
    } else if (is_control(c) || is_fixed_space(c)) {
      out += ' ';
    } else if (!is_invisible(c)) {
      out.append(text, i, next - i);
    }
    i = next;
  }
  return out;
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    if (u_isalnum(static_cast<UChar32>(c))) return true;
    i = next;
  }
  return false;
}

std::string bare_title(std::string_view title) {
  std::string out;
  for (const char c : title) {
    const bool stays =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (stays) out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace dossier
