// The names that one place has in different languages: Kyiv and Киев, Germany and Deutschland. Countries and
// languages as ICU (Unicode CLDR) names them, other places from a table of our own. Built in, nothing is
// loaded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// Other names of what `form` (accents dropped, lower case) is a name of, as forms of the same kind; those of
// languages and peoples too ("polish"). Of one place first, nothing twice.
std::vector<std::string_view> exonyms_of(std::string_view form);

// The forms of the table that begin so; for names that are inflected.
std::vector<std::string_view> exonyms_beginning(std::string_view start);

// Names that stand for themselves alone, since they name too much: "georgia", "chad", "jordan".
bool is_never_joined(std::string_view form);

// Names that are common words when written small: "turkey", "china", "polish".
bool is_name_only_capitalised(std::string_view form);

// An adjective or the name of a language, which many languages write small.
bool is_adjective(std::string_view form);

}  // namespace dossier
