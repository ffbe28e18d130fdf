// Counting by the dates that passages speak of.
#pragma once

#include <xapian.h>

#include "dossier/index/columns.h"
#include "dossier/search/passage_set.h"
#include "dossier/search/result.h"

namespace dossier {

// The passages of `matches`, and their documents, by the calendar units that their mentions touch: each
// passage and each document once a bucket, however often it speaks of it. Those without a mention are
// `missing`. One pass over the matches.
Facet count_mentions(const Xapian::Database& database, const Columns& columns, const PassageSet& matches,
                     CalendarUnit unit);

}  // namespace dossier
