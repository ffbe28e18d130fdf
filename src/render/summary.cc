#include "dossier/render/summary.h"

#include <fmt/format.h>

#include "dossier/core/utf8.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

std::string counts_text(const Counts& counts, GroupBy by) {
  return by == GroupBy::passage
             ? fmt::format("{} in {}", passages_of(counts.passages), documents_of(counts.documents))
             : fmt::format("{} with {}", documents_of(counts.documents), passages_of(counts.passages));
}

std::string more_text(const Counts& counts, GroupBy by) {
  return by == GroupBy::passage ? count_of(counts.passages, "more passage", "more passages")
                                : count_of(counts.documents, "more document", "more documents");
}

std::uint64_t hit_count(const Counts& counts, GroupBy by) {
  return by == GroupBy::passage ? counts.passages : counts.documents;
}

}  // namespace

std::vector<std::string> summary_facts(const SearchResult& result) {
  const GroupBy by = result.request.by;
  const bool none = result.total.passages == 0 && result.partial.passages == 0 && result.hits.empty();
  if (none) return {"nothing found"};
  std::vector<std::string> facts;
  if (result.counted) facts.push_back(counts_text(result.total, by));
  // Of one word there is nothing to say.
  const bool several = trim(result.query).find_first_of(" \t\n") != std::string_view::npos;
  if (result.relaxed) {
    facts.push_back("no passage has all the words: these have any of them");
  } else if (several) {
    facts.push_back(result.match == "any" ? "any of the words" : "all words");
  }
  if (result.counted && result.partial.passages > 0)
    facts.push_back(more_text(result.partial, by) + " with some of the words");
  return facts;
}

std::string page_fact(const SearchResult& result, std::string_view to) {
  const GroupBy by = result.request.by;
  const std::uint64_t all = hit_count(result.total, by) + hit_count(result.partial, by);
  if (!result.hits.empty()) {
    const bool complete = result.hits.front().rank <= 1 && result.hits.size() + grouped_hits(result) >= all;
    if (complete) return "";
    const auto [first, last] = std::pair(result.hits.front().rank, result.hits.back().rank);
    return first == last ? fmt::format("{} shown", first) : fmt::format("{}{}{} shown", first, to, last);
  }
  return all > 0 && result.request.offset > 0 ? fmt::format("none from {} on", result.request.offset + 1)
                                              : "";
}

}  // namespace dossier
