// Function words: articles, prepositions, pronouns, which a query need not find everywhere. They are indexed
// like any word.
#pragma once

#include <string_view>

namespace dossier {

// True if `word` (accents folded, lower case) is a function word of one of the languages we have a table for.
bool is_function_word(std::string_view word) noexcept;

}  // namespace dossier
