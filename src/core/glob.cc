#include "dossier/core/glob.h"

#include <optional>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// True if `c` is in the bracket expression that begins behind "[" at `at`; `at` is moved behind its "]".
std::optional<bool> match_bracket(std::string_view pattern, std::size_t& at, char32_t c) noexcept {
  std::size_t i = at;
  const bool negated = pattern[i] == '!' || pattern[i] == '^';
  if (negated) ++i;
  const std::size_t close = pattern.find(']', i + 1);
  if (close == kNone) return std::nullopt;  // never closed: "[" stands for itself
  bool found = false;
  while (i < close) {
    const DecodedCodePoint first = decode_utf8(pattern, i);
    DecodedCodePoint last = first;
    if (first.next + 1 < close && pattern[first.next] == '-') last = decode_utf8(pattern, first.next + 1);
    found |= first.code_point <= c && c <= last.code_point;
    i = last.next;
  }
  at = close + 1;
  return found != negated;
}

// Matches the segment `name` with one of a pattern's, going back to the last "*" only: what an earlier one
// could take instead, the last one can take as well.
class NameMatcher {
 public:
  explicit NameMatcher(std::string_view pattern) noexcept
      : pattern_(pattern), last_close_(pattern.rfind(']')) {}

  bool matches(std::string_view name) const noexcept {
    std::size_t p = 0, n = 0;
    std::size_t star_p = kNone, star_n = 0;
    while (true) {
      if (p < pattern_.size() && pattern_[p] == '*') {
        star_p = ++p, star_n = n;
        continue;
      }
      if (n == name.size()) return p == pattern_.size();
      const auto [c, next] = decode_utf8(name, n);
      if (const std::size_t behind = match_one(p, c, name.substr(n, next - n)); behind != kNone) {
        p = behind, n = next;
        continue;
      }
      if (star_p == kNone) return false;
      p = star_p, n = star_n = decode_utf8(name, star_n).next;
    }
  }

 private:
  // Where the pattern goes on behind its sign at `p` if that matches the character `c` of these bytes, or
  // kNone.
  std::size_t match_one(std::size_t p, char32_t c, std::string_view bytes) const noexcept {
    if (p == pattern_.size()) return kNone;
    if (pattern_[p] == '?') return p + 1;
    // Where no "]" is left, "[" is not looked into: a row of them would make that quadratic.
    if (pattern_[p] == '[' && last_close_ != kNone && p + 1 < last_close_) {
      std::size_t behind = p + 1;
      if (const auto in = match_bracket(pattern_, behind, c)) return *in ? behind : kNone;
    }
    if (pattern_[p] == '\\' && ++p == pattern_.size()) return kNone;
    const std::size_t behind = decode_utf8(pattern_, p).next;
    return pattern_.substr(p, behind - p) == bytes ? behind : kNone;
  }

  std::string_view pattern_;
  std::size_t last_close_;
};

std::string_view segment_at(std::string_view text, std::size_t start) noexcept {
  return text.substr(start, text.find('/', start) - start);
}

}  // namespace

bool glob_match(std::string_view pattern, std::string_view path) noexcept {
  if (pattern.find('/') == kNone) return NameMatcher(pattern).matches(path.substr(path.rfind('/') + 1));
  // Where the next segment of each begins; beyond the end when none is left. `deep_` is the point of return
  // of the last "**", one of which stands unwritten before a relative pattern.
  const bool anchored = pattern.front() == '/';
  std::size_t p = 0;
  std::size_t t = !anchored && path.starts_with('/') ? 1 : 0;
  std::size_t deep_p = anchored ? kNone : p, deep_t = t;
  while (p <= pattern.size() || t <= path.size()) {
    if (p <= pattern.size()) {
      const std::string_view wanted = segment_at(pattern, p);
      if (wanted == "**") {
        p += wanted.size() + 1;
        if (p > pattern.size()) return t <= path.size();
        deep_p = p, deep_t = t;
        continue;
      }
      if (t <= path.size()) {
        const std::string_view name = segment_at(path, t);
        if (NameMatcher(wanted).matches(name)) {
          p += wanted.size() + 1, t += name.size() + 1;
          continue;
        }
      }
    }
    if (deep_p == kNone || deep_t > path.size()) return false;
    deep_t += segment_at(path, deep_t).size() + 1;
    p = deep_p, t = deep_t;
  }
  return true;
}

}  // namespace dossier
