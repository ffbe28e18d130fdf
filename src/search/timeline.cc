#include "dossier/search/timeline.h"

#include <algorithm>
#include <tuple>

#include "dossier/core/utf8.h"
#include "dossier/text/sentences.h"

namespace dossier {
namespace {

// The sentence that holds the mention, without white space around it; several where one seems to end within.
Range sentence_around(std::string_view text, const std::vector<std::size_t>& ends,
                      const DateMention& mention) {
  const auto first = std::upper_bound(ends.begin(), ends.end(), mention.start);
  const auto last = std::lower_bound(ends.begin(), ends.end(), mention.end);
  const std::size_t start = first == ends.begin() ? 0 : *(first - 1);
  const std::size_t end = last == ends.end() ? text.size() : *last;
  const std::string_view sentence = trim(text.substr(start, end - start));
  const auto offset = static_cast<std::size_t>(sentence.data() - text.data());
  return {offset, offset + sentence.size()};
}

void add_entries(const SearchResult& result, std::size_t hit, std::vector<TimelineEntry>& entries) {
  const HitPassage& passage = result.hits[hit].passage;
  if (passage.mentioned.empty()) return;
  const std::vector<std::size_t> ends = sentence_ends(passage.text);
  const std::size_t first = entries.size();
  for (const DateMention& mention : passage.mentioned) {
    if (!let_pass(result.mentioned, mention.days)) continue;
    const Range sentence = sentence_around(passage.text, ends, mention);
    const bool again = std::any_of(entries.begin() + static_cast<std::ptrdiff_t>(first), entries.end(),
                                   [&](const TimelineEntry& entry) {
                                     return entry.sentence == sentence && entry.mention.days == mention.days;
                                   });
    if (!again) entries.push_back({mention, sentence, hit});
  }
}

}  // namespace

Timeline find_timeline(Searcher& searcher, SearchRequest request) {
  const std::size_t limit = request.limit;
  request.by = GroupBy::passage;
  request.sort = SortOrder::mentioned;
  request.offset = 0;
  request.facets.clear();
  request.bare = false;
  request.group = false;
  // The first dates are those of the first passages, whose order is that of their own first dates; one more
  // tells whether any are left.
  ++request.limit;
  Timeline out{.result = searcher.search(request)};
  std::vector<Hit>& hits = out.result.hits;
  hits.erase(std::find_if(hits.begin(), hits.end(), [](const Hit& hit) { return hit.partial; }), hits.end());
  for (std::size_t hit = 0; hit < hits.size(); ++hit) add_entries(out.result, hit, out.entries);
  std::stable_sort(out.entries.begin(), out.entries.end(),
                   [](const TimelineEntry& a, const TimelineEntry& b) {
                     return std::tuple(a.mention.days.first, -a.mention.days.last) <
                            std::tuple(b.mention.days.first, -b.mention.days.last);
                   });
  out.more = out.entries.size() > limit;
  out.entries.resize(std::min(out.entries.size(), limit));
  return out;
}

}  // namespace dossier
