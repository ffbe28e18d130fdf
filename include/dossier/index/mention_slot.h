// The days that a passage speaks of, packed into one value of the index: what exact filters, facets and
// sorting read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/document/document.h"

namespace dossier {

// Pairs of first and last day, 3 bytes each (schema::encode_day), ascending, each interval once. Empty for no
// mentions.
std::string encode_mention_days(const std::vector<DateMention>& mentions);

// Calls `visit` with each interval of such a value, ascending by first day.
template <typename Visit>
void each_mention_interval(std::string_view value, Visit&& visit);

// The day that 3 bytes of it stand for.
Day decode_mention_day(std::string_view bytes) noexcept;

template <typename Visit>
void each_mention_interval(std::string_view value, Visit&& visit) {
  for (; value.size() >= 6; value.remove_prefix(6)) {
    visit(DayInterval{decode_mention_day(value.substr(0, 3)), decode_mention_day(value.substr(3, 3))});
  }
}

}  // namespace dossier
