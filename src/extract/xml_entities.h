// Entities of XML, before it is read as XML.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// `xml` (valid UTF-8) with its references to entities resolved: those that it declares itself as plain text,
// HTML's by their names. What is declared by other entities, elsewhere or not at all stays as it is written.
// XML's own five and numbers are left to the reader. Gives an empty string where there is nothing to resolve.
// Linear.
std::string with_entities(std::string_view xml);

}  // namespace dossier
