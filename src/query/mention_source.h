// Passages of which a mention lies wholly within an interval: what terms cannot say of intervals of several
// units.
#pragma once

#include <xapian.h>

#include "dossier/core/calendar.h"

namespace dossier {

// Matches every passage that mentions a date within `days`, exactly; no weight.
Xapian::Query mention_within_query(const DayInterval& days);

}  // namespace dossier
