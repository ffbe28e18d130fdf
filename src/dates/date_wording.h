// What the words beside a date say it is the date of.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::dates {

enum class DateWording : std::uint8_t {
  none,
  published,  // "Published on", "Datum:", "Опубликовано", "通过"
  changed,    // "Last updated", "Geändert am", "обновлено"
  other,      // "valid until", "born", "in Kraft seit"
};

// What `before` and `behind`, the text on either side of a date, say of it. What stands before counts first;
// of several words the one nearest to the date counts.
DateWording date_wording(std::string_view before, std::string_view behind);

// Whether `before`, what a title says before a date, makes it the date of an act: "Verordnung vom", "Loi du",
// "Resolution of", "Постановление от".
bool dates_an_act(std::string_view before);

}  // namespace dossier::dates
