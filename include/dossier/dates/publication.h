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

// No document is taken to be older.
inline constexpr int earliest_publication_year = 1500;

// Reads a date as metadata writes it, words before and a time behind it allowed: ISO 8601 in full or without
// marks ("20130524T101010Z"), "2013/05/24", "24.05.2013", "24 May 2013", "May 24th, 2013", RFC 5322's "Fri,
// 24 May 2013 10:00:00 +0200", "Fri May 24 10:00:00 UTC 2013", "2013-05", "05/2013", "May 2013", "2013". The
// day is that of the time zone it is written in; names of months are English. A partial date stays partial;
// of "05/06/2013" only the year is read, since nobody can tell which is the day. None if it is no date or the
// date does not exist. Looks at the first 200 bytes.
std::optional<PartialDate> parse_written_date(std::string_view text);

// The date in a file's name: "2017-02-08-statement.txt", "17012018.pdf", "AFG_45_1990.txt",
// "law(2023-12-29).md", "Report May 2013.pdf". A whole date counts before a month, the first of several; both
// count if they lie between 1500 and `today`. A bare year counts only if it is the only one in the name and
// lies between 1500 and `today`'s; "1990s" is none. Looks at the first 255 bytes.
std::optional<PartialDate> parse_file_name_date(std::string_view name, Day today);

// The date in the address of a page: "/2013/05/24/", "/2013-05-24-title", "/20130524/", "/24-05-2013/";
// failing a day, the month of "/2013/05/". The host's name does not count, nor does the day on which an
// archive took the page ("/web/20130524101010/"). Days before the web (1990) and after `today` are numbers of
// something.
std::optional<PartialDate> parse_address_date(std::string_view url, Day today);

// When a document was published, by weighing what is claimed of it. `claims` are (where from, as written),
// the more trusted first. One that is no date does not count, nor one that begins after `today` plus a day
// (time zones) or before 1500 (shown by text: 1800; property of a file: 1985). `language` is the document's
// code or tag: days with words of others are found as well; its region tells what 05/06/2013 is where other
// lines do not. What a claim is worth is known by where it is from:
//
// - given ("front-matter:date", "jsonl:date", any name not below): believed;
// - declared by a page ("html:json-ld", "html:article:published_time", "html:itemprop:datePublished", ...):
//   believed, unless the address or a byline names a day beside it (time zones) or within it (more exact), or
//   a byline and a second source agree on another day against a single declaration;
// - shown in a line of text ("html:time", "html:byline", "html:header", "html:text", "html:aside", each with
//   ":updated" behind it where markup says so; "text:title", "text:dateline", "text:line", "text:foot"):
//   believed by its place, by words such as "Published on", and by how little else the line holds. "Last
//   updated" and "valid until" count against it;
// - "url", the address;
// - fields that hold other dates, too ("html:date", "html:json-ld:dateCreated");
// - properties of a file ("FORMAT:created"), which may have been made from something older;
// - the last change ("html:article:modified_time", "html:json-ld:dateModified", "FORMAT:modified").
//
// Where nothing is given or declared, the first of these: a line that surely is a byline, the address, a
// doubtful field, a day in the file's name ("file-name"), a line that likely is a byline, the file's name or
// a property that is more exact, a property, the last change, any line, the address's month. Lines of texts
// without markup count only if they surely are datelines that the file's name does not contradict.
std::optional<PublicationDate> publication_date(
    const std::vector<std::pair<std::string, std::string>>& claims, std::string_view file_name, Day today,
    std::string_view language = {});

}  // namespace dossier
