#include "dossier/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>
#include <cstdint>
#include <memory>

#include "dossier/core/utf8.h"

namespace dossier {

std::vector<std::size_t> sentence_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  if (text.empty()) return ends;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  if (U_SUCCESS(status)) {
    sentences->setText(&utext, status);
    for (int32_t end = sentences->next(); U_SUCCESS(status) && end != icu::BreakIterator::DONE;
         end = sentences->next()) {
      ends.push_back(static_cast<std::size_t>(end));
    }
  }
  utext_close(&utext);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

std::size_t estimate_words(std::string_view text) noexcept {
  enum : std::uint8_t { gap, letter, inner, ideograph };
  static constexpr auto kClasses = [] {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
      const bool is_ideograph = byte >= 0xE3 && byte <= 0xED;  // U+3000 to U+DFFF: kana, Han, hangul
      classes[byte] = byte <= ' ' ? gap : is_ideograph ? ideograph : (byte & 0xC0) == 0x80 ? inner : letter;
    }
    return classes;
  }();
  std::size_t words = 0;
  std::size_t ideographs = 0;
  bool inside = false;
  for (const char c : text) {  // without a branch: where words end cannot be foretold
    const std::uint8_t type = kClasses[static_cast<unsigned char>(c)];
    words += static_cast<std::size_t>(type == letter) & static_cast<std::size_t>(!inside);
    ideographs += static_cast<std::size_t>(type == ideograph);
    inside = (type == letter) | ((type == inner) & inside);
  }
  return words + ideographs / 2;
}

}  // namespace dossier
