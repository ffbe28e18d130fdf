// Counting: how many passages of which documents match. Every number that is shown comes from one set of
// matches, so that totals and facets agree.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/index/columns.h"
#include "dossier/search/passage_set.h"
#include "dossier/search/result.h"

namespace dossier {

// Matching passages by document number; as long as the columns have rows.
using DocumentCounts = std::vector<std::uint32_t>;

// Counts the matches of each document. 4 bytes of memory a document.
DocumentCounts count_matches(const PassageSet& matches, const Columns& columns);

Counts sum(const DocumentCounts& counts) noexcept;

// The facet over matches counted so: published, language, source or type; that of mentions: mention_facet.h.
// Throws Error(usage) for another.
Facet make_facet(const FacetRequest& request, const DocumentCounts& counts, const Columns& columns);

// Leaves the first `most` buckets; 0: all.
void limit_buckets(Facet& facet, std::size_t most);

}  // namespace dossier
