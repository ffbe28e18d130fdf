// The words that tell a language at a glance.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "dossier/text/language_detector.h"

namespace dossier {
namespace {

// Words that texts of a language are full of and those of other languages have not, in ASCII letters. Three
// of them in a glance are no chance, and looking for them costs a tenth of what detecting does.
struct TellingWords {
  std::string_view language;
  std::array<std::string_view, 18> words;
};
constexpr std::array kTelling{
    TellingWords{"en",
                 {"the", "of", "and", "that", "with", "which", "for", "this", "has", "have", "been", "from",
                  "their", "by", "are", "was", "were", "would"}},
    TellingWords{"fr",
                 {"dans", "pour", "une", "est", "sont", "nous", "avec", "cette", "ces", "leur", "leurs",
                  "sur", "aux", "du", "mais", "ont", "peut", "ainsi"}},
    TellingWords{"de",
                 {"und", "ist", "nicht", "mit", "von", "dem", "zu", "auf", "eine", "einer", "wird", "sich",
                  "durch", "auch", "sind", "werden", "nach", "bei"}},
};
constexpr int kEnoughTelling = 3;
constexpr std::size_t kLongestTelling = 7;

bool is_ascii_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool shows_language(std::string_view language, std::string_view text) noexcept {
  const auto* const known = std::find_if(kTelling.begin(), kTelling.end(),
                                         [&](const auto& row) { return row.language == language; });
  if (known == kTelling.end()) return false;
  std::uint32_t met = 0;  // a bit for each word
  std::array<char, kLongestTelling> word{};
  std::size_t length = 0;
  for (const char c : text) {
    const bool is_letter = is_ascii_letter(c);
    if (is_letter && length < word.size()) word[length] = static_cast<char>(c | 0x20);
    if (is_letter || (c & 0x80) != 0) {
      length += is_letter ? 1 : word.size() + 1;  // no word with other letters is one of them
      continue;
    }
    if (length >= 2 && length <= word.size()) {
      const std::string_view own(word.data(), length);
      const auto* const at = std::find(known->words.begin(), known->words.end(), own);
      if (at != known->words.end()) met |= 1u << (at - known->words.begin());
      if (std::popcount(met) >= kEnoughTelling) return true;
    }
    length = 0;
  }
  return false;
}

}  // namespace dossier
