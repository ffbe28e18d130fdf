// Where the text of a document may show when it was published.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

// The lines near the top and at the foot that may hold a date, as claims of one: (where from, as written),
// those nearer to the top first. "text:title" is the title, "text:dateline" a line near the top that stands
// for itself, "text:line" one that may be a part of a paragraph with its line breaks kept, "text:foot" one of
// the last. Of a long line it is the beginning. Meant for texts without markup; the lines of web pages are
// among their own claims.
std::vector<std::pair<std::string, std::string>> dateline_claims(const std::vector<Block>& blocks);

}  // namespace dossier
