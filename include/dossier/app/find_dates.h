// The dates that texts mention, without an index: for `dates`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/dates/mentions.h"
#include "dossier/document/document.h"
#include "dossier/extract/worker.h"

namespace dossier {

// What the dates of a text are counted from and read by; what is not given is what the text says or seems to
// be.
struct DatesRequest {
  std::optional<DayInterval> published;
  std::string language;  // ISO 639 code, or empty
};

struct TextDates {
  std::string doc;  // the name a record gives itself, or empty
  std::string text;
  std::vector<DateMention> mentions;  // offsets into `text`
};

// Finds the dates of plain text; of bytes that are no UTF-8 what is made of them.
TextDates find_dates(std::string_view text, const DatesRequest& request, MentionFinder& finder);

// The same for a JSON object {"doc", "dct", "lang", "text"}, "dct" being the day of publication. None if it
// is no object with a text.
std::optional<TextDates> find_dates_of_record(std::string_view json, const DatesRequest& request,
                                              MentionFinder& finder);

// The same for each document of a file, read in a worker process. Gives how reading it went.
Outcome find_dates_in_file(const std::string& path, const DatesRequest& request, Worker& worker,
                           MentionFinder& finder, const std::function<void(TextDates&&)>& sink);

}  // namespace dossier
