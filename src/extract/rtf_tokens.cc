#include "rtf_tokens.h"

#include <algorithm>

namespace dossier {
namespace {

constexpr std::size_t kMaxWordBytes = 32;  // of a control word; RTF has none longer
constexpr int kMaxNumber = 1'000'000'000;  // what is more is held to this

bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

int hex_digit(char c) noexcept {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

bool RtfTokens::next() {
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_];
    token_ = {};
    if (c == '{' || c == '}') {
      token_.kind = c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close;
      ++at_;
      return true;
    }
    if (c == '\r' || c == '\n' || c == '\0') {
      ++at_;
      continue;
    }
    if (c == '\\') {
      if (read_control()) return true;
      continue;
    }
    using namespace std::string_view_literals;
    const std::size_t end = std::min(bytes_.find_first_of("\\{}\r\n\0"sv, at_), bytes_.size());
    token_.text = bytes_.substr(at_, end - at_);
    at_ = end;
    return true;
  }
  return false;
}

bool RtfTokens::read_control() {
  if (++at_ >= bytes_.size()) return false;
  const char c = bytes_[at_];
  if (is_letter(c)) return read_word();
  token_.kind = RtfToken::Kind::sign;
  token_.text = bytes_.substr(at_++, 1);
  if (c != '\'') return true;
  token_.kind = RtfToken::Kind::byte;
  const int high = at_ < bytes_.size() ? hex_digit(bytes_[at_]) : -1;
  const int low = at_ + 1 < bytes_.size() ? hex_digit(bytes_[at_ + 1]) : -1;
  token_.number = high >= 0 && low >= 0 ? high * 16 + low : -1;
  at_ += high < 0 ? 0 : low < 0 ? 1 : 2;
  return true;
}

bool RtfTokens::read_word() {
  const std::size_t start = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
  token_.kind = RtfToken::Kind::word;
  token_.text = bytes_.substr(start, std::min(at_ - start, kMaxWordBytes));
  const bool negative = at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
  if (negative) ++at_;
  if (at_ < bytes_.size() && is_digit(bytes_[at_])) {
    int number = 0;
    for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_) {
      number = number >= kMaxNumber / 10 ? kMaxNumber : number * 10 + (bytes_[at_] - '0');
    }
    token_.number = negative ? -number : number;
  }
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token_.text == "bin" && token_.number.value_or(0) > 0) {
    at_ += std::min(static_cast<std::size_t>(*token_.number), bytes_.size() - at_);
    return false;
  }
  return true;
}

}  // namespace dossier
