// Characters of scripts that are written without spaces: Chinese, Japanese, Thai and others. A dictionary
// cuts their texts into words, here so and there otherwise, and by its characters a word is the same. Knows
// no index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A letter or ideograph with the marks that are written to it.
struct UnspacedCharacter {
  std::string folded;          // as words are: case, width and composition aside
  std::uint32_t position = 0;  // characters from the start of the text; one is left out before each run
  std::size_t start = 0;       // bytes into the text
  std::size_t end = 0;
};

// True for characters of those scripts.
bool is_unspaced_script(char32_t c) noexcept;

// The characters of those scripts in `text` (valid UTF-8), others left out. Positions begin at
// `first_position`. Linear in the text.
std::vector<UnspacedCharacter> unspaced_characters(std::string_view text, std::uint32_t first_position = 0);

// From how many characters on a word of the script of `character` says something inside another: two where
// characters are syllables or words, three where they are letters.
std::size_t shortest_inside(std::string_view character) noexcept;

// Calls `visit(first, last)` with the characters of `text` between which `word` stands, one after the other.
template <typename Visit>
void each_inside(const std::vector<UnspacedCharacter>& text, const std::vector<std::string>& word,
                 Visit&& visit) {
  if (word.empty()) return;
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    std::size_t n = 0;
    while (n < word.size() && text[i + n].folded == word[n] && text[i + n].position == text[i].position + n)
      ++n;
    if (n == word.size()) visit(text[i], text[i + n - 1]);
  }
}

}  // namespace dossier
