// The date language on one screen, for `dossier help dates`.
#pragma once

#include <string_view>

namespace dossier {

// At most 80 columns and 48 lines, each ended by a newline.
std::string_view dates_help() noexcept;

}  // namespace dossier
