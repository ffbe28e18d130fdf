// Why the hits of a search rank where they do.
#pragma once

#include "dossier/index/index_reader.h"
#include "dossier/search/explanation.h"
#include "dossier/text/analyzer.h"
#include "search.h"

namespace dossier {

// Runs the search and takes its scores apart, word by word.
Explanation explain(Search& search, const IndexReader& reader, Analyzer& analyzer,
                    const RankingOptions& ranking);

}  // namespace dossier
