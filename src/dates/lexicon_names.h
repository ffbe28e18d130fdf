// The months and weekdays of many languages, as ICU's calendar data has them.
#pragma once

#include <functional>
#include <string_view>

#include "lexicon.h"

namespace dossier::dates {

// Calls `take` with each name, in all forms: of running text and standing alone, long and short. Short ones
// are in doubt.
void for_each_calendar_name(const std::function<void(std::string_view name, const Meaning&)>& take);

}  // namespace dossier::dates
