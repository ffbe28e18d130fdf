#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<unsigned char>(text[offset]);
}

// The length of the well-formed sequence at `offset`, or 0. `bad` receives the length of the maximal
// ill-formed subpart.
std::size_t sequence_length(std::string_view text, std::size_t offset, std::size_t& bad) noexcept {
  const unsigned char lead = byte_at(text, offset);
  bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  // The second byte's range depends on the lead: it excludes overlong forms, surrogates and values above
  // U+10FFFF.
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (std::size_t i = 1; i < length; ++i) {
    if (offset + i >= text.size()) return bad = i, 0;
    const unsigned char next = byte_at(text, offset + i);
    const bool fits = i == 1 ? (next >= low && next <= high) : (next & 0xC0) == 0x80;
    if (!fits) return bad = i, 0;
  }
  return length;
}

bool is_space(char32_t c) noexcept {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) noexcept {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, offset + 1};
  std::size_t bad = 0;
  const std::size_t length = sequence_length(text, offset, bad);
  if (length == 0) return {kReplacement, offset + 1};
  char32_t c = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte_at(text, offset + i) & 0x3Fu);
  return {c, offset + length};
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view bytes) noexcept {
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i, bad);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t count = 0;
  std::size_t clean_from = 0;  // what is well-formed is copied in one piece
  std::size_t i = 0;
  while (i < bytes.size()) {
    std::size_t bad = 0;
    const std::size_t length = sequence_length(bytes, i, bad);
    if (length != 0) {
      i += length;
      continue;
    }
    out.append(bytes.substr(clean_from, i - clean_from));
    append_utf8(out, kReplacement);
    ++count;
    i += bad;
    clean_from = i;
  }
  out.append(bytes.substr(clean_from));
  if (replaced != nullptr) *replaced = count;
  return out;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) noexcept {
  std::size_t end = 0;
  while (count-- > 0 && end < text.size()) end = decode_utf8(text, end).next;
  return text.substr(0, end);
}

bool is_code_point_boundary(std::string_view text, std::size_t offset) noexcept {
  return offset >= text.size() || (byte_at(text, offset) & 0xC0) != 0x80;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && !is_code_point_boundary(text, max_bytes)) --max_bytes;
  return text.substr(0, max_bytes);
}

std::string_view trim(std::string_view text) noexcept {
  std::size_t start = 0;
  while (start < text.size()) {
    const auto [c, next] = decode_utf8(text, start);
    if (!is_space(c)) break;
    start = next;
  }
  std::size_t end = text.size();
  while (end > start) {
    std::size_t last = end - 1;
    while (last > start && !is_code_point_boundary(text, last)) --last;
    if (!is_space(decode_utf8(text, last).code_point)) break;
    end = last;
  }
  return text.substr(start, end - start);
}

std::string collapse_whitespace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    if (is_space(c)) {
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

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace dossier
