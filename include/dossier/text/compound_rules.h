// Languages that write several words as one: "Gletscherabfluss", "外務省".
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier {

// How a language joins words: the linking elements that may stand between two of them, besides nothing,
// parted by spaces; the most frequent of those that its grammars list.
struct CompoundRules {
  std::string_view language;  // ISO 639-1
  std::string_view links;
  std::size_t shortest =
      4;  // code points of a word that is looked for inside another: shorter ones are there by chance
  // What stands beside a word inside another must be a word as well. Not where a dictionary cuts the text,
  // which cuts now more, now less, and not where endings are many and there is no stemmer.
  bool of_words = true;

  // Code points of the shortest compound.
  std::size_t shortest_whole() const noexcept { return shortest + (of_words ? shortest : 1); }
};

// The rules of `language`, or null where compounds are written apart (or nobody has written the rules down).
const CompoundRules* compound_rules(std::string_view language) noexcept;

}  // namespace dossier
