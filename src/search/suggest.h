// Suggestions out of one revision of an index.
#pragma once

#include "dossier/index/index_reader.h"
#include "dossier/search/suggest.h"
#include "dossier/text/analyzer.h"

namespace dossier {

Suggestions suggest(const IndexReader& reader, Analyzer& analyzer, const SuggestRequest& request);

}  // namespace dossier
