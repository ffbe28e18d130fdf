// A text as comparison sees it: words told apart by number, and what each of them is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dossier/text/comparison.h"

namespace dossier {

struct ComparedWord {
  std::uint64_t number = 0;  // of its form, case and accents dropped
  std::uint32_t start = 0;   // bytes into the text
  std::uint32_t end = 0;
  bool has_digit = false;
  bool in_date = false;
  bool is_name = false;  // begins with a capital, or is of a script without capitals
  bool is_negation = false;
  bool is_function = false;
  bool opens_block = false;
};

// Compounds come as their parts.
std::vector<ComparedWord> compared_words(const ComparedText& text, Analyzer& analyzer);

// Whether one is the other misspelt or spelt otherwise, by its forms: one letter more, fewer, other or
// swapped, in words of four letters and more; and one letter for two in longer ones, as scanning does ("rn",
// "m"). Numbers are not misspelt.
bool is_misspelling(std::string_view a, std::string_view b);

}  // namespace dossier
