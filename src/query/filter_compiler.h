// Compiles what asks of a document's facts: source, language, type, path, dates.
#pragma once

#include "dossier/index/index_reader.h"
#include "dossier/query/compiler.h"
#include "dossier/query/tree.h"

namespace dossier {

// The filter a keyword asks for. A value nobody has matches nothing and adds a problem that names some that
// exist.
Filter keyword_filter(const KeywordNode& node, const Span& span, const IndexReader& reader,
                      Analyzer& analyzer, std::vector<Problem>& problems);

// The filter a date range asks for.
Filter date_filter(const DateNode& node);

}  // namespace dossier
