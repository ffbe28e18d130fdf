// A claim of a publication date, read: what date it is, and what it counts beside others.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "dossier/core/calendar.h"
#include "written.h"

namespace dossier::dates {

// What kind of claim it is.
enum class Standing : std::uint8_t {
  given,     // by a field that somebody filled in for this document: front matter, JSONL
  declared,  // by a page's markup, as its publication
  doubtful,  // by a page's markup, in a field that pages use for other dates, too
  shown,     // to the reader, in a line of text
  address,   // by the page's address
  named,     // by the file's name
  made,      // by the properties of a file, as the day it was made
  changed,   // by a page's markup or a file's properties, as the last change
  sent,      // by the message that the file was attached to, as its own day
};

// From here on a line shows the publication date for sure; from here on more likely than not.
inline constexpr int sure_weight = 5;
inline constexpr int fair_weight = -2;
inline constexpr int least_weight = std::numeric_limits<int>::min();

struct PublicationClaim {
  std::string_view from;
  Standing standing = Standing::given;
  PartialDate date;
  std::optional<PartialDate> swapped;  // the other reading of a date such as 05/06/2013
  Order order = Order::none;           // of day and month, in what is shown
  int weight = 0;                      // of what is shown
  bool is_update = false;              // what is shown is the last change

  // "html:json-ld" of "html:json-ld:dateCreated".
  std::string_view kind() const noexcept;
  // Whether it stands in the text of a document that has no markup.
  bool is_text() const noexcept { return from.starts_with("text:"); }
};

// Reads what `from` claims, as it is written there; none if it is no plausible date. `from` must outlive the
// claim. `languages` are the document's.
std::optional<PublicationClaim> read_claim(std::string_view from, std::string_view written,
                                           Languages languages, Day today);

}  // namespace dossier::dates
