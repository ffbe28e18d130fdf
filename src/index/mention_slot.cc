#include "dossier/index/mention_slot.h"

#include <algorithm>

#include "dossier/index/schema.h"

namespace dossier {

std::string encode_mention_days(const std::vector<DateMention>& mentions) {
  std::vector<std::string> intervals;
  for (const DateMention& mention : mentions) {
    intervals.push_back(schema::encode_day(mention.days.first) + schema::encode_day(mention.days.last));
  }
  std::sort(intervals.begin(), intervals.end());
  intervals.erase(std::unique(intervals.begin(), intervals.end()), intervals.end());
  std::string value;
  for (const std::string& interval : intervals) value += interval;
  return value;
}

Day decode_mention_day(std::string_view bytes) noexcept {
  return schema::decode_day(bytes).value_or(0);
}

}  // namespace dossier
