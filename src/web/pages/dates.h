// Dates as people read them: "2 June 2023", "June 2023", "1990s", "490 BC". All functions are pure.
#pragma once

#include <string>
#include <string_view>

#include "dossier/core/calendar.h"
#include "dossier/document/document.h"

namespace dossier::web {

// As precisely as it is known; "first – last" for an interval that is no unit of the calendar.
std::string date_in_words(const PartialDate& date);
std::string date_in_words(const PublicationDate& date);

// With what part of it is meant: "early May 2013".
std::string date_in_words(const DateMention& mention);

// A range as it stands in an address ("2013..2017", "..1999", "=2013-05"), in words: "2013 – 2017",
// "until 1999", "wholly within May 2013". What is no range stays as it is.
std::string range_in_words(std::string_view range);

// A range that the address and the query language take: "2013", "2013..2017", "2013-05-24".
std::string range_of_units(CalendarUnit unit, std::int32_t first, std::int32_t last);

}  // namespace dossier::web
