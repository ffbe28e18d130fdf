// How Xapian's glass tables write integers, strings and positions: what the writer of tables and their reader
// share. Names of the encodings are Xapian's. Strings to be read are an index's own: a reader that meets
// bytes which cannot be throws Error(no_index).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::glass {

// pack_uint: base 128, the least significant group first.
inline constexpr std::size_t max_uint_bytes = 10, max_uint32_bytes = 5;
inline char* put_uint(char* at, std::uint64_t value) noexcept {
  for (; value >= 128; value >>= 7) *at++ = static_cast<char>(value | 128);
  *at++ = static_cast<char>(value);
  return at;
}
inline void append_uint(std::string& out, std::uint64_t value) {
  char bytes[max_uint_bytes];
  out.append(bytes, put_uint(bytes, value));
}
// pack_string: its length, then its bytes.
void append_string(std::string& out, std::string_view bytes);
// pack_uint_last: as few bytes as it needs, the least significant first; what ends a key.
void append_uint_last(std::string& out, std::uint32_t value);
// pack_uint_preserving_sort: bytes sort as the numbers do.
void append_sortable(std::string& out, std::uint32_t value);
// pack_string_preserving_sort without the ending zero byte that `append_term_end` writes.
void append_term(std::string& out, std::string_view term);
inline void append_term_end(std::string& out) {
  out.push_back('\0');
}

// Takes what it reads off the front of `in`.
std::uint64_t take_long_uint(std::string_view& in);
inline std::uint64_t take_uint(std::string_view& in) {
  if (in.empty() || static_cast<unsigned char>(in[0]) >= 128) return take_long_uint(in);
  const auto value = static_cast<std::uint64_t>(in[0]);
  in.remove_prefix(1);
  return value;
}
std::string_view take_bytes(std::string_view& in, std::uint64_t count);
std::uint32_t take_sortable(std::string_view& in);

// A position list: ascending, each once, at least one. Interpolative coding, as the position table holds it.
// Takes at most so many bytes at `at`; gives their end.
constexpr std::size_t max_positions_bytes(std::size_t positions) noexcept {
  return max_uint32_bytes + 1 + sizeof(std::uint32_t) * positions;
}
char* put_positions(char* at, std::span<const std::uint32_t> positions) noexcept;
std::vector<std::uint32_t> read_positions(std::string_view packed);

[[noreturn]] void throw_damaged(const char* what);

}  // namespace dossier::glass
