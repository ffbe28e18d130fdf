// The query language on one screen: what `dossier help query` prints.
#pragma once

#include <string_view>

namespace dossier {

// At most 40 lines of at most 80 columns, ending in a newline. Plain text.
std::string_view query_help() noexcept;

}  // namespace dossier
