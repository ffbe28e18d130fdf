// Intervals of days as terms, so that "overlaps this range" is a short boolean OR. An interval is cut into
// the fewest calendar units (a day, month, year, decade, century); each gives a `unit` term, each unit around
// one an `above` term. Two intervals overlap just if a unit of the one is a unit of the other, or above one,
// or below one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"

namespace dossier {

struct DateTerms {
  std::vector<std::string> unit;  // calendar units, written as format_unit does
  std::vector<std::string> above;
};

// What is indexed for an interval. At most some 60 terms, for a whole unit two to five.
DateTerms date_terms(const DayInterval& days);

// What a filter looks for: a document overlaps `days` if it has any of these. `unit_prefix` and
// `above_prefix` are put before.
std::vector<std::string> overlap_terms(const DayInterval& days, std::string_view unit_prefix,
                                       std::string_view above_prefix);

}  // namespace dossier
