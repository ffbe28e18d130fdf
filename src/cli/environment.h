// What the program finds around it: terminal, environment variables, where the index is.
#pragma once

#include <cstddef>
#include <string>

#include "dossier/render/terminal.h"

namespace dossier {

enum class ColorChoice { automatic, always, never };

// The index: `given` if it is not empty, else DOSSIER_INDEX, else the nearest .dossier/ here or above, else
// the user's data folder.
std::string find_index(const std::string& given);

bool is_terminal(int descriptor) noexcept;

// Columns of the terminal behind a descriptor; 80 where it does not say.
std::size_t terminal_width(int descriptor) noexcept;

// The style for a descriptor; on a terminal, paths are shown from the current folder on. NO_COLOR switches
// colour off, CLICOLOR_FORCE on, unless `choice` says.
Style style_for(int descriptor, ColorChoice choice);

// A variable of the environment; empty if it is not set.
std::string environment(const char* name);

}  // namespace dossier
