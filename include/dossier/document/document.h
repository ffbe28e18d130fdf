// The values that pass between the layers: Document, Passage, DateMention. No behaviour.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"

namespace dossier {

// When a document was published, and how that is known.
struct PublicationDate {
  DayInterval days;
  CalendarUnit precision = CalendarUnit::day;
  std::string from;  // where it was found: "front-matter:date", "html:json-ld", "file-name", ...
  friend bool operator==(const PublicationDate&, const PublicationDate&) = default;
};

// How the interval of a mention is known.
enum class MentionHow : std::uint8_t {
  explicit_date,  // all of it is written there
  inferred,       // a part was missing: the year of "29 May"
  relative,       // counted from another day: "yesterday", "a year earlier", "Monday"
  calendar,       // converted from another calendar
};

// What a mention was resolved by.
enum class MentionAnchor : std::uint8_t {
  none,
  sentence,   // a date beside it: the year of "12 March" in "12 March to 16 April 2014"
  paragraph,  // the paragraph's own date
  previous,   // the date mentioned before it
  published,  // when the document was published
};

// Which part of the interval is meant; the interval is not narrowed: "early May" is May.
enum class MentionPart : std::uint8_t { whole, beginning, middle, end };

// "explicit", "inferred", ...; "published", ...; "early", "mid", "late", and "" for the whole.
std::string_view mention_how_name(MentionHow how) noexcept;
std::string_view mention_anchor_name(MentionAnchor anchor) noexcept;
std::string_view mention_part_name(MentionPart part) noexcept;

// A date that a text speaks of. Offsets are bytes into the text (of a passage, where a passage holds it).
struct DateMention {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  DayInterval days;
  CalendarUnit precision = CalendarUnit::day;  // the unit that the interval is; day where it is none
  MentionHow how = MentionHow::explicit_date;
  MentionPart part = MentionPart::whole;
  MentionAnchor anchor = MentionAnchor::none;
  Day anchor_day = 0;  // first day of what it was counted from; 0 without an anchor
  friend bool operator==(const DateMention&, const DateMention&) = default;
};

// A stretch of a document that is ranked, shown and cited as one.
struct Passage {
  std::uint32_t ordinal = 0;          // place in the document, from 0
  std::vector<std::string> headings;  // the headings above it, outermost first
  std::optional<std::uint32_t> page;  // from 1; none where the format has no pages
  std::uint64_t start = 0;            // byte range into the document's text, end excluded
  std::uint64_t end = 0;
  std::string language;  // its own, where it is not the document's; else empty
  std::vector<DateMention> mentions;
};

// The language of a passage's text: `own`, where that is empty the document's.
inline std::string_view text_language(std::string_view own, std::string_view documents) noexcept {
  return own.empty() ? documents : own;
}

// A document as it is indexed. `text` holds headings and all, blocks parted by an empty line; what lies
// between two passages' ranges is headings and white space.
struct Document {
  std::string id;  // unique in an index
  std::string title;
  std::string author;
  std::string source;
  std::string url;
  std::string language;            // ISO 639 code, "sr-Cyrl" where the script matters; empty: unknown
  std::string type;                // media type
  bool recognised = false;         // some of its text was read off pictures
  std::vector<std::string> paths;  // absolute; several when the same content lies in several files
  std::optional<PublicationDate> published;
  std::int64_t modified = 0;  // the file's own time, seconds since 1970-01-01 UTC
  std::string text;
  std::vector<Passage> passages;
};

}  // namespace dossier
