// The dates that a passage speaks of, as blocks of text.
#pragma once

#include "dossier/search/result.h"
#include "text_output.h"

namespace dossier {

// A block a mention: "May 29 = 2023-05-29 (inferred from publication on 2023-06-02)".
void put_mentions(TextOutput& out, const HitPassage& passage, std::size_t indent);

}  // namespace dossier
