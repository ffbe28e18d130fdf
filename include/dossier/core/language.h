// Languages by their ISO 639 codes.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// A language as a file names it ("en-US", "DEU", "sr_Latn", "de, fr") as its ISO 639-1 code, or 639-3 where
// there is none, in lower case; empty if it names none. Only the first of several is taken; script and region
// are dropped.
std::string normalize_language(std::string_view tag);

}  // namespace dossier
