// What decoded text is freed of before anything else looks at it.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// Valid UTF-8 in and out. CR and CRLF, vertical tabs, U+0085, U+2028 and U+2029 become newlines, a form feed
// an empty line; terminal escape sequences go; other control characters but tab become spaces, a run of them
// one; so do the spaces that do not break; soft hyphens, byte order marks, zero-width spaces and directional
// controls go (the joiners U+200C and U+200D stay: they are part of words). Linear.
std::string clean_text(std::string_view text);

// True if valid UTF-8 holds a letter, ideograph or digit of any script.
bool has_word(std::string_view text);

// Letters and digits alone, ASCII in lower case: what stays the same when two places write one title.
std::string bare_title(std::string_view title);

}  // namespace dossier
