// Languages that write several words as one: "Gletscherabfluss".
#pragma once

#include <string_view>

namespace dossier {

// How a language joins words: the linking elements that may stand between two of them, besides nothing,
// parted by spaces; the most frequent of those that its grammars list.
struct CompoundRules {
  std::string_view language;  // ISO 639-1
  std::string_view links;
};

// The rules of `language`, or null where compounds are written apart (or nobody has written the rules down).
const CompoundRules* compound_rules(std::string_view language) noexcept;

// Letters of the shortest word that is looked for inside another: shorter ones stand in any word by chance.
inline constexpr std::size_t min_compound_part = 4;

}  // namespace dossier
