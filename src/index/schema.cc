#include "dossier/index/schema.h"

#include "dossier/core/hash.h"
#include "dossier/core/utf8.h"
#include "dossier/text/fingerprints.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/stemmer.h"

namespace dossier::schema {
namespace {

constexpr std::size_t kMaxKeyBytes = 200;  // of a path or value; longer ones are hashed or cut
constexpr Day kDayBias = 1 << 23;          // makes the days of the years -20998 to 24936 positive in 24 bits

// Of fingerprints: their order is that of the numbers.
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuv";
static_assert(fingerprint_bits % 5 == 0);

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFF);
  return out;
}

// The code points of valid UTF-8 in opposite order.
void append_reversed(std::string& out, std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t start = end - 1;
    while (!is_code_point_boundary(text, start)) --start;
    out.append(text.substr(start, end - start));
    end = start;
  }
}

}  // namespace

namespace key {

std::string document(std::uint32_t number) {
  return "D" + big_endian(number, 4);
}

std::string relations(std::uint32_t number) {
  return std::string(relations_prefix) + big_endian(number, 4);
}

std::optional<std::uint32_t> relations_of(std::string_view key) noexcept {
  if (key.size() != 5 || !key.starts_with(relations_prefix)) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : key.substr(1)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::string file(std::string_view path) {
  // A hashed key begins with a byte no absolute path begins with.
  return std::string(file_prefix) + (path.size() <= kMaxKeyBytes ? std::string(path) : "#" + hash_hex(path));
}

}  // namespace key

std::string encode_number(std::uint32_t number) {
  return big_endian(number, 3);
}

std::string encode_day(Day day) {
  return big_endian(static_cast<std::uint32_t>(day + kDayBias) & 0xFFFFFF, 3);
}

std::optional<std::uint32_t> decode_number(std::string_view value) noexcept {
  if (value.size() != 3) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : value) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::optional<Day> decode_day(std::string_view value) noexcept {
  const auto number = decode_number(value);
  if (!number) return std::nullopt;
  return static_cast<Day>(*number) - kDayBias;
}

std::string reversed_term(std::string_view stem) {
  std::string term(prefix::reversed);
  term += family_of_stem(stem);
  append_reversed(term, without_family(stem));
  return term;
}

std::string reversed_word(std::string_view term) {
  const std::string_view reversed = term.substr(prefix::reversed.size());
  std::string word(family_of_stem(reversed));
  append_reversed(word, without_family(reversed));
  return word;
}

std::string id_term(std::string_view id) {
  // A NUL byte takes two bytes in Xapian's keys.
  const bool fits = id.size() <= kMaxKeyBytes && id.find('\0') == std::string_view::npos;
  return std::string(prefix::id) + (fits ? std::string(id) : "#" + hash_hex(id));
}

std::string fingerprint_term(std::uint64_t fingerprint) {
  std::string term(prefix::fingerprint);
  for (unsigned shift = fingerprint_bits; shift > 0; shift -= 5)
    term += kDigits[fingerprint >> (shift - 5) & 31];
  return term;
}

std::optional<std::uint64_t> decode_fingerprint(std::string_view term) noexcept {
  if (!term.starts_with(prefix::fingerprint) ||
      term.size() != prefix::fingerprint.size() + fingerprint_bits / 5)
    return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : term.substr(prefix::fingerprint.size())) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value << 5 | digit;
  }
  return value;
}

std::string keyword_term(std::string_view prefix, std::string_view value) {
  const std::string folded = fold_diacritics(fold_case(value));
  return std::string(prefix) + std::string(truncate_utf8(folded, kMaxKeyBytes));
}

}  // namespace dossier::schema
