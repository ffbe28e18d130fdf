// From written dates to intervals of days: what is missing is taken from what stands around.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/document/document.h"
#include "written.h"

namespace dossier::dates {

// What stands between a date and the next one: "to" or a dash, "and" or a comma, or something else.
enum class Joint : std::uint8_t { none, list, range };

// A written date of a whole text.
struct Pending {
  std::uint32_t start = 0;  // bytes into the text
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t section = 0;  // what stands under a heading, the heading too
  bool begins = false;        // it stands at the beginning of a paragraph or in a heading
  Joint joint = Joint::none;
  bool future = false;
  WrittenDate date;
  std::optional<WrittenDate> until;
};

// Resolves the dates of one text, in order. Those that cannot be are left out. Numbers that may be day or
// month are put in the order of the text's other dates.
std::vector<DateMention> resolve(std::vector<Pending>& pending, const std::optional<DayInterval>& published);

}  // namespace dossier::dates
