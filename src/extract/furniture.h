// The furniture of pages: what stands around a text and is not of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

// True for a short line that asks for something or labels a control: donations, newsletters, sharing,
// printing, cookies, "Regenerate response". By wording alone, in a few languages; one table.
bool is_furniture(std::string_view line);

// Drops furniture blocks from the head and the tail of a document's blocks; never all of them.
void drop_furniture(std::vector<Block>& blocks);

// The title that plain paragraphs show: the last stand-alone line before the first real paragraph that reads
// like one (no sentence, no furniture), of several words and no date line if there is such a one. Empty if
// the text begins at once.
std::string guess_title(const std::vector<Block>& blocks);

}  // namespace dossier
