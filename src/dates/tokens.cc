#include "tokens.h"

#include <algorithm>
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

Kind kind_of(char c) noexcept {
  return kKinds[static_cast<unsigned char>(c)];
}

// Cyrillic letters of Russian, Ukrainian and Serbian have two bytes with these first.
bool leads_cyrillic(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xD0 && byte <= 0xD3;
}

bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
}

// The digit of full width, as Chinese texts have it; -1 for others.
int wide_digit(char32_t c) noexcept {
  return c >= 0xFF10 && c <= 0xFF19 ? static_cast<int>(c - 0xFF10) : -1;
}

// Beyond ASCII: punctuation and symbols part words, all else is a letter.
bool is_wide_letter(char32_t c) noexcept {
  if (c < 0xC0) return c == 0xB5;  // º, ª and ° are marks
  if (c == 0xD7 || c == 0xF7 || is_han(c)) return false;
  // Marks of full width stand around its digits and letters.
  const bool full_width_mark =
      (c >= 0xFF00 && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !full_width_mark && c != 0xFFFD;
}

bool is_wide_space(char32_t c) noexcept {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

bool is_apostrophe(char32_t c) noexcept {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

// A single letter, of one or two bytes.
bool is_initial(std::string_view word) noexcept {
  return word.size() == 1 || (word.size() == 2 && static_cast<unsigned char>(word[0]) >= 0xC0);
}

}  // namespace

const Word* Tokens::look_up(std::size_t i) const noexcept {
  if (i >= tokens_.size()) return nullptr;
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
  const Word* word = look_up(i);
  return word == nullptr ? nullptr : word->find(role, languages);
}

Reading Tokens::ahead(std::size_t i, Role role, Languages languages) const noexcept {
  const Word* word = look_up(i);
  if (word == nullptr) return {};
  if (word->begins_phrase) {
    for (const Phrase& phrase : phrases(role)) {
      if (phrase.words.front() != word || (phrase.meaning.languages & languages) == 0) continue;
      if (const std::size_t end = end_of_phrase(phrase, i); end > i) return {&phrase.meaning, i, end};
    }
  }
  if (const Meaning* meaning = word->find(role, languages)) return {meaning, i, i + 1};
  return {};
}

Reading Tokens::behind(std::size_t i, Role role, Languages languages) const noexcept {
  const Word* word = i == 0 ? nullptr : look_up(i - 1);
  if (word == nullptr) return {};
  if (word->ends_phrase) {
    for (const Phrase& phrase : phrases(role)) {
      if (phrase.words.back() != word || (phrase.meaning.languages & languages) == 0) continue;
      if (const std::size_t start = start_of_phrase(phrase, i); start < i) return {&phrase.meaning, start, i};
    }
  }
  if (const Meaning* meaning = word->find(role, languages)) return {meaning, i - 1, i};
  return {};
}

// Whether a full stop, hyphen or apostrophe is glued to what stands before it.
bool Tokens::joins(std::size_t i) const noexcept {
  const DateToken& token = at(i);
  if (i >= tokens_.size() || token.type != TokenType::mark || !token.glued) return false;
  const auto c = static_cast<char32_t>(token.value);
  return c == '.' || c == '-' || is_apostrophe(c);
}

// The token behind the phrase that begins at `i`; `i` if it does not.
std::size_t Tokens::end_of_phrase(const Phrase& phrase, std::size_t i) const noexcept {
  const bool initials = is_initial(text(i));
  bool abbreviated = false;
  std::size_t at = i;
  for (const Word* word : phrase.words) {
    if (at > i && joins(at)) {
      abbreviated = abbreviated || this->at(at).value == '.';
      ++at;
      if (joins(at)) ++at;  // J.-C.
    } else if (at > i && initials && is_initial(text(at - 1))) {
      return i;
    }
    if (look_up(at) != word) return i;
    ++at;
  }
  // The full stop behind all of it belongs to it where the parts have theirs.
  return abbreviated && joins(at) && this->at(at).value == '.' ? at + 1 : at;
}

std::size_t Tokens::start_of_phrase(const Phrase& phrase, std::size_t i) const noexcept {
  std::size_t at = i;
  for (std::size_t k = phrase.words.size(); k-- > 0;) {
    if (at == 0 || look_up(at - 1) != phrase.words[k]) return i;
    --at;
    if (k > 0 && at > 0 && joins(at - 1)) --at;
  }
  return at;
}

DateToken& Tokens::push(TokenType type, std::size_t start, std::size_t end) {
  DateToken& token = tokens_.emplace_back();
  token.start = static_cast<std::uint32_t>(start);
  token.end = static_cast<std::uint32_t>(end);
  token.type = type;
  token.glued = glued_;
  token.line_start = line_start_;
  token.known = type != TokenType::word;
  glued_ = true;
  line_start_ = false;
  return token;
}

// The end of the letters that begin at `start`. An apostrophe is a letter of Ukrainian: п'ятниця.
std::size_t Tokens::end_of_word(std::size_t start) const noexcept {
  std::size_t i = start;
  bool cyrillic = false;
  while (i < text_.size()) {
    const Kind kind = kind_of(text_[i]);
    if (kind == Kind::letter) {
      ++i;
      continue;
    }
    if (kind == Kind::wide && leads_cyrillic(text_[i]) && i + 1 < text_.size()) {
      cyrillic = true;
      i += 2;
      continue;
    }
    if (kind != Kind::wide && text_[i] != '\'') break;
    const auto [c, next] = decode_utf8(text_, i);
    if (is_apostrophe(c) ? !(cyrillic && next < text_.size() && leads_cyrillic(text_[next]))
                         : !is_wide_letter(c))
      break;
    i = next;
  }
  return i;
}

std::size_t Tokens::read_word(std::size_t start) {
  const std::size_t end = end_of_word(start);
  push(TokenType::word, start, end);
  if ((may_trigger(text_.substr(start, end - start)) & languages_) == 0) return end;
  const std::size_t i = tokens_.size() - 1;
  const Word* word = look_up(i);
  if (word != nullptr && (word->triggers & languages_) != 0)
    triggers_.push_back(static_cast<std::uint32_t>(i));
  return end;
}

std::size_t Tokens::read_number(std::size_t start) {
  std::size_t i = start;
  std::size_t digits = 0;
  std::int32_t value = 0;
  while (i < text_.size()) {
    int digit = text_[i] - '0';
    std::size_t next = i + 1;
    if (kind_of(text_[i]) == Kind::wide) {
      const DecodedCodePoint decoded = decode_utf8(text_, i);
      digit = wide_digit(decoded.code_point);
      next = decoded.next;
    }
    if (digit < 0 || digit > 9) break;
    value = digits < 9 ? value * 10 + digit : -1;
    ++digits;
    i = next;
  }
  triggers_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  DateToken& token = push(TokenType::number, start, i);
  token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
  token.value = value;
  return i;
}

// Whatever begins with a byte beyond ASCII.
std::size_t Tokens::read_wide(std::size_t start) {
  if (leads_cyrillic(text_[start])) return read_word(start);
  const auto [c, next] = decode_utf8(text_, start);
  if (is_wide_space(c)) return glued_ = false, next;
  if (is_wide_letter(c)) return read_word(start);
  if (wide_digit(c) >= 0) return read_number(start);
  const bool han = is_han(c);
  if (han && may_trigger(c)) triggers_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  push(han ? TokenType::han : TokenType::mark, start, next).value = static_cast<std::int32_t>(c);
  return next;
}

void Tokens::read(std::string_view text, Languages languages) {
  text_ = text;
  languages_ = languages;
  glued_ = false;
  line_start_ = true;
  tokens_.clear();
  triggers_.clear();
  for (std::size_t i = 0; i < text.size();) {
    switch (kind_of(text[i])) {
      case Kind::space:
        line_start_ = line_start_ || text[i] == '\n';
        glued_ = false;
        ++i;
        break;
      case Kind::letter:
        i = read_word(i);
        break;
      case Kind::digit:
        i = read_number(i);
        break;
      case Kind::mark:
        push(TokenType::mark, i, i + 1).value = static_cast<unsigned char>(text[i]);
        ++i;
        break;
      case Kind::wide:
        i = read_wide(i);
        break;
    }
  }
}

}  // namespace dossier::dates
