// Which document a zip is.
#pragma once

#include <string_view>

namespace dossier {

// The name of the format (formats.cc) of the document that a zip's members make up, by what they say of
// themselves; empty for a zip that is no document, or whose members cannot be seen.
std::string_view package_format(std::string_view bytes);

}  // namespace dossier
