#include "mixed_charset.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "charset_detection.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// Of 180 legacy texts at most 13 % of the bytes above 127 stood on lines that are UTF-8 by chance.
constexpr std::size_t kCleanPercent = 25;
constexpr std::size_t kMinCleanBytes = 20;
constexpr std::string_view kWestern = "windows-1252";
constexpr std::string_view kReplacement = "\uFFFD";

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

template <typename Visit>
void each_line(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    visit(line);
    text.remove_prefix(line.size());
  }
}

bool is_foreign(const Utf8Fit& fit) {
  return fit.broken > 0 && fit.broken >= fit.fitting;
}

// What each byte above 127 stands for in a charset of single bytes; U+FFFD for what it does not have.
std::array<std::string, 128> upper_half(const std::string& charset) {
  std::array<std::string, 128> half;
  for (std::size_t i = 0; i < half.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    const auto decoded = decode_as({&byte, 1}, charset);
    // Controls stand for bytes that the charset leaves open.
    const bool fits = decoded && decoded->replaced == 0 && decode_utf8(decoded->text, 0).code_point >= 0xA0;
    half[i] = fits ? decoded->text : std::string(kReplacement);
  }
  return half;
}

// Whether loose bytes are what is left of characters of UTF-8: a first byte with one that follows it.
bool is_damage(std::string_view loose) {
  for (std::size_t i = 0; i + 1 < loose.size(); ++i) {
    if (byte_at(loose, i) >= 0xC0 && byte_at(loose, i + 1) < 0xC0) return true;
  }
  return false;
}

// The charset of the lines that are hardly any UTF-8; empty if there are none.
std::string foreign_charset(std::string_view bytes, std::string_view declared) {
  std::string foreign;
  each_line(bytes, [&](std::string_view line) {
    if (is_foreign(utf8_fit(line))) foreign.append(line);
  });
  if (foreign.empty()) return {};
  return decode_text(foreign, declared).encoding;
}

class MixedText {
 public:
  explicit MixedText(const std::string& charset) : loose_(upper_half(charset)) {}

  void add_line(std::string_view line) {
    std::size_t clean_from = 0;
    for (std::size_t i = 0; i < line.size();) {
      const std::size_t end = loose_end(line, i);
      if (end == i) {
        i = byte_at(line, i) < 0x80 ? i + 1 : decode_utf8(line, i).next;
        continue;
      }
      decoded_.text.append(line.substr(clean_from, i - clean_from));
      add_loose(line.substr(i, end - i));
      i = clean_from = end;
    }
    decoded_.text.append(line.substr(clean_from));
  }

  void add(const DecodedText& other) {
    decoded_.text.append(other.text);
    decoded_.replaced += other.replaced;
  }

  DecodedText take() { return std::move(decoded_); }

 private:
  // The end of the bytes at `from` that belong to no character.
  static std::size_t loose_end(std::string_view line, std::size_t from) {
    std::size_t end = from;
    // A character that fits takes two bytes or more, one that does not is stepped over byte by byte.
    while (end < line.size() && byte_at(line, end) >= 0x80 && decode_utf8(line, end).next <= end + 1) ++end;
    return end;
  }

  void add_loose(std::string_view loose) {
    if (is_damage(loose)) return add(as_utf8(loose));
    for (const char byte : loose) {
      const std::string& character = loose_[static_cast<unsigned char>(byte) - 0x80u];
      decoded_.replaced += character == kReplacement;
      decoded_.text.append(character);
    }
  }

  std::array<std::string, 128> loose_;
  DecodedText decoded_{.encoding = "UTF-8"};
};

}  // namespace

bool has_utf8_lines(std::string_view bytes) {
  std::size_t clean = 0;
  std::size_t all = 0;
  each_line(bytes, [&](std::string_view line) {
    const Utf8Fit fit = utf8_fit(line);
    all += fit.fitting + fit.broken;
    if (fit.broken == 0) clean += fit.fitting;
  });
  return clean >= kMinCleanBytes && clean * 100 >= all * kCleanPercent;
}

DecodedText decode_mixed(std::string_view bytes, std::string_view declared) {
  const std::string foreign = foreign_charset(bytes, declared);
  const bool is_legacy = !ascii_lower(declared).starts_with("utf") && decode_as("A", std::string(declared));
  MixedText text{std::string(is_legacy ? declared : kWestern)};
  each_line(bytes, [&](std::string_view line) {
    std::optional<DecodedText> whole;
    if (!foreign.empty() && is_foreign(utf8_fit(line))) whole = decode_as(line, foreign);
    whole ? text.add(*whole) : text.add_line(line);
  });
  return text.take();
}

}  // namespace dossier
