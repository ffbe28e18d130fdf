// Any bytes at all as a text: mentions lie in it, in order and apart, begin and end on code points, and are
// intervals; what was read before makes no difference. The first byte picks the language and the publication
// day.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/dates/mentions.h"

namespace {

using dossier::DateMention;

constexpr std::array<std::string_view, 14> kLanguages{"en", "",   "de", "fr", "es", "it", "pt",
                                                      "ru", "uk", "sr", "hr", "sq", "zh", "nl"};
constexpr dossier::Day kPublished = 15868;  // 2013-06-12

void check(bool holds) {
  if (!holds) __builtin_trap();
}

void check_mentions(const std::vector<DateMention>& mentions, std::string_view text) {
  std::size_t behind = 0;
  for (const DateMention& mention : mentions) {
    check(mention.start >= behind && mention.end > mention.start && mention.end <= text.size());
    check(dossier::is_code_point_boundary(text, mention.start));
    check(dossier::is_code_point_boundary(text, mention.end));
    check(mention.days.first <= mention.days.last);
    check(
        (mention.anchor == dossier::MentionAnchor::none) ==
        (mention.how == dossier::MentionHow::explicit_date || mention.how == dossier::MentionHow::calendar));
    behind = mention.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static dossier::MentionFinder finder;
  if (size == 0) return 0;
  const std::size_t choice = data[0];
  const std::string text =
      dossier::repair_utf8(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  const dossier::MentionContext context{
      .published = choice / kLanguages.size() % 2 == 0
                       ? std::optional(dossier::DayInterval{kPublished, kPublished})
                       : std::nullopt,
      .language = kLanguages[choice % kLanguages.size()]};
  const std::vector<DateMention> mentions = finder.find(text, context);
  check_mentions(mentions, text);
  check(finder.find(text, context) == mentions);
  return 0;
}
