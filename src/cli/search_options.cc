#include "search_options.h"

#include <charconv>

#include "dossier/core/calendar.h"

namespace dossier {
namespace {

constexpr std::size_t kDateBuckets = 1000;  // time lines are shown whole
constexpr std::size_t kValueBuckets = 10;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, start)) {
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

FacetRequest parse_facet(const std::string& text) {
  const std::vector<std::string> parts = split(text, ':');
  FacetRequest facet{.name = parts[0] == "lang" ? "language" : parts[0]};
  const bool is_date = facet.name == "published";
  facet.size = is_date ? kDateBuckets : kValueBuckets;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::size_t size = 0;
    const char* end = parts[i].data() + parts[i].size();
    const auto [rest, error] = std::from_chars(parts[i].data(), end, size);
    const auto unit = parse_unit_name(parts[i]);
    if (unit && is_date && *unit != CalendarUnit::century) {
      facet.interval = *unit;
    } else if (error == std::errc() && rest == end && size > 0) {
      facet.size = size;
    } else {
      throw Error(ErrorCode::usage,
                  "'" + text + "' is no facet: '" + parts[i] + "' is neither an interval nor a size",
                  "facets are NAME[:interval][:size]: published:month, source:20");
    }
  }
  if (!is_date && facet.name != "language" && facet.name != "source" && facet.name != "type") {
    throw Error(ErrorCode::usage, "there is no facet '" + parts[0] + "'",
                "facets are published:day|month|year|decade, language, source and type");
  }
  return facet;
}

SearchRequest make_request(const SearchOptions& options) {
  SearchRequest request = options.request;
  request.query = join(options.words);
  request.by = options.by == "document" ? GroupBy::document : GroupBy::passage;
  request.match = options.match == "all"   ? MatchMode::all
                  : options.match == "any" ? MatchMode::any
                                           : MatchMode::automatic;
  request.sort = options.sort == "newest"   ? SortOrder::newest
                 : options.sort == "oldest" ? SortOrder::oldest
                                            : SortOrder::relevance;
  for (const std::string& facet : options.facets) request.facets.push_back(parse_facet(facet));
  if (options.facets.empty() && !options.no_facets) request.facets.push_back(parse_facet("published:year"));
  if (options.no_facets) request.facets.clear();
  return request;
}

}  // namespace dossier
