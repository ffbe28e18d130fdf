// Facets as text: dates as a histogram, others as one line.
#pragma once

#include "dossier/search/result.h"
#include "text_output.h"

namespace dossier {

// What those without a value are called.
std::string_view missing_label(const Facet& facet);

void put_facet(TextOutput& out, const Facet& facet);

// "published by year" of "published:year"; other names as they are.
std::string facet_title(const Facet& facet);

}  // namespace dossier
