#include "tokens.h"

#include <array>

#include "dossier/core/utf8.h"

namespace dossier::dates {
namespace {

enum class Kind : std::uint8_t { space, digit, letter, mark, wide };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds[c] = c >= 0x80              ? Kind::wide
               : letter               ? Kind::letter
               : c >= '0' && c <= '9' ? Kind::digit
               : c <= ' '             ? Kind::space
                                      : Kind::mark;
  }
  return kinds;
}();

bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
}

// Beyond ASCII: punctuation and symbols part words, all else is a letter.
bool is_wide_letter(char32_t c) noexcept {
  if (c < 0xC0) return c == 0xAA || c == 0xB5;  // º and ° are marks
  if (c == 0xD7 || c == 0xF7 || is_han(c)) return false;
  // Marks of full width stand around its digits and letters.
  const bool full_width = (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
                          (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !full_width && c != 0xFFFD;
}

bool is_wide_space(char32_t c) noexcept {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

bool is_apostrophe(char32_t c) noexcept {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

// Roles that make a word worth a look at its neighbours.
bool is_trigger(const Word& word) noexcept {
  for (std::size_t i = 0; i < word.count; ++i) {
    switch (word.meanings[i].role) {
      case Role::month:
      case Role::weekday:
      case Role::season:
      case Role::relative_day:
      case Role::shifted:
      case Role::shifted_then:
      case Role::unit:
      case Role::decade:
        return true;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

const Word* Tokens::look_up(std::size_t i) const noexcept {
  const DateToken& token = tokens_[i];
  if (token.known) return token.word;
  token.known = true;
  const std::string_view word = text(i);
  if (word.size() > max_word_bytes + 8) return nullptr;
  std::array<char, max_word_bytes> buffer;
  const std::size_t length = fold_word(word, buffer);
  if (length > 0) token.word = find_word({buffer.data(), length});
  return token.word;
}

const Meaning* Tokens::find(std::size_t i, Role role, Languages languages) const noexcept {
  if (i >= tokens_.size() || tokens_[i].type != TokenType::word) return nullptr;
  const Word* word = look_up(i);
  return word == nullptr ? nullptr : word->find(role, languages);
}

std::size_t Tokens::read_word(std::size_t start, bool glued, bool line_start) {
  std::size_t i = start;
  bool cyrillic = false;
  while (i < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (kKinds[byte] == Kind::letter) {
      ++i;
      continue;
    }
    if (kKinds[byte] != Kind::wide) {
      // An apostrophe is a letter of Ukrainian: п'ятниця.
      if (byte == '\'' && cyrillic && i + 1 < text_.size() &&
          kKinds[static_cast<unsigned char>(text_[i + 1])] == Kind::wide) {
        ++i;
        continue;
      }
      break;
    }
    const auto [c, next] = decode_utf8(text_, i);
    if (is_apostrophe(c)) {
      if (!cyrillic || next >= text_.size() || kKinds[static_cast<unsigned char>(text_[next])] != Kind::wide)
        break;
    } else if (!is_wide_letter(c)) {
      break;
    }
    cyrillic = cyrillic || (c >= 0x400 && c < 0x530);
    i = next;
  }
  const unsigned char second = start + 1 < text_.size() ? static_cast<unsigned char>(text_[start + 1]) : '\0';
  const bool candidate = may_begin_word(static_cast<unsigned char>(text_[start]), second);
  tokens_.push_back({.start = static_cast<std::uint32_t>(start),
                     .end = static_cast<std::uint32_t>(i),
                     .type = TokenType::word,
                     .glued = glued,
                     .line_start = line_start});
  if (!candidate) {
    tokens_.back().known = true;
  } else if (const Word* word = look_up(tokens_.size() - 1); word != nullptr && is_trigger(*word)) {
    triggers_.push_back(static_cast<std::uint32_t>(tokens_.size() - 1));
  }
  return i;
}

std::size_t Tokens::read_number(std::size_t start, bool glued, bool line_start) {
  std::size_t i = start;
  std::int32_t value = 0;
  for (; i < text_.size() && kKinds[static_cast<unsigned char>(text_[i])] == Kind::digit; ++i) {
    value = i - start < 9 ? value * 10 + (text_[i] - '0') : -1;
  }
  triggers_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  tokens_.push_back({.start = static_cast<std::uint32_t>(start),
                     .end = static_cast<std::uint32_t>(i),
                     .type = TokenType::number,
                     .digits = static_cast<std::uint8_t>(std::min<std::size_t>(i - start, 255)),
                     .glued = glued,
                     .line_start = line_start,
                     .known = true,
                     .value = value});
  return i;
}

std::size_t Tokens::read_other(std::size_t start, bool& glued, bool& line_start) {
  const auto [c, next] = decode_utf8(text_, start);
  if (is_wide_space(c)) return glued = false, next;
  if (is_wide_letter(c)) return read_word(start, glued, line_start);
  // Digits of full width, as Chinese texts have them, would need a buffer: they are left to be marks.
  const TokenType type = is_han(c) ? TokenType::han : TokenType::mark;
  if (type == TokenType::han) triggers_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  tokens_.push_back({.start = static_cast<std::uint32_t>(start),
                     .end = static_cast<std::uint32_t>(next),
                     .type = type,
                     .glued = glued,
                     .line_start = line_start,
                     .known = true,
                     .value = static_cast<std::int32_t>(c)});
  return next;
}

void Tokens::read(std::string_view text) {
  text_ = text;
  tokens_.clear();
  triggers_.clear();
  bool glued = false;
  bool line_start = true;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t before = tokens_.size();
    switch (kKinds[byte]) {
      case Kind::space:
        line_start = line_start || byte == '\n';
        glued = false;
        ++i;
        continue;
      case Kind::letter:
        i = read_word(i, glued, line_start);
        break;
      case Kind::digit:
        i = read_number(i, glued, line_start);
        break;
      case Kind::mark:
        tokens_.push_back({.start = static_cast<std::uint32_t>(i),
                           .end = static_cast<std::uint32_t>(i + 1),
                           .type = TokenType::mark,
                           .glued = glued,
                           .line_start = line_start,
                           .known = true,
                           .value = byte});
        ++i;
        break;
      case Kind::wide:
        i = read_other(i, glued, line_start);
        break;
    }
    if (tokens_.size() > before) glued = true, line_start = false;
  }
}

}  // namespace dossier::dates
