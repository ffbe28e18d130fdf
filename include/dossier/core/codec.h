// A compact byte format for records: unsigned integers as LEB128, strings with their length before them. Used
// for what is stored in the index and for what extraction workers send; a reader never trusts its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

class ByteWriter {
 public:
  void u64(std::uint64_t value);  // LEB128, 1 to 10 bytes
  void i64(std::int64_t value);   // zigzag, then LEB128
  void boolean(bool value) { u64(value ? 1 : 0); }
  void string(std::string_view value);  // length, bytes
  void raw(std::string_view bytes) { bytes_.append(bytes); }

  const std::string& bytes() const noexcept { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what ByteWriter wrote. On malformed or short input every further read gives zero or empty and ok() is
// false: check it once at the end. Does not own the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) noexcept : rest_(bytes) {}

  std::uint64_t u64() noexcept;
  std::int64_t i64() noexcept;
  std::uint32_t u32() noexcept;  // fails when the value needs more than 32 bits
  bool boolean() noexcept { return u64() != 0; }
  std::string_view string() noexcept;  // a view into the bytes

  bool ok() const noexcept { return ok_; }
  bool at_end() const noexcept { return rest_.empty(); }
  std::string_view rest() const noexcept { return rest_; }
  void fail() noexcept { ok_ = false, rest_ = {}; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace dossier
