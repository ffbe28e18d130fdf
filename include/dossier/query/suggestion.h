// "Did you mean": the query with the words that the index does not have replaced by those that were probably
// meant.
#pragma once

#include <optional>
#include <string>

#include "dossier/query/tree.h"
#include "dossier/text/analyzer.h"

namespace dossier {

class IndexReader;

// The whole corrected text, its operators and signs as typed; none where nothing is better. Only words are
// corrected that the index has in next to no passage, in phrases and fields too; two that were one word are
// joined. A word of the index in another spelling or script (other_names) is left alone, and so are words
// with digits, prefixes, similar spellings and what is excluded.
std::optional<std::string> suggest_query(const ParsedQuery& query, const IndexReader& reader,
                                         Analyzer& analyzer);

}  // namespace dossier
