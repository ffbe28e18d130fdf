// Any bytes at all through repair_utf8, held against ICU's own repair and against the definition.
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/core/utf8.h"

namespace {

void check(bool holds) {
  if (!holds) __builtin_trap();
}

std::string repair_with_icu(std::string_view bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())))
      .toUTF8String(out);
  return out;
}

// Decodes all of it; gives the number of steps.
std::size_t walk(std::string_view text) {
  std::size_t steps = 0;
  for (std::size_t i = 0; i < text.size(); ++steps) {
    const std::size_t next = dossier::decode_utf8(text, i).next;
    check(next > i && next <= text.size());
    i = next;
  }
  return steps;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::size_t replaced = 0;
  const std::string text = dossier::repair_utf8(bytes, &replaced);
  check(dossier::is_valid_utf8(text));
  check(text == repair_with_icu(bytes));
  check((replaced == 0) == dossier::is_valid_utf8(bytes));
  if (replaced == 0) check(text == bytes);
  check(dossier::repair_utf8(text) == text);
  // Linear: a replacement for a byte at most, a step for a byte at most, and what stands behind an ASCII byte
  // does not depend on what stands before it.
  check(replaced <= size && text.size() <= 3 * size);
  check(walk(bytes) <= size && walk(text) == dossier::count_code_points(text));
  check(dossier::repair_utf8(std::string(bytes) + "\n" + std::string(bytes)) == text + "\n" + text);
  for (const std::size_t most : {size / 2, size / 3}) {
    const std::string_view cut = dossier::truncate_utf8(text, most);
    check(cut.size() <= most && dossier::is_valid_utf8(cut));
    check(cut.size() + 4 > most || cut.size() == text.size());
  }
  const std::string_view trimmed = dossier::trim(text);
  check(dossier::is_valid_utf8(trimmed) && dossier::trim(trimmed) == trimmed);
  const std::string collapsed = dossier::collapse_whitespace(text);
  check(dossier::is_valid_utf8(collapsed) && dossier::collapse_whitespace(collapsed) == collapsed);
  check(dossier::collapse_whitespace(trimmed) == collapsed);
  return 0;
}
