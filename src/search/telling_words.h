// The words that tell one text of an index from the others.
#pragma once

#include <string>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/search/browse.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// The most telling words of a document (its title and up to 48 of its passages, evenly spread) or a passage,
// case-folded, best first: often there and rare elsewhere, by the formula of tf-idf with the count's
// logarithm. Words that stand nowhere else, function words and single letters are left out. `most` at most.
std::vector<std::string> telling_words(const IndexReader& reader, Analyzer& analyzer, const Place& place,
                                       std::size_t most);

}  // namespace dossier
