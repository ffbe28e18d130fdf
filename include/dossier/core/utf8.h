// UTF-8: text inside the project is valid UTF-8, made valid once, at extraction. Offsets are bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

// One code point and where it ended. `next` is the byte offset behind it.
struct DecodedCodePoint {
  char32_t code_point;
  std::size_t next;
};

// Decodes the code point at byte `offset` of `text`, which must be valid UTF-8 with offset < text.size(). On
// an invalid byte gives U+FFFD and steps one byte, so that a loop always ends.
DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) noexcept;

// Appends `code_point` to `out`; a surrogate or a value above U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// True if `bytes` is well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view bytes) noexcept;

// `bytes` with each maximal ill-formed part replaced by one U+FFFD (Unicode 15, section 3.9, "substitution of
// maximal subparts"). `replaced`, if given, receives how many replacements were made.
std::string repair_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

// The number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text) noexcept;

// The longest prefix of `text` of at most `max_bytes` bytes that does not cut a code point.
std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) noexcept;

// The first `count` code points of `text`, or all of it.
std::string_view first_code_points(std::string_view text, std::size_t count) noexcept;

// True if byte `offset` of `text` begins a code point (or is its end).
bool is_code_point_boundary(std::string_view text, std::size_t offset) noexcept;

// `text` without white space (Unicode's White_Space, and U+200B and U+FEFF, which show as little) at either
// end.
std::string_view trim(std::string_view text) noexcept;

// `text` trimmed, each run of white space inside made one space.
std::string collapse_whitespace(std::string_view text);

// ASCII letters made lower case, all else kept.
std::string ascii_lower(std::string_view text);

}  // namespace dossier
