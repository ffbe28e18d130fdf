// When a document was published: choosing among what its file claims. Input: claims as written, with where
// each was found. Output: an interval of days with its precision and provenance. Knows no file system and no
// clock: today is a parameter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/document/document.h"

namespace dossier {

// Reads a date as metadata writes it: ISO 8601 with or without a time, "2013/05/24", "20130524",
// "24.05.2013", "24 May 2013", "May 24, 2013", RFC 5322's "Fri, 24 May 2013 10:00:00 +0200", "2013-05",
// "2013". A partial date stays partial; "05/06/2013" is read as a month without day, since nobody can tell
// which is which. None if it is no date or the date does not exist.
std::optional<PartialDate> parse_written_date(std::string_view text);

// The date in a file's name: "2017-02-08-statement.txt", "17012018.pdf", "AFG_45_1990.txt",
// "law(2023-12-29).md". A bare year counts only if it is the only one in the name and lies from 1500 to
// `today`'s.
std::optional<PartialDate> parse_file_name_date(std::string_view name, Day today);

// The first claim that is a plausible date: not after `today` plus a day (time zones), not before 1500. Then
// the file name
// ("file-name"). `claims` are (where from, as written), most trusted first.
std::optional<PublicationDate> publication_date(
    const std::vector<std::pair<std::string, std::string>>& claims, std::string_view file_name, Day today);

}  // namespace dossier
