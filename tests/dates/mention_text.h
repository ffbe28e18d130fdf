// Mentions as text, to compare on one screen: "24 May 2013=2013-05-24 explicit; yesterday=2013-06-11
// relative".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/dates/mentions.h"

namespace dossier {

// What was found in `text`, "; " between. An interval that is a calendar unit is written as that unit, others
// as first..last; the part that is meant ("early") stands behind how the mention was resolved. `published` is
// "2013-06-12", or empty.
inline std::string mentions_text(std::string_view text, std::string_view language = "en",
                                 std::string_view published = "2013-06-12") {
  static MentionFinder finder;
  const auto date = parse_partial_date(published);
  std::string out;
  for (const DateMention& mention : finder.find(
           text, {.published = date ? std::optional(date->days) : std::nullopt, .language = language})) {
    if (!out.empty()) out += "; ";
    out += text.substr(mention.start, mention.end - mention.start);
    out += '=' + format_partial_date({mention.days, mention.precision});
    out += ' ' + std::string(mention_how_name(mention.how));
    if (mention.part != MentionPart::whole) out += ' ' + std::string(mention_part_name(mention.part));
  }
  return out;
}

struct MentionRow {
  std::string_view text;
  std::string_view mentions;
};

}  // namespace dossier
