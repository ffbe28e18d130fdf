// What poppler does not mend by itself.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// A copy of a PDF with what keeps it from being read mended: counts of pages that are higher than the number
// of its objects, or below zero, become that number, and a file that was cut before its trailer gets one that
// names its catalog. Empty if there is nothing to mend. Linear.
std::string repaired_pdf(std::string_view bytes);

}  // namespace dossier
