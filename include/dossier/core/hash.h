// Content hashing: XXH3, 128 bits, or 64 for words (libxxhash). Not cryptographic: it tells files apart, it
// proves nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dossier {

// 64 bits: for tables and signatures, where two values that fall together do no harm.
std::uint64_t hash_64(std::string_view bytes) noexcept;

// 32 lower-case hexadecimal digits.
std::string hash_hex(std::string_view bytes);

// The same, over bytes that come in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void update(std::string_view bytes);
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier
