#include "dossier/render/mention_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier {
namespace {

std::string anchor_text(const DateMention& mention) {
  const std::string day = format_day(mention.anchor_day);
  switch (mention.anchor) {
    case MentionAnchor::none:
      return {};
    case MentionAnchor::sentence:
      return day + ", beside it";
    case MentionAnchor::paragraph:
      return day + ", the paragraph's date";
    case MentionAnchor::previous:
      return day + ", mentioned before";
    case MentionAnchor::published:
      return "publication on " + day;
  }
  return {};
}

}  // namespace

std::string_view mention_text(const DateMention& mention, std::string_view text) noexcept {
  const std::size_t start = std::min<std::size_t>(mention.start, text.size());
  const std::size_t end = std::max(start, std::min<std::size_t>(mention.end, text.size()));
  return text.substr(start, end - start);
}

std::string mention_date(const DateMention& mention) {
  const std::string_view part = mention_part_name(mention.part);
  const std::string date = format_partial_date({mention.days, mention.precision});
  return part.empty() ? date : fmt::format("{} {}", part, date);
}

std::string mention_reason(const DateMention& mention) {
  std::string how(mention_how_name(mention.how));
  if (mention.how == MentionHow::calendar) how = "from another calendar";
  const std::string anchor = anchor_text(mention);
  if (anchor.empty()) return how;
  const std::string_view link = mention.how == MentionHow::relative   ? " to "
                                : mention.how == MentionHow::inferred ? " from "
                                                                      : ", by ";
  return how.append(link) + anchor;
}

std::vector<Range> mention_ranges(const std::vector<DateMention>& mentions) {
  std::vector<Range> ranges;
  for (const DateMention& mention : mentions) ranges.push_back({mention.start, mention.end});
  return ranges;
}

}  // namespace dossier
