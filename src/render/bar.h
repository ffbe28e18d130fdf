// Bars of histograms.
#pragma once

#include <cstddef>
#include <string>

#include "dossier/render/terminal.h"

namespace dossier {

// A bar of `part` out of `whole`, at most `width` columns; never empty for a part above none. Of '#' where
// the style has no Unicode or no width.
std::string bar(double part, double whole, std::size_t width, const Style& style);

}  // namespace dossier
