// The words of the index that were probably meant by one that it does not have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/word_table.h"

namespace dossier {

struct Correction {
  std::string text;            // a word, or two parted by a space
  double score = 0;            // logarithm of how probable it is, up to a constant
  std::uint32_t passages = 0;  // of two words those of the rarer one
  bool slips = false;          // letters differ
};

// The words that may be meant by `word` (case-folded), best first, eight at most: some slips away (a letter
// too many, missing, other or swapped), two words written together, or typed with the keyboard switched to
// the other script. Only what stands in `fewest` passages or more. Looks at those words of the table whose
// beginnings are not too far already.
std::vector<Correction> corrections_of(const WordTable& words, std::string_view word, std::uint32_t fewest);

// Whether `word` is rather a slip of `name` than another name. Many names are two letters apart (Вучић and
// Васић), and to exchange a consonant makes another of most: in short ones a single slip is forgiven, and
// none of that kind but between keys side by side.
bool may_be_slip_of_name(std::string_view word, std::string_view name);

// The passages of a word in any spelling, and the most frequent of its written forms.
struct ListedWord {
  std::string_view written;
  std::uint32_t passages = 0;
};
ListedWord find_listed(const WordTable& words, std::string_view meeting) noexcept;

}  // namespace dossier
