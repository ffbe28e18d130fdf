// The parameters of what searches. The words are those of the command line's options.
#include <algorithm>

#include "parameters.h"
#include "problem.h"

namespace dossier::web {
namespace {

constexpr std::uint32_t kMostHits = 1000;  // in one answer
constexpr std::uint32_t kMostPassedOver = 1'000'000'000;

}  // namespace

const std::vector<Parameter>& filter_parameters() {
  static const std::vector<Parameter> table = {
      {.name = "published",
       .description = "Only documents published then: 2013, 2013-05, 2012..2014, ..1999",
       .example = "2012..2014"},
      {.name = "mentioned",
       .description =
           "Only passages that speak of then: 1999, 1999-06, 1998..1999; =2013: of nothing beyond it",
       .example = "1999-06"},
      {.name = "where",
       .description = "Only what FIELD:VALUE says, the value as a whole: lang:de, type:html, source:Name",
       .repeated = true,
       .example = "lang:en"},
  };
  return table;
}

const std::vector<Parameter>& query_parameters() {
  static const std::vector<Parameter> table = joined(
      {{
           {.name = "q", .description = "The query, in the query language", .example = "kosovo resolution"},
           choice_parameter<MatchMode>(
               "match",
               "Which passages match: with all words, with any, or auto: with all of up to four words"),
           {.name = "exact",
            .type = Parameter::Type::flag,
            .description = "No stemming, no folding of accents"},
       },
       filter_parameters()});
  return table;
}

std::vector<Parameter> page_parameters(GroupBy by) {
  Parameter grouping = choice_parameter<GroupBy>("by", "What a hit is");
  const auto is_default = [&](const std::string& word) { return parse_choice<GroupBy>(word) == by; };
  std::stable_partition(grouping.words.begin(), grouping.words.end(), is_default);
  return {number_parameter("n", "Hits at most", 10, kMostHits),
          number_parameter("offset", "Hits to pass over", 0, kMostPassedOver), std::move(grouping),
          number_parameter("snippets", "Fragments of a passage at most; 0 shows all of it", 3, kMostHits)};
}

Parameter facet_parameter(std::string name) {
  return {.name = std::move(name),
          .description =
              "Count by NAME[:interval][:size]: published:month, mentioned:year, language, "
              "source:20, type; none counts nothing",
          .repeated = true,
          .example = "published:year"};
}

const std::vector<Parameter>& search_parameters() {
  static const std::vector<Parameter> table =
      joined({query_parameters(),
              page_parameters(),
              {choice_parameter<SortOrder>(
                   "sort", "Order of the hits: by relevance, by publication, or by the dates they speak of"),
               choice_parameter<Expand>("expand",
                                        "Let words that the best hits share count towards the order: where "
                                        "they stand out, always, or never"),
               facet_parameter("facet")}});
  return table;
}

std::vector<FacetRequest> facet_requests(const Arguments& arguments, std::string_view name) {
  const std::vector<std::string> names = arguments.texts(name);
  if (names.empty()) return default_facets();
  if (names == std::vector<std::string>{"none"}) return {};
  std::vector<FacetRequest> facets;
  try {
    for (const std::string& facet : names) facets.push_back(parse_facet(facet));
  } catch (const Error& error) {
    throw HttpProblem(error).about(std::string(name));
  }
  return facets;
}

SearchRequest filter_request(const Arguments& arguments) {
  SearchRequest request{.published = arguments.text("published"),
                        .mentioned = arguments.text("mentioned"),
                        .where = arguments.texts("where")};
  if (auto problem = misunderstood_filter(request)) {
    const std::string field = problem->filter.substr(0, problem->filter.find(':'));
    const bool apart = field == "published" ? !request.published.empty()
                                            : field == "mentioned" && !request.mentioned.empty();
    throw HttpProblem(400, "the filter is not understood: " + problem->message)
        .about(apart ? field : "where")
        .with({std::move(*problem)});
  }
  return request;
}

SearchRequest query_request(const Arguments& arguments) {
  SearchRequest request = filter_request(arguments);
  request.query = arguments.text("q");
  request.match = arguments.choice<MatchMode>("match");
  request.exact = arguments.flag("exact");
  return request;
}

void read_page(const Arguments& arguments, SearchRequest& request) {
  request.limit = arguments.number("n");
  request.offset = arguments.number("offset");
  request.by = arguments.choice<GroupBy>("by");
  request.snippets = arguments.number("snippets");
}

SearchRequest search_request(const Arguments& arguments) {
  SearchRequest request = query_request(arguments);
  read_page(arguments, request);
  request.sort = arguments.choice<SortOrder>("sort");
  request.expand = arguments.choice<Expand>("expand");
  request.facets = facet_requests(arguments, "facet");
  return request;
}

}  // namespace dossier::web
