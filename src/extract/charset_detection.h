// Which charset bytes without a byte order mark are in. Heuristics over bytes; knows no converter.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// The charset that a byte order mark names, and the mark's length in bytes; an empty name if there is none.
struct ByteOrderMark {
  std::string_view charset;
  std::size_t length = 0;
};
ByteOrderMark byte_order_mark(std::string_view bytes);

// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" by where the NULs stand; empty if it is none of them.
std::string_view wide_charset(std::string_view bytes);

// A 7-bit charset by its escape sequences (ISO-2022-JP, -KR, -CN, HZ); empty if it is none of them.
std::string_view escape_charset(std::string_view bytes);

// True if the bytes read as letters and spaces of EBCDIC, and not of ASCII.
bool is_ebcdic(std::string_view bytes);

// How the bytes above 127 fit UTF-8.
struct Utf8Fit {
  std::size_t fitting = 0;  // bytes of well-formed sequences
  std::size_t broken = 0;   // other bytes above 127
};
Utf8Fit utf8_fit(std::string_view bytes);

// A legacy charset by the statistics of its language (uchardet); empty if they do not tell.
std::string legacy_charset(std::string_view bytes);

}  // namespace dossier
