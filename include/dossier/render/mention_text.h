// The dates that a text speaks of, in words. All functions are pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

// What stands in `text` where the mention is.
std::string_view mention_text(const DateMention& mention, std::string_view text) noexcept;

// "2013-05-24", "early 2013-05", "1990s", "2013-05-24..2013-06-02": as precisely as it is known.
std::string mention_date(const DateMention& mention);

// How that is known: "explicit", "inferred from publication on 2023-06-02", "relative to 2013-05-24,
// mentioned before".
std::string mention_reason(const DateMention& mention);

std::vector<Range> mention_ranges(const std::vector<DateMention>& mentions);

}  // namespace dossier
