// What the words beside a date say it is the date of.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::dates {

enum class DateWording : std::uint8_t {
  none,
  published,  // "Published on", "Datum:", "Опубликовано", "通过"
  changed,    // "Last updated", "Geändert am", "обновлено"
};

// What `before` and `behind`, the text on either side of a date, say of it. What stands before counts first;
// of several words the one nearest to the date counts.
DateWording date_wording(std::string_view before, std::string_view behind);

}  // namespace dossier::dates
