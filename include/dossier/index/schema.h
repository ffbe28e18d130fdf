// The index's schema, for writer, reader and query compiler alike. docs/index-schema.md says it in prose; a
// change of what is stored needs a new version here and a line there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/core/calendar.h"

namespace dossier::schema {

inline constexpr std::uint32_t version = 5;

// Prefixes, after Omega's table where it has one. Words are case-folded, so no term begins with a capital
// letter by itself and prefixes of several letters need no colon.
namespace prefix {
inline constexpr std::string_view title = "S";
inline constexpr std::string_view author = "A";
inline constexpr std::string_view heading = "XH";
inline constexpr std::string_view stem = "Z";       // before another prefix: "ZSen:elect"
inline constexpr std::string_view folded = "XF";    // before another: words with accents, without them
inline constexpr std::string_view reversed = "XR";  // a long stem from its end, in languages of compounds
inline constexpr std::string_view id = "Q";
inline constexpr std::string_view language = "L";
inline constexpr std::string_view passage_language = "XL";  // of a passage, where it is not the document's
inline constexpr std::string_view type = "T";
inline constexpr std::string_view source = "XS";            // the whole value, folded
inline constexpr std::string_view path = "XP";              // a word of a path
inline constexpr std::string_view published_unit = "XDU";   // a calendar unit that is part of the interval
inline constexpr std::string_view published_above = "XDA";  // a unit around one of those
inline constexpr std::string_view mentioned_unit = "XMU";   // the same of the dates that a passage mentions
inline constexpr std::string_view mentioned_above = "XMA";
inline constexpr std::string_view fingerprint = "XN";  // of the document's text, on its last passage

// Of the fields that hold words.
inline constexpr std::array text_fields = {std::string_view(), title, heading, author};
}  // namespace prefix

// Value slots, 3 bytes big-endian each.
namespace slot {
inline constexpr std::uint32_t document = 0;         // the document's number
inline constexpr std::uint32_t published_first = 1;  // days; absent when undated
inline constexpr std::uint32_t published_last = 2;
inline constexpr std::uint32_t mentions =
    3;  // intervals of the dates mentioned (mention_slot.h); absent without
}  // namespace slot

// Keys of the database's metadata.
namespace key {
inline constexpr std::string_view version = "dossier:schema";
inline constexpr std::string_view columns = "dossier:columns";  // number of the column file of this revision
inline constexpr std::string_view roots = "dossier:roots";      // the paths asked for
inline constexpr std::string_view updated =
    "dossier:updated";                        // seconds since 1970 of the last commit that changed anything
std::string document(std::uint32_t number);   // "D" and the number, 4 bytes big-endian
std::string relations(std::uint32_t number);  // "R" and the number, as before
inline constexpr std::string_view relations_prefix = "R";
std::optional<std::uint32_t> relations_of(std::string_view key) noexcept;  // the number
inline constexpr std::string_view related =
    "dossier:related";                    // up to which document relations are known (relations.h)
std::string file(std::string_view path);  // "F" and the path, or a hash of a long one
inline constexpr std::string_view file_prefix = "F";
}  // namespace key

// Words between two headings of a passage, so that no phrase reaches from one into the next.
inline constexpr std::uint32_t heading_gap = 100;

inline constexpr std::size_t max_term_bytes = 245;        // Xapian's, prefix included
inline constexpr std::uint32_t max_documents = 0xFFFFFF;  // what slot 0 can tell apart

std::string encode_number(std::uint32_t number);  // for slot::document
std::string encode_day(Day day);                  // for the day slots; sorts as days do
std::optional<Day> decode_day(std::string_view value) noexcept;
std::optional<std::uint32_t> decode_number(std::string_view value) noexcept;

// The term of a stem by its code points from the last to the first, its family (text/stemmer.h) before them,
// so that words of one language with one end stand together, and the stem of such a term.
std::string reversed_term(std::string_view stem);
std::string reversed_word(std::string_view term);

// The term of a document's id, and of a keyword (source, language, type) by its whole value, case and accents
// folded.
std::string id_term(std::string_view id);
std::string fingerprint_term(std::uint64_t fingerprint);
std::optional<std::uint64_t> decode_fingerprint(std::string_view term) noexcept;
std::string keyword_term(std::string_view prefix, std::string_view value);

}  // namespace dossier::schema
