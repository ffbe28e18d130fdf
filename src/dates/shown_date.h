// The date that a short line shows to a page's reader: "Published on 5 June 2012 by A. B.".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "date_wording.h"
#include "dossier/core/calendar.h"
#include "written.h"

namespace dossier::dates {

struct ShownDate {
  PartialDate date;                    // a day or a month; of 05/06/2013 the reading with the day first
  std::optional<PartialDate> swapped;  // and the other one
  Order order = Order::none;
  DateWording wording = DateWording::none;
  std::size_t rest = 0;  // characters of the line that are not the date
  bool of_act = false;   // in a title it is the date of the act that has it
  // The line begins with it as reports do: "Brussels, 5 June 2012 – The Commission ..."
  bool is_lead = false;
};

// The most telling of the days and months that `line` gives in full: the first whose words speak of
// publication; failing that the first whose words speak of nothing else; else the first. A month counts where
// there is no day, and one end of a range never does. What stands before the last newline is a label of what
// follows ("Datum\n5.6.2012"). `languages` are the line's; days with words of others are found all the same.
std::optional<ShownDate> find_shown_date(std::string_view line, Languages languages);

}  // namespace dossier::dates
