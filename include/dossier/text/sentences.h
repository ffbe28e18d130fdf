// Sentence boundaries, by the rules of Unicode (UAX 29).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dossier {

// The byte offsets at which sentences of `text` (valid UTF-8) end, ascending, the last one text.size(). Safe
// to call from several threads.
std::vector<std::size_t> sentence_ends(std::string_view text);

// How many words a text has, near enough to measure passages by: runs between white space, and one for each
// two ideographs. Costs a look at each byte.
std::size_t estimate_words(std::string_view text) noexcept;

}  // namespace dossier
