#include "dossier/core/codec.h"

namespace dossier {

void ByteWriter::u64(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes_ += static_cast<char>(value);
}

void ByteWriter::i64(std::int64_t value) {
  u64((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::string(std::string_view value) {
  u64(value.size());
  bytes_.append(value);
}

std::uint64_t ByteReader::u64() noexcept {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

std::int64_t ByteReader::i64() noexcept {
  const std::uint64_t value = u64();
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::uint32_t ByteReader::u32() noexcept {
  const std::uint64_t value = u64();
  if (value > 0xFFFFFFFFu) return fail(), 0;
  return static_cast<std::uint32_t>(value);
}

std::string_view ByteReader::string() noexcept {
  const std::uint64_t size = u64();
  if (size > rest_.size()) return fail(), std::string_view{};
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

}  // namespace dossier
