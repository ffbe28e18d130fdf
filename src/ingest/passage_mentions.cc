#include "dossier/ingest/passage_mentions.h"

#include <algorithm>

namespace dossier {

void add_mentions(Document& document, MentionFinder& finder) {
  const MentionContext context{
      .published = document.published ? std::optional(document.published->days) : std::nullopt,
      .language = document.language};
  const std::vector<DateMention> mentions = finder.find(document.text, context);
  auto next = mentions.begin();
  for (Passage& passage : document.passages) {
    passage.mentions.clear();
    while (next != mentions.end() && next->start < passage.start) ++next;
    for (; next != mentions.end() && next->end <= passage.end; ++next) {
      DateMention& own = passage.mentions.emplace_back(*next);
      own.start -= static_cast<std::uint32_t>(passage.start);
      own.end -= static_cast<std::uint32_t>(passage.start);
    }
  }
}

}  // namespace dossier
