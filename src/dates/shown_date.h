// The date that a short line shows to a page's reader: "Published on 5 June 2012 by A. B.".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "date_wording.h"
#include "dossier/core/calendar.h"

namespace dossier::dates {

struct ShownDate {
  PartialDate date;                    // a day or a month
  std::optional<PartialDate> swapped;  // where nobody can tell day and month apart: the other reading
  DateWording wording = DateWording::none;
  std::size_t rest = 0;  // characters of the line that are not the date
  bool of_act = false;   // in a title it is the date of the act that has it
  bool is_lead =
      false;  // the line begins with it as reports do: "Brussels, 5 June 2012 – The Commission ..."
};

// The explicit dates of `line` that its words do not speak against, most telling first: the one whose words
// speak of publication, else the first. What stands before the last newline is a label of what follows
// ("Datum\n5.6.2012"). A date that is one end of a range does not count. `language` is the line's, a code or
// tag ("en-US" writes the month first); words of other languages count where they leave no doubt.
std::optional<ShownDate> find_shown_date(std::string_view line, std::string_view language);

}  // namespace dossier::dates
