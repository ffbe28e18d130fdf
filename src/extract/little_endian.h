// Numbers in binary files, the lowest byte first. What lies outside the bytes is 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

inline std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) noexcept {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

inline std::uint32_t u8_at(std::string_view bytes, std::size_t at) noexcept {
  return little_endian(bytes, at, 1);
}
inline std::uint32_t u16_at(std::string_view bytes, std::size_t at) noexcept {
  return little_endian(bytes, at, 2);
}
inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) noexcept {
  return little_endian(bytes, at, 4);
}

}  // namespace dossier
