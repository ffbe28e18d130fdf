#include "glass_encoding.h"

#include <bit>

#include "dossier/core/error.h"

namespace dossier::glass {
namespace {

// Numbers below a bound in as few bits as it allows, least significant bits first.
class BitWriter {
 public:
  explicit BitWriter(char* at) : at_(at) {}

  void put(std::uint64_t value, std::uint64_t out_of) noexcept {
    const auto width = static_cast<unsigned>(std::bit_width(out_of - 1));
    const std::uint64_t spare = (1ull << width) - out_of;
    if (spare == 0) return bits(value, width);
    const std::uint64_t middle = (out_of - spare) / 2;
    if (value < middle) return bits(value, width);
    if (value < middle + spare) return bits(value, width - 1);
    bits((value - middle - spare) | 1ull << (width - 1), width);
  }

  char* finish() noexcept {
    if (held_ > 0) *at_++ = static_cast<char>(bits_);
    return at_;
  }

 private:
  void bits(std::uint64_t value, unsigned width) noexcept {
    bits_ |= value << held_;
    for (held_ += width; held_ >= 8; held_ -= 8, bits_ >>= 8) *at_++ = static_cast<char>(bits_);
  }

  char* at_;
  std::uint64_t bits_ = 0;
  unsigned held_ = 0;  // below 8 between two calls
};

class BitReader {
 public:
  explicit BitReader(std::string_view in) : in_(in) {}

  std::uint64_t get(std::uint64_t out_of) {
    const auto width = static_cast<unsigned>(std::bit_width(out_of - 1));
    const std::uint64_t spare = (1ull << width) - out_of;
    if (spare == 0) return bits(width);
    const std::uint64_t middle = (out_of - spare) / 2;
    const std::uint64_t low = bits(width - 1);
    if (low >= middle) return low;  // the last bit was spared
    return bits(1) == 0 ? low : low + middle + spare;
  }

 private:
  std::uint64_t bits(unsigned width) {
    while (held_ < width) {
      if (in_.empty()) throw_damaged("a position list");
      bits_ |= static_cast<std::uint64_t>(static_cast<unsigned char>(in_[0])) << held_;
      in_.remove_prefix(1);
      held_ += 8;
    }
    const std::uint64_t value = bits_ & ((1ull << width) - 1);
    bits_ >>= width;
    held_ -= width;
    return value;
  }

  std::string_view in_;
  std::uint64_t bits_ = 0;
  unsigned held_ = 0;
};

// The positions between two that are known, the middle one first. As deep as the logarithm of their number.
template <typename Code>
void interpolate(std::span<std::uint32_t> known, const Code& code) {
  if (known.size() < 3) return;
  const std::size_t last = known.size() - 1;
  const std::size_t middle = last / 2;
  const std::uint64_t least = known[0] + middle;
  const std::uint64_t out_of = std::uint64_t{known[last]} - known[0] - last + 1;
  code(known[middle], least, out_of);
  interpolate(known.first(middle + 1), code);
  interpolate(known.subspan(middle), code);
}

}  // namespace

void throw_damaged(const char* what) {
  throw Error(ErrorCode::no_index, std::string("the index is damaged: ") + what + " cannot be read",
              "'dossier check' tells more; index again into a new folder");
}

void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out.append(bytes);
}

void append_uint_last(std::string& out, std::uint32_t value) {
  for (; value > 0; value >>= 8) out.push_back(static_cast<char>(value));
}

void append_sortable(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value));
    return;
  }
  // n bytes hold 7n + 1 bits, 3 to 5 of them; the first begins with n - 2 ones.
  unsigned bytes = 3;
  while (bytes < 5 && value >> (7 * bytes + 1) != 0) ++bytes;
  const unsigned ones = 0xFF00u >> (bytes - 2) & 0xFFu;
  const std::uint64_t wide = value;
  out.push_back(static_cast<char>(ones | wide >> (8 * (bytes - 1))));
  for (unsigned i = bytes - 1; i > 0; --i) out.push_back(static_cast<char>(wide >> (8 * (i - 1))));
}

void append_term(std::string& out, std::string_view term) {
  for (std::size_t zero; (zero = term.find('\0')) != std::string_view::npos; term.remove_prefix(zero + 1)) {
    out.append(term.substr(0, zero + 1));
    out.push_back('\xFF');
  }
  out.append(term);
}

std::uint64_t take_long_uint(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in[0]);
    in.remove_prefix(1);
    value |= std::uint64_t{byte & 127u} << shift;
    if (byte < 128) return value;
  }
  throw_damaged("a number");
}

std::string_view take_bytes(std::string_view& in, std::uint64_t count) {
  if (count > in.size()) throw_damaged("a string");
  const std::string_view bytes = in.substr(0, count);
  in.remove_prefix(count);
  return bytes;
}

std::uint32_t take_sortable(std::string_view& in) {
  if (in.size() < 2) throw_damaged("a number in a key");
  const auto first = static_cast<unsigned char>(in[0]);
  const auto ones = static_cast<unsigned>(std::countl_one(first));
  const std::size_t bytes = ones == 0 ? 2 : ones + 2;
  if (bytes > 5 || in.size() < bytes) throw_damaged("a number in a key");
  std::uint64_t value = first & (0x7Fu >> ones);
  for (std::size_t i = 1; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(in[i]);
  in.remove_prefix(bytes);
  return static_cast<std::uint32_t>(value);
}

char* put_positions(char* at, std::span<const std::uint32_t> positions) noexcept {
  at = put_uint(at, positions.back());
  if (positions.size() == 1) return at;
  BitWriter writer(at);
  writer.put(positions.front(), positions.back());
  writer.put(positions.size() - 2, positions.back() - positions.front());
  // Writing changes none of them.
  const std::span<std::uint32_t> known(const_cast<std::uint32_t*>(positions.data()), positions.size());
  interpolate(known, [&](const std::uint32_t& middle, std::uint64_t least, std::uint64_t out_of) {
    writer.put(middle - least, out_of);
  });
  return writer.finish();
}

std::vector<std::uint32_t> read_positions(std::string_view packed) {
  const auto last = static_cast<std::uint32_t>(take_uint(packed));
  if (packed.empty()) return {last};
  BitReader reader(packed);
  const auto first = static_cast<std::uint32_t>(reader.get(last));
  std::vector<std::uint32_t> positions(reader.get(last - first) + 2);
  positions.front() = first;
  positions.back() = last;
  interpolate(std::span(positions), [&](std::uint32_t& middle, std::uint64_t least, std::uint64_t out_of) {
    middle = static_cast<std::uint32_t>(least + reader.get(out_of));
  });
  return positions;
}

}  // namespace dossier::glass
