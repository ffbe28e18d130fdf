#include "dossier/search/request_parts.h"

#include <charconv>

#include "dossier/core/calendar.h"
#include "dossier/core/error.h"
#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"

namespace dossier {
namespace {

constexpr std::size_t kDateBuckets = 1000;  // time lines are shown whole
constexpr std::size_t kValueBuckets = 10;

constexpr Choice<GroupBy> kGroupings[] = {{"passage", GroupBy::passage}, {"document", GroupBy::document}};
constexpr Choice<MatchMode> kMatchModes[] = {
    {"auto", MatchMode::automatic}, {"all", MatchMode::all}, {"any", MatchMode::any}};
constexpr Choice<SortOrder> kOrders[] = {{"relevance", SortOrder::relevance},
                                         {"newest", SortOrder::newest},
                                         {"oldest", SortOrder::oldest},
                                         {"mentioned", SortOrder::mentioned}};
constexpr Choice<Expand> kExpansions[] = {
    {"auto", Expand::automatic}, {"on", Expand::on}, {"off", Expand::off}};

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

}  // namespace

template <>
std::span<const Choice<GroupBy>> choices() {
  return kGroupings;
}
template <>
std::span<const Choice<MatchMode>> choices() {
  return kMatchModes;
}
template <>
std::span<const Choice<SortOrder>> choices() {
  return kOrders;
}
template <>
std::span<const Choice<Expand>> choices() {
  return kExpansions;
}

FacetRequest parse_facet(const std::string& text) {
  const std::vector<std::string> parts = split(text, ':');
  FacetRequest facet{.name = parts[0] == "lang" ? "language" : parts[0]};
  const bool is_date = facet.name == "published" || facet.name == "mentioned";
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
                "facets are published and mentioned (:day|month|year|decade), language, source and type");
  }
  return facet;
}

std::vector<FacetRequest> default_facets() {
  return {parse_facet("published:year"), parse_facet("mentioned:year")};
}

std::optional<Problem> misunderstood_filter(const SearchRequest& request) {
  std::vector<std::string> filters = request.where;
  if (!request.published.empty()) filters.push_back("published:" + request.published);
  if (!request.mentioned.empty()) filters.push_back("mentioned:" + request.mentioned);
  for (const std::string& filter : filters) {
    const ParsedQuery parsed = parse_filter(filter);
    if (parsed.problems.empty()) continue;
    Problem problem = parsed.problems[0];
    // A query goes on without, as the last part of the message says; that part does not hold here.
    problem.message = problem.message.substr(0, problem.message.rfind("; "));
    problem.filter = parsed.text;
    return problem;
  }
  return std::nullopt;
}

bool asks_for_nothing(const SearchRequest& request) {
  return trim(request.query).empty() && request.where.empty() && request.published.empty() &&
         request.mentioned.empty();
}

bool nothing_understood(const SearchResult& result) {
  return result.interpreted.empty() && !result.problems.empty() && result.hits.empty();
}

}  // namespace dossier
